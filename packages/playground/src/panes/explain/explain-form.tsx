// What is explained: which number, when, and against what.
import type { VNode } from 'preact';
import type { Explaining } from '../../state/app-state.js';
import { set, state } from '../../state/store.js';

const NOTHING: Explaining = { kind: 'metric', name: '', at: '', versus: '', where: '' };

export function ExplainForm(): VNode {
  const { explaining, checked } = state.value;
  const { metrics, kpis } = checked.outline;
  const now = explaining ?? NOTHING;
  const change = (part: Partial<Explaining>): void => set({ explaining: { ...now, ...part } });
  const chosen = now.name === '' ? '' : `${now.kind}:${now.name}`;
  const known = now.kind === 'formula' && now.name !== '';
  return (
    <form class="question explain-form" aria-label="What is explained" onSubmit={(event) => event.preventDefault()}>
      <label class="field">
        <span>Number</span>
        <select
          value={chosen}
          onChange={(event) => {
            const [kind = '', ...name] = event.currentTarget.value.split(':');
            if (kind === '') set({ explaining: null });
            else
              change({
                kind: kind === 'kpi' ? 'kpi' : kind === 'formula' ? 'formula' : 'metric',
                name: name.join(':'),
              });
          }}
        >
          <option value="">—</option>
          {known ? <option value={chosen}>{now.name}</option> : null}
          {kpis.length === 0 ? null : (
            <optgroup label="KPIs">
              {kpis.map(({ name, title }) => (
                <option key={name} value={`kpi:${name}`}>
                  {title ?? name}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label="Metrics">
            {metrics.map(({ name }) => (
              <option key={name} value={`metric:${name}`}>
                {name}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <Field
        label="Period"
        value={now.at}
        placeholder={now.kind === 'kpi' ? 'its own' : 'all time'}
        onChange={(at) => change({ at })}
      />
      <Field
        label="Compared with"
        value={now.versus}
        placeholder="prior, or 2026-04"
        onChange={(versus) => change({ versus })}
      />
      <Field
        label="Where"
        wide
        value={now.where}
        placeholder="channel = 'email'"
        onChange={(where) => change({ where })}
      />
      {now.versus === '' && now.name !== '' && (now.at !== '' || now.kind === 'kpi') ? (
        <button type="button" class="plain" onClick={() => change({ versus: 'prior' })}>
          Why did it change?
        </button>
      ) : null}
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly wide?: boolean;
  readonly onChange: (text: string) => void;
}

function Field({ label, value, placeholder, wide = false, onChange }: FieldProps): VNode {
  return (
    <label class={wide ? 'field wide' : 'field short'}>
      <span>{label}</span>
      <input
        type="text"
        value={value}
        placeholder={placeholder}
        spellcheck={false}
        autocomplete="off"
        onChange={(event) => onChange(event.currentTarget.value.trim())}
      />
    </label>
  );
}
