// The worker that owns the engine and the data: it alone computes numbers.
import { parseAgain, type Diagnostic, type Graph, type ProjectMemory, type SourceFile } from '@sextant/parser';
import {
  checkQuestion,
  checkRequest,
  datasetsForScorecard,
  datasetsNeeded,
  evaluateReference,
  explainChecked,
  referenceAsker,
  rowsAsker,
  scorecard,
  type ExplainRequest,
} from '@sextant/engine/browser';
import { serveWorker } from '../rpc/worker-port.js';
import type { Finding } from '../state/views.js';
import { askView } from './ask-view.js';
import { makeDataStore } from './data-store.js';
import { explainView } from './explain-view.js';
import { findingsOf } from './findings.js';
import type { Answered, EngineMethods } from './methods.js';
import { namedQuestion, questionFrom } from './question.js';
import { scorecardView } from './scorecard-view.js';
import { testsView } from './tests-view.js';

let files: readonly SourceFile[] = [];
let memory: ProjectMemory | null = null;
let graph: Graph = parseAgain([], null).value;
const store = makeDataStore();

const findings = (diagnostics: readonly Diagnostic[]): readonly Finding[] => findingsOf(diagnostics, files);

function refused<T>(diagnostics: readonly Diagnostic[], started: number): Answered<T> {
  return { value: null, findings: findings(diagnostics), engine: null, milliseconds: performance.now() - started };
}

serveWorker<EngineMethods>({
  open: (params) => {
    ({ files } = params);
    const parsed = parseAgain(files, memory);
    graph = parsed.value;
    memory = parsed.memory;
    if (params.data !== null) store.setFiles(params.data);
    return null;
  },
  scorecard: async ({ asOf }, call) => {
    const started = performance.now();
    const loaded = await store.load(graph, datasetsForScorecard(graph), call);
    if (loaded.value === null) return refused(loaded.diagnostics, started);
    const { rows } = loaded.value;
    const { value, diagnostics } = await scorecard(graph, referenceAsker(graph, rows), { asOf });
    if (value === null) return refused(diagnostics, started);
    return {
      value: scorecardView(graph, value, findings),
      findings: findings([...loaded.diagnostics, ...diagnostics]),
      engine: 'reference',
      milliseconds: performance.now() - started,
    };
  },
  ask: async ({ asked, asOf }, call) => {
    const started = performance.now();
    const checked = checkQuestion(graph, questionFrom(asked, asOf));
    if (checked.value === null) return refused(checked.diagnostics, started);
    const loaded = await store.load(graph, datasetsNeeded(graph, checked.value), call);
    if (loaded.value === null) return refused(loaded.diagnostics, started);
    const { rows, count } = loaded.value;
    const result = evaluateReference(graph, checked.value, rows);
    return {
      value: askView(result, count, findings),
      findings: findings([...checked.diagnostics, ...loaded.diagnostics]),
      engine: 'reference',
      milliseconds: performance.now() - started,
    };
  },
  sql: () => ({ value: null, findings: [], engine: null, milliseconds: 0 }),
  explain: async ({ explaining, asOf }, call) => {
    const started = performance.now();
    const { kind, name, at, versus, where } = explaining;
    const request: ExplainRequest = {
      subject: kind === 'formula' ? { kind, text: name } : { kind, name },
      asOf,
      ...(at === '' ? {} : { at }),
      ...(versus === '' ? {} : { versus }),
      ...(where === '' ? {} : { where }),
    };
    const checked = checkRequest(graph, request);
    if (checked.value === null) return refused(checked.diagnostics, started);
    const loaded = await store.load(graph, graph.datasets.keys(), call);
    if (loaded.value === null) return refused(loaded.diagnostics, started);
    const { rows } = loaded.value;
    const { value, diagnostics } = await explainChecked(graph, checked.value, rowsAsker(graph, rows), async () => null);
    if (value === null) return refused(diagnostics, started);
    return {
      value: explainView(graph, value, checked.value.formula, findings),
      findings: findings([...checked.diagnostics, ...diagnostics]),
      engine: 'reference',
      milliseconds: performance.now() - started,
    };
  },
  tests: async (_params, call) => {
    const started = performance.now();
    const value = await testsView(graph, new Map(), [], findings, call);
    return { value, findings: [], engine: 'reference', milliseconds: performance.now() - started };
  },
  agree: () => ({ kind: 'failed', cells: [], message: 'not yet', milliseconds: 0 }),
  named: ({ name, asOf }) => namedQuestion(graph, name, asOf),
  draft: () => ({ name: '', yaml: '', rows: null, columns: [], problem: 'not yet' }),
  dataReport: () => ({ files: [] }),
});
