// The other side: what the definitions mean, as one of several panes.
import type { ComponentChildren, VNode } from 'preact';
import { lastOf } from '../flow/keep-answered.js';
import { DiffPane } from '../panes/diff/diff-pane.jsx';
import { ExplainPane } from '../panes/explain/explain-pane.jsx';
import { GraphPane } from '../panes/graph/graph-pane.jsx';
import { ResultPane } from '../panes/result/result-pane.jsx';
import { ScorecardPane } from '../panes/scorecard/scorecard-pane.jsx';
import { SqlPane } from '../panes/sql/sql-pane.jsx';
import { TestsPane } from '../panes/tests/tests-pane.jsx';
import { Guard } from '../parts/guard.jsx';
import { Tabs } from '../parts/tabs.jsx';
import { showPane } from '../state/actions.js';
import { PANES, type AppState, type PaneId } from '../state/app-state.js';
import { sameFiles } from '../state/is-edited.js';
import { state } from '../state/store.js';
import { AsOf } from './as-of.jsx';
import { LessonBar } from './lesson-bar.jsx';

const WORDS: Readonly<Record<PaneId, string>> = {
  scorecard: 'Scorecard',
  result: 'Result',
  explain: 'Explain',
  graph: 'Graph',
  sql: 'SQL',
  tests: 'Tests',
  diff: 'Diff',
};

export function PaneSide(): VNode {
  const now = state.value;
  const { pane } = now;
  return (
    <section class="right" aria-label="Answers" id="answers">
      <div class="pane-head">
        <Tabs
          label="Answers"
          prefix="pane"
          panel="pane-panel"
          chosen={pane}
          onChoose={(id) => showPane(PANES.find((one) => one === id) ?? 'scorecard')}
          items={PANES.map((id) => ({ id, label: <Label id={id} now={now} /> }))}
        />
        <AsOf />
      </div>
      <LessonBar />
      <div class="pane" id="pane-panel" role="tabpanel" aria-label={WORDS[pane]} tabIndex={0} data-pane={pane}>
        <Guard
          of={`${pane} ${now.project.id} ${now.revision}`}
          instead={(message, again) => (
            <div class="message bad" role="alert">
              <p>This cannot be shown: {message}</p>
              <button type="button" class="plain" onClick={again}>
                Try again
              </button>
            </div>
          )}
        >
          <Pane id={pane} />
        </Guard>
      </div>
    </section>
  );
}

function Pane({ id }: { readonly id: PaneId }): VNode {
  switch (id) {
    case 'scorecard':
      return <ScorecardPane />;
    case 'result':
      return <ResultPane />;
    case 'explain':
      return <ExplainPane />;
    case 'graph':
      return <GraphPane />;
    case 'sql':
      return <SqlPane />;
    case 'tests':
      return <TestsPane />;
    case 'diff':
      return <DiffPane />;
  }
}

/** What a pane last found is seen on its tab. */
function Label({ id, now }: { readonly id: PaneId; readonly now: AppState }): ComponentChildren {
  if (id === 'tests') {
    const last = lastOf(now.answers.tests);
    if (last === null) return <span>Tests</span>;
    const failed = last.value.results.filter(({ passed }) => !passed).length;
    return (
      <span>
        Tests{' '}
        <span class={`count ${failed > 0 ? 'error' : 'fine'}`}>
          <span class="hidden">{failed > 0 ? `, ${failed} failed` : ', all passed'}</span>
          <span aria-hidden="true">{failed > 0 ? failed : '✓'}</span>
        </span>
      </span>
    );
  }
  if (id === 'diff' && !sameFiles(now.project.files, now.project.opened)) {
    return (
      <span>
        Diff <span class="dot" aria-hidden="true" />
        <span class="hidden">, edited</span>
      </span>
    );
  }
  return <span>{WORDS[id]}</span>;
}
