// The form of a question: what, by what, how fine, when, where.
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { engineWorker } from '../../flow/workers.js';
import { openEngine } from '../../flow/open-engine.js';
import { Icon } from '../../parts/icon.jsx';
import { ask } from '../../state/actions.js';
import type { Asked } from '../../state/app-state.js';
import { set, state } from '../../state/store.js';
import { Chooser } from './chooser.jsx';

export function QuestionForm(): VNode {
  const { asked, checked } = state.value;
  const { metrics, dimensions, questions, levels } = checked.outline;
  // Where there is little room the form is one line until somebody wants to change it.
  const [open, setOpen] = useState(asked.metrics.length === 0);
  return (
    <form
      class={open ? 'question' : 'question folded'}
      aria-label="Question"
      onSubmit={(event) => event.preventDefault()}
    >
      <button type="button" class="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'down' : 'right'} size={14} />
        <span>{inWords(asked)}</span>
      </button>
      <Chooser
        label="Metrics"
        add="Add a metric"
        options={metrics}
        chosen={asked.metrics}
        free={true}
        onChange={(list) => ask({ metrics: list })}
      />
      <Chooser
        label="By"
        add="Add a dimension"
        options={dimensions}
        chosen={asked.by}
        free={true}
        onChange={(list) => ask({ by: list })}
      />
      <label class="field">
        <span>By time</span>
        <select value={asked.grain} onChange={(event) => ask({ grain: event.currentTarget.value })}>
          <option value="">—</option>
          {levels.map((level) => (
            <option key={level} value={level}>
              {level.replaceAll('_', ' ')}
            </option>
          ))}
          {asked.grain !== '' && !levels.includes(asked.grain) ? (
            <option value={asked.grain}>{asked.grain}</option>
          ) : null}
        </select>
      </label>
      <TextField
        label="From"
        size="short"
        value={asked.from}
        placeholder="2026-01"
        onChange={(from) => ask({ from })}
      />
      <TextField label="To" size="short" value={asked.to} placeholder="2026-03" onChange={(to) => ask({ to })} />
      <TextField
        label="Where"
        size="wide"
        value={asked.where}
        placeholder="channel = 'email'"
        onChange={(where) => ask({ where })}
      />
      {questions.length === 0 ? null : (
        <label class="field named">
          <span>Named question</span>
          <select value={asked.named} onChange={(event) => void fillFrom(event.currentTarget.value)}>
            <option value="">—</option>
            {questions.map(({ name, title }) => (
              <option key={name} value={name}>
                {title ?? name}
              </option>
            ))}
          </select>
        </label>
      )}
      {asked.named === '' ? null : <More />}
    </form>
  );
}

function inWords({ metrics, by, grain, from, to, where }: Asked): string {
  if (metrics.length === 0) return 'Question';
  const parts = [
    metrics.join(', '),
    ...(by.length === 0 ? [] : [`by ${by.join(', ')}`]),
    ...(grain === '' ? [] : [`by ${grain.replaceAll('_', ' ')}`]),
    ...(from === '' && to === '' ? [] : [from === to ? from : `${from} to ${to}`]),
    ...(where === '' ? [] : [`where ${where}`]),
  ];
  return parts.join(' · ');
}

/** What a named question says that the form has no place for. */
function More(): VNode | null {
  const { having, order, limit, parameters } = state.value.asked;
  const parts = [
    ...(having === '' ? [] : [`having ${having}`]),
    ...(order.length === 0 ? [] : [`ordered by ${order.join(', ')}`]),
    ...(limit === null ? [] : [`the first ${limit}`]),
    ...Object.entries(parameters).map(([name, value]) => `${name} = ${value}`),
  ];
  return parts.length === 0 ? null : <p class="soft more">{parts.join(' · ')}</p>;
}

async function fillFrom(name: string): Promise<void> {
  if (name === '') {
    ask({ named: '' });
    return;
  }
  await openEngine();
  const reply = await engineWorker().call('named', { name, asOf: state.peek().asOf });
  if (reply.kind !== 'value' || reply.value === null) return;
  if (reply.value.asOf !== null) set({ asOf: reply.value.asOf });
  ask(reply.value.asked);
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly size?: 'wide' | 'short';
  readonly onChange: (text: string) => void;
}

function TextField({ label, value, placeholder, size, onChange }: TextProps): VNode {
  return (
    <label class={`field ${size ?? ''}`}>
      <span>{label}</span>
      <input
        type="text"
        value={value}
        placeholder={placeholder}
        spellcheck={false}
        autocomplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}
