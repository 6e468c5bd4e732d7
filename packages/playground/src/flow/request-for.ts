// What the pane that is seen has to be asked, and all that the answer depends on.
import type { Answered, EngineMethods } from '../engine/methods.js';
import type { Progress, Reply } from '../rpc/messages.js';
import type { Answers, AppState, EngineName } from '../state/app-state.js';
import type { Finding } from '../state/views.js';
import { dayOf } from './day-of.js';
import { openEngine } from './open-engine.js';
import { languageWorker } from './workers.js';

export interface Request {
  readonly of: keyof Answers;
  /** All that the answer depends on. */
  readonly key: string;
  readonly run: (how: { signal: AbortSignal; onProgress: (progress: Progress) => void }) => Promise<Reply<Settled>>;
  readonly onEngine: boolean;
}

/** What came back, before it is an answer: the value of a pane is what its method gives. */
export interface Settled {
  readonly value: unknown;
  readonly findings: readonly Finding[];
  readonly engine: EngineName | null;
  readonly milliseconds: number;
}

/** Null where there is nothing to be asked, or nothing is known of the files yet. */
export function requestFor(now: AppState): Request | null {
  const { pane, checked, project, revision, dataRevision, asOf, asked, explaining, engine, testsOnBoth } = now;
  // The check of the last edit is still to come.
  if (checked.revision < revision || project.id === 0) return null;
  const key = [...dayOf(now), engine];
  const { outline } = checked;
  const sound = checked.errors === 0;
  switch (pane) {
    case 'scorecard':
      return sound && outline.kpis.length > 0 ? onEngine('scorecard', 'scorecard', { asOf, engine }, key) : null;
    case 'result':
      return sound && asked.metrics.length > 0
        ? onEngine('result', 'ask', { asked, asOf, engine }, [...key, asked])
        : null;
    case 'sql':
      return sound && asked.metrics.length > 0
        ? onEngine('sql', 'sql', { asked, asOf, engine }, [...key, asked])
        : null;
    case 'explain':
      return sound && explaining !== null
        ? onEngine('explain', 'explain', { explaining, asOf, engine }, [...key, explaining])
        : null;
    case 'tests':
      return sound && outline.tests > 0
        ? onEngine('tests', 'tests', { both: testsOnBoth }, [project.id, revision, dataRevision, testsOnBoth])
        : null;
    case 'graph': {
      const near = now.graphNear ? now.focus : null;
      const leading = now.graphNear && near === null;
      return onLanguage('graph', [project.id, revision, now.graphKinds, near, leading], (how) =>
        languageWorker().call('graph', { kinds: now.graphKinds, near, leading }, how),
      );
    }
    case 'diff':
      return forDiff(now);
  }
}

/** First what differs; then rows that show it, which takes longer. */
function forDiff({ project, revision, answers, checked }: AppState): Request {
  const against = project.opened;
  const request = onLanguage('diff', [project.id, revision, numberOf(against)], (how) =>
    languageWorker().call('diff', { against }, how),
  );
  const { diff } = answers;
  if (diff.kind !== 'done' || diff.key !== request.key || checked.errors > 0) return request;
  const moving = diff.value.changes.some(({ verdict }) => verdict === 'numbers' || verdict === 'breaking');
  return moving ? onEngine('examples', 'examples', { against }, [request.key]) : request;
}

type Computing = 'scorecard' | 'ask' | 'sql' | 'explain' | 'tests' | 'examples';

function onEngine<K extends Computing>(
  of: keyof Answers,
  method: K,
  params: EngineMethods[K]['params'],
  key: readonly unknown[],
): Request {
  return {
    of,
    key: JSON.stringify(key),
    onEngine: true,
    run: async (how) => {
      const worker = await openEngine();
      const reply: Reply<Answered<unknown>> = await worker.call(method, params, how);
      return reply;
    },
  };
}

function onLanguage(
  of: keyof Answers,
  key: readonly unknown[],
  run: (how: { signal: AbortSignal }) => Promise<Reply<unknown>>,
): Request {
  return {
    of,
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

const numbers = new WeakMap<object, number>();
let last = 0;

/** Another number for every other object: saving a project makes another state the opened one. */
function numberOf(value: object): number {
  const known = numbers.get(value);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(value, last);
  return last;
}
