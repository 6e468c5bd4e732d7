// A question, answered.
import {
  askChecked,
  checkQuestion,
  datasetsNeeded,
  evaluateReference,
  type CheckedQuestion,
  type Result,
} from '@sextant/engine/browser';
import type { Outcome } from '@sextant/parser';
import type { Call } from '../rpc/server.js';
import type { EngineName } from '../state/app-state.js';
import type { AskView } from '../state/views.js';
import { askView } from './ask-view.js';
import type { Answered, AskParams } from './methods.js';
import { questionFrom } from './question.js';
import { refused, type World } from './world.js';

export async function answerAsk(
  world: World,
  { asked, asOf, engine }: AskParams,
  call: Call,
): Promise<Answered<AskView>> {
  const started = performance.now();
  const graph = world.graph();
  const checked = checkQuestion(graph, questionFrom(asked, asOf));
  if (checked.value === null) return refused(world, checked.diagnostics, started);
  const by = world.engineFor(engine, datasetsNeeded(graph, checked.value));
  const { value, diagnostics } = await computed(world, checked.value, by, call);
  if (value === null) return refused(world, diagnostics, started);
  return {
    value: askView(value, [...diagnostics, ...value.diagnostics], world.findings),
    findings: world.findings(checked.diagnostics),
    engine: by,
    milliseconds: performance.now() - started,
  };
}

/** By the one engine or the other; the diagnostics are what the data says. */
export async function computed(
  world: World,
  question: CheckedQuestion,
  by: EngineName,
  call: Call,
): Promise<Outcome<Result | null>> {
  const graph = world.graph();
  const datasets = datasetsNeeded(graph, question);
  if (by === 'reference') {
    const { value: rows, diagnostics } = await world.store.load(graph, datasets, call);
    return { value: rows === null ? null : evaluateReference(graph, question, rows), diagnostics };
  }
  const { value: session, diagnostics } = await world.database().session(graph, datasets, call);
  if (session === null) return { value: null, diagnostics };
  const interrupt = (): void => session.executor.interrupt();
  call.signal.addEventListener('abort', interrupt);
  try {
    const answered = await askChecked(session, question);
    return { value: answered.value, diagnostics: [...diagnostics, ...answered.diagnostics] };
  } finally {
    call.signal.removeEventListener('abort', interrupt);
  }
}
