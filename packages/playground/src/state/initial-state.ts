// The state before anything is open.
import type { Answers, Asked, AppState } from './app-state.js';
import type { OutlineView } from './views.js';

export const NOTHING_ASKED: Asked = {
  metrics: [],
  by: [],
  grain: '',
  from: '',
  to: '',
  where: '',
  having: '',
  order: [],
  limit: null,
  parameters: {},
  named: '',
};

export const EMPTY_OUTLINE: OutlineView = {
  project: '',
  currency: null,
  dataFolder: 'data',
  metrics: [],
  kpis: [],
  dimensions: [],
  datasets: [],
  questions: [],
  levels: [],
  tests: 0,
};

const none = { kind: 'none' } as const;

const NO_ANSWERS: Answers = {
  scorecard: none,
  result: none,
  explain: none,
  sql: none,
  tests: none,
  graph: none,
  diff: none,
  examples: none,
};

export function initialState(): AppState {
  return {
    project: { id: 0, origin: { kind: 'blank' }, files: [], libraries: [], data: [], opened: [], openedData: [] },
    revision: 0,
    dataRevision: 0,
    active: '',
    pane: 'scorecard',
    asOf: '',
    asked: NOTHING_ASKED,
    explaining: null,
    kpi: null,
    focus: null,
    graphKinds: ['dataset', 'metric', 'kpi', 'goal'],
    graphNear: true,
    engine: 'auto',
    testsOnBoth: false,
    checked: { revision: -1, problems: [], errors: 0, warnings: 0, outline: EMPTY_OUTLINE },
    answers: NO_ANSWERS,
    agreement: { kind: 'unknown' },
    theme: 'system',
    dark: false,
    split: 0.46,
    bottom: { open: true, tab: 'problems' },
    lessonOpen: true,
    side: 'editor',
    dialog: null,
    notice: null,
    offline: 'unknown',
  };
}
