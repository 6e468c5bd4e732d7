// The pane that is seen is kept answered: when what it depends on changes, it is asked again, and what is outdated is dropped.
import { effect } from '@preact/signals';
import type { Progress, Reply } from '../rpc/messages.js';
import type { Answer, Answers, Done } from '../state/app-state.js';
import { state, update } from '../state/store.js';
import { restartEngine } from './open-engine.js';
import { requestFor, type Request, type Settled } from './request-for.js';

/** After a pause in typing; a click is answered at once. */
const PAUSE = 220;
/** An outdated computation that is not done by then is ended with its worker. */
const PATIENCE = 1500;
/** These may take long, and nobody waits for them on another pane. */
const LEFT_BEHIND: readonly (keyof Answers)[] = ['tests', 'examples'];

interface Running {
  readonly request: Request;
  readonly controller: AbortController;
}

const running = new Map<keyof Answers, Running>();
let timer: ReturnType<typeof setTimeout> | null = null;

export function keepAnswered(): void {
  let lastRevision = -1;
  effect(() => {
    const now = state.value;
    const request = requestFor(now);
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (request === null) return;
    const answer = now.answers[request.of];
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

export function cancel(of: keyof Answers): void {
  const one = running.get(of);
  if (one === undefined) return;
  running.delete(of);
  one.controller.abort();
  const answer = state.peek().answers[of];
  put(of, { kind: 'cancelled', key: one.request.key, before: answer.kind === 'running' ? answer.before : null });
  if (one.request.onEngine) restartEngine();
}

function start(request: Request): void {
  const { of, key, onEngine } = request;
  const outdated = running.get(of);
  if (outdated?.request.key === key && state.peek().answers[of].kind === 'running') return;
  outdated?.controller.abort();
  const left = leaveOthers(of);
  const controller = new AbortController();
  const one: Running = { request, controller };
  running.set(of, one);
  put(of, { kind: 'running', key, before: lastOf<unknown>(state.peek().answers[of]), progress: null });
  if ((outdated !== undefined || left) && onEngine) endIfStuck(one);
  const onProgress = (progress: Progress): void => {
    const answer = state.peek().answers[of];
    if (running.get(of) === one && answer.kind === 'running') put(of, { ...answer, progress });
  };
  void request.run({ signal: controller.signal, onProgress }).then((reply) => {
    if (running.get(of) !== one) return;
    running.delete(of);
    put(of, settled(reply, key, state.peek().answers[of]));
  });
}

/** Whether something was left that is still to end. */
function leaveOthers(of: keyof Answers): boolean {
  let left = false;
  for (const other of LEFT_BEHIND) {
    const one = running.get(other);
    if (other === of || one === undefined) continue;
    left = true;
    running.delete(other);
    one.controller.abort();
    // Whoever comes back asks again.
    put(other, lastOf<unknown>(state.peek().answers[other]) ?? { kind: 'none' });
  }
  return left;
}

/** What nobody waits for any more may go on for long. Then the new request waits behind it, unless the worker is ended. */
function endIfStuck(one: Running): void {
  const { of } = one.request;
  setTimeout(() => {
    const answer = state.peek().answers[of];
    if (running.get(of) !== one || answer.kind !== 'running' || answer.progress !== null) return;
    restartEngine();
    running.delete(of);
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

function put(of: keyof Answers, answer: Answer<unknown>): void {
  // Each pane's answer is of its own method: `requestFor` keeps the two together.
  update((now) => ({ ...now, answers: { ...now.answers, [of]: answer } }));
}
