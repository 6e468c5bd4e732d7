// A question and its answer: the form, the picture, the table. Any number can be asked why.
import type { VNode } from 'preact';
import { AnswerFoot } from '../../parts/answer-foot.jsx';
import { AnswerFrame } from '../../parts/answer.jsx';
import { Begin } from '../../parts/begin.jsx';
import { Empty, Picks } from '../../parts/empty.jsx';
import { Findings } from '../../parts/findings.jsx';
import { Icon } from '../../parts/icon.jsx';
import { copyText } from '../../parts/copy-text.js';
import { ask } from '../../state/actions.js';
import { state } from '../../state/store.js';
import type { AskView } from '../../state/views.js';
import { Agreement } from './agreement.jsx';
import { Chart } from './chart.jsx';
import { QuestionForm } from './question-form.jsx';
import { ResultTable } from './result-table.jsx';

export function ResultPane(): VNode {
  const { answers, asked, checked } = state.value;
  return (
    <div class="result">
      <QuestionForm />
      {checked.outline.datasets.length === 0 && checked.revision >= 0 && checked.errors === 0 ? (
        <Begin />
      ) : asked.metrics.length === 0 ? (
        <Empty icon="chart" title="Nothing is asked yet">
          <p>Choose a metric above to see its numbers, by any dimension and over any time.</p>
          <Picks label="Metrics" names={checked.outline.metrics} onPick={(name) => ask({ metrics: [name] })} />
        </Empty>
      ) : (
        <AnswerFrame pane="result" answer={answers.result} empty={null}>
          {(view) => <Answered view={view} />}
        </AnswerFrame>
      )}
    </div>
  );
}

function Answered({ view }: { readonly view: AskView }): VNode {
  return (
    <>
      {view.chart === null ? null : <Chart chart={view.chart} view={view} />}
      <div class="table-head">
        <h2>Table</h2>
        <button type="button" class="plain" onClick={() => void copyText(view.csv, 'the table as CSV')}>
          <Icon name="copy" size={14} /> Copy as CSV
        </button>
      </div>
      <ResultTable view={view} />
      {view.notes.length === 0 ? null : (
        <details class="notes">
          <summary>What the data said ({view.notes.length})</summary>
          <Findings findings={view.notes} />
        </details>
      )}
      <div class="foot-row">
        <AnswerFoot pane="result" />
        <Agreement />
      </div>
    </>
  );
}
