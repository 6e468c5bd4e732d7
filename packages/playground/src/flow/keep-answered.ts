// The pane that is seen is kept answered: when what it depends on changes, it is asked again, and what is outdated is dropped.
import { effect } from '@preact/signals';
import { files as duckDb } from 'virtual:duckdb';
import type { Client } from '../rpc/client.js';
import type { Progress, Reply } from '../rpc/messages.js';
import type { Answered, EngineMethods } from '../engine/methods.js';
import type { Answer, Answers, AppState, Done, EngineName, PaneId } from '../state/app-state.js';
import type { Finding } from '../state/views.js';
import { set, state, update } from '../state/store.js';
import { endEngine, engineWorker, languageWorker } from './workers.js';

/** After a pause in typing; a click is answered at once. */
const PAUSE = 220;
/** An outdated computation that is not done by then is ended with its worker. */
const PATIENCE = 1500;

interface Request {
  readonly pane: keyof Answers;
  /** All that the answer depends on. */
  readonly key: string;
  readonly run: (how: { signal: AbortSignal; onProgress: (progress: Progress) => void }) => Promise<Reply<Settled>>;
  readonly onEngine: boolean;
}

/** What came back, before it is an answer: the value of a pane is what its method gives. */
interface Settled {
  readonly value: unknown;
  readonly findings: readonly Finding[];
  readonly engine: EngineName | null;
  readonly milliseconds: number;
}

interface Running {
  readonly request: Request;
  readonly controller: AbortController;
}

const running = new Map<keyof Answers, Running>();
let timer: ReturnType<typeof setTimeout> | null = null;
let opened: { worker: Client<EngineMethods>; revision: number; dataRevision: number; project: number } | null = null;

export function keepAnswered(): void {
  let lastRevision = -1;
  effect(() => {
    const now = state.value;
    const request = requestFor(now);
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (request === null) return;
    const answer = now.answers[request.pane];
    if (answer.kind !== 'none' && answer.key === request.key) return;
    const typed = now.revision !== lastRevision;
    lastRevision = now.revision;
    timer = setTimeout(() => start(request), typed ? PAUSE : 0);
  });
}

/** The pane once more, though nothing has changed. */
export function askAgain(): void {
  const request = requestFor(state.peek());
  if (request !== null) start(request);
}

export function cancel(pane: keyof Answers): void {
  const one = running.get(pane);
  if (one === undefined) return;
  running.delete(pane);
  one.controller.abort();
  const answer = state.peek().answers[pane];
  put(pane, { kind: 'cancelled', key: one.request.key, before: answer.kind === 'running' ? answer.before : null });
  if (one.request.onEngine) restartEngine();
}

function restartEngine(): void {
  endEngine();
  opened = null;
}

function requestFor(now: AppState): Request | null {
  const {
    pane,
    checked,
    project,
    revision,
    dataRevision,
    asOf,
    asked,
    explaining,
    engine,
    graphKinds,
    graphNear,
    focus,
    testsOnBoth,
  } = now;
  // Nothing is known of these files yet, or the check of the last edit is still to come.
  if (checked.revision < revision || project.id === 0) return null;
  const base = [project.id, revision, dataRevision, asOf, engine];
  const sound = checked.errors === 0;
  const onEngine = <K extends 'scorecard' | 'ask' | 'sql' | 'explain' | 'tests'>(
    of: keyof Answers,
    method: K,
    params: EngineMethods[K]['params'],
    key: readonly unknown[],
  ): Request => ({
    pane: of,
    key: JSON.stringify(key),
    onEngine: true,
    run: async (how) => {
      const worker = await openEngine();
      const reply: Reply<Answered<unknown>> = await worker.call(method, params, how);
      return reply;
    },
  });
  switch (pane) {
    case 'scorecard':
      return sound && checked.outline.kpis.length > 0
        ? onEngine('scorecard', 'scorecard', { asOf, engine }, base)
        : null;
    case 'result':
      return sound && asked.metrics.length > 0
        ? onEngine('result', 'ask', { asked, asOf, engine }, [...base, asked])
        : null;
    case 'sql':
      return sound && asked.metrics.length > 0
        ? onEngine('sql', 'sql', { asked, asOf, engine }, [...base, asked])
        : null;
    case 'explain':
      return sound && explaining !== null
        ? onEngine('explain', 'explain', { explaining, asOf, engine }, [...base, explaining])
        : null;
    case 'tests':
      return sound && checked.outline.tests > 0
        ? onEngine('tests', 'tests', { both: testsOnBoth }, [project.id, revision, dataRevision, testsOnBoth])
        : null;
    case 'graph':
      return onLanguage('graph', [project.id, revision, graphKinds, graphNear ? focus : null], (how) =>
        languageWorker().call('graph', { kinds: graphKinds, near: graphNear ? focus : null }, how),
      );
    case 'diff':
      return onLanguage('diff', [project.id, revision], (how) =>
        languageWorker().call('diff', { against: project.opened }, how),
      );
  }
}

function onLanguage(
  pane: PaneId & keyof Answers,
  key: readonly unknown[],
  run: (how: { signal: AbortSignal }) => Promise<Reply<unknown>>,
): Request {
  return {
    pane,
    key: JSON.stringify(key),
    onEngine: false,
    run: async (how) => {
      const started = performance.now();
      const reply = await run(how);
      if (reply.kind !== 'value') return reply;
      const value: Settled = {
        value: reply.value,
        findings: [],
        engine: null,
        milliseconds: performance.now() - started,
      };
      return { kind: 'value', value };
    },
  };
}

/** The engine with the project as it is: definitions and data are sent when they are not what it has. */
export async function openEngine(): Promise<Client<EngineMethods>> {
  const worker = engineWorker();
  const { project, revision, dataRevision } = state.peek();
  const sameWorker = opened?.worker === worker && opened.project === project.id;
  if (!sameWorker || opened?.revision !== revision || opened.dataRevision !== dataRevision) {
    const data = sameWorker && opened?.dataRevision === dataRevision ? null : project.data;
    opened = { worker, revision, dataRevision, project: project.id };
    await worker.call('open', { files: project.files, data, duckDb });
  }
  return worker;
}

function start(request: Request): void {
  const { pane, key, onEngine } = request;
  const outdated = running.get(pane);
  if (outdated?.request.key === key && state.peek().answers[pane].kind === 'running') return;
  outdated?.controller.abort();
  const controller = new AbortController();
  const one: Running = { request, controller };
  running.set(pane, one);
  put(pane, { kind: 'running', key, before: lastOf<unknown>(state.peek().answers[pane]), progress: null });
  if (outdated !== undefined && onEngine) endIfStuck(one);
  const onProgress = (progress: Progress): void => {
    const answer = state.peek().answers[pane];
    if (running.get(pane) === one && answer.kind === 'running') put(pane, { ...answer, progress });
  };
  void request.run({ signal: controller.signal, onProgress }).then((reply) => {
    if (running.get(pane) !== one) return;
    running.delete(pane);
    put(pane, settled(reply, key, state.peek().answers[pane]));
  });
}

/** What nobody waits for any more may go on for long. Then the new request waits behind it, unless the worker is ended. */
function endIfStuck(one: Running): void {
  const { pane } = one.request;
  setTimeout(() => {
    const answer = state.peek().answers[pane];
    if (running.get(pane) !== one || answer.kind !== 'running' || answer.progress !== null) return;
    restartEngine();
    running.delete(pane);
    start(one.request);
  }, PATIENCE);
}

function settled(reply: Reply<Settled>, key: string, before: Answer<unknown>): Answer<unknown> {
  switch (reply.kind) {
    case 'cancelled':
      return { kind: 'cancelled', key, before: lastOf(before) };
    case 'failed':
      return { kind: 'failed', key, message: reply.message };
    case 'value': {
      const { value, findings, engine, milliseconds } = reply.value;
      if (value === null) return { kind: 'refused', key, findings };
      return { kind: 'done', key, value, engine, milliseconds };
    }
  }
}

export function lastOf<T>(answer: Answer<T>): Done<T> | null {
  switch (answer.kind) {
    case 'done':
      return answer;
    case 'running':
    case 'cancelled':
      return answer.before;
    default:
      return null;
  }
}

function put(pane: keyof Answers, answer: Answer<unknown>): void {
  // Each pane's answer is of its own method: `requestFor` keeps the two together.
  update((now) => ({ ...now, answers: { ...now.answers, [pane]: answer } }));
}

export function resetAnswers(): void {
  for (const { controller } of running.values()) controller.abort();
  running.clear();
  const none = { kind: 'none' } as const;
  set({ answers: { scorecard: none, result: none, explain: none, sql: none, tests: none, graph: none, diff: none } });
}
