// Why a number is what it is: in words, as a tree down to the rows, and against another period.
import type { VNode } from 'preact';
import { AnswerFoot } from '../../parts/answer-foot.jsx';
import { AnswerFrame } from '../../parts/answer.jsx';
import { Empty, Picks } from '../../parts/empty.jsx';
import { Findings } from '../../parts/findings.jsx';
import { StatusBadge } from '../../parts/status.jsx';
import { Value } from '../../parts/value.jsx';
import { explain } from '../../state/actions.js';
import type { Explaining } from '../../state/app-state.js';
import { state } from '../../state/store.js';
import type { ExplainView } from '../../state/views.js';
import { ChangePart } from './change-part.jsx';
import { ExplainForm } from './explain-form.jsx';
import { ExplainTree } from './explain-tree.jsx';

export function ExplainPane(): VNode {
  const { answers, explaining, checked } = state.value;
  const { kpis, metrics } = checked.outline;
  const picks = kpis.length > 0 ? kpis : metrics;
  return (
    <div class="explain">
      <ExplainForm />
      {explaining === null ? (
        <Empty icon="tree" title="Why is a number what it is?">
          <p>Click any number in the scorecard or in a result, or begin with one of these:</p>
          <Picks label="Numbers" names={picks} onPick={(name) => explain(subjectOf(name, kpis.length > 0))} />
        </Empty>
      ) : (
        <AnswerFrame pane="explain" answer={answers.explain} empty={null}>
          {(view) => <Explained view={view} />}
        </AnswerFrame>
      )}
    </div>
  );
}

function subjectOf(name: string, isKpi: boolean): Explaining {
  return { kind: isKpi ? 'kpi' : 'metric', name, at: '', versus: '', where: '' };
}

function Explained({ view }: { readonly view: ExplainView }): VNode {
  const { title, name, period, where, value, words, standing, tree, change, notes, asOf } = view;
  return (
    <article>
      <header class="explain-head">
        <h2>{title}</h2>
        {title === name ? null : <code class="soft">{name}</code>}
      </header>
      <p class="explain-value">
        <span class="big">
          <Value shown={value} />
        </span>
        {standing === null ? null : <StatusBadge status={standing.status} />}
        <span class="soft">
          {period}
          {where === null ? '' : `, where ${where}`}, <span class="num">as of {asOf}</span>
        </span>
      </p>
      {value.missing === null ? null : <p class="message">There is no value: {value.missing}.</p>}
      {standing === null ? null : (
        <ul class="because">
          {standing.because.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {change === null ? null : <ChangePart change={change} />}
      <section>
        <h3>How it is made</h3>
        <ExplainTree tree={tree} />
      </section>
      {words.length === 0 ? null : (
        <section>
          <h3>In words</h3>
          <ul class="words">
            {words.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      {notes.length === 0 ? null : (
        <details class="notes">
          <summary>What the data said ({notes.length})</summary>
          <Findings findings={notes} />
        </details>
      )}
      <AnswerFoot pane="explain" />
    </article>
  );
}
