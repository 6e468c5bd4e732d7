// The other side: what the definitions mean, as one of several panes.
import type { ComponentChildren, RefObject, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
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
  const { pane, kpi, project } = now;
  const place = useRef<HTMLDivElement>(null);
  useOwnScroll(place, `${project.id} ${pane} ${pane === 'scorecard' ? (kpi ?? '') : ''}`);
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
      <div
        class="pane"
        ref={place}
        id="pane-panel"
        role="tabpanel"
        aria-label={WORDS[pane]}
        tabIndex={0}
        data-pane={pane}
      >
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

/** Each pane, and each KPI of the scorecard, begins at its top and is found again where it was left. */
function useOwnScroll(place: RefObject<HTMLDivElement | null>, key: string): void {
  const left = useRef(new Map<string, number>());
  const wasHere = useRef(false);
  useLayoutEffect(() => {
    const look = (event: FocusEvent): void => {
      wasHere.current = event.target instanceof Node && place.current?.contains(event.target) === true;
    };
    addEventListener('focusin', look);
    return () => removeEventListener('focusin', look);
  }, []);
  useLayoutEffect(() => {
    const box = place.current;
    if (box === null) return undefined;
    box.scrollTop = left.current.get(key) ?? 0;
    // What was clicked may be gone: then the keyboard goes on from here.
    if (wasHere.current && document.activeElement === document.body) box.focus({ preventScroll: true });
    const keep = (): void => void left.current.set(key, box.scrollTop);
    box.addEventListener('scroll', keep, { passive: true });
    return () => box.removeEventListener('scroll', keep);
  }, [key]);
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
