// A question and its answer: the form, the picture, the table. Any number can be asked why.
import type { VNode } from 'preact';
import { AnswerFoot } from '../../parts/answer-foot.jsx';
import { AnswerFrame } from '../../parts/answer.jsx';
import { Findings } from '../../parts/findings.jsx';
import { Icon } from '../../parts/icon.jsx';
import { copyText } from '../../parts/copy-text.js';
import { state } from '../../state/store.js';
import type { AskView } from '../../state/views.js';
import { Agreement } from './agreement.jsx';
import { Chart } from './chart.jsx';
import { QuestionForm } from './question-form.jsx';
import { ResultTable } from './result-table.jsx';

export function ResultPane(): VNode {
  const { answers, asked } = state.value;
  return (
    <div class="result">
      <QuestionForm />
      {asked.metrics.length === 0 ? (
        <p class="empty">Choose a metric to see its numbers.</p>
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
        <h2 class="hidden">Table</h2>
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
