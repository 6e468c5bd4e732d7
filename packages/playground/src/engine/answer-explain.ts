// Why a number is what it is.
import {
  checkRequest,
  datasetsForExplanation,
  explainChecked,
  explainIn,
  referenceAsker,
  rowsAsker,
  scorecard,
  type CheckedRequest,
  type ExplainRequest,
  type Explanation,
  type KpiReading,
  type Rows,
} from '@sextant/engine/browser';
import type { Diagnostic, Graph, Outcome } from '@sextant/parser';
import type { Call } from '../rpc/server.js';
import type { Explaining } from '../state/app-state.js';
import type { ExplainView } from '../state/views.js';
import { explainView } from './explain-view.js';
import type { Answered, ExplainParams } from './methods.js';
import { refused, type World } from './world.js';

export async function answerExplain(
  world: World,
  { explaining, asOf, engine }: ExplainParams,
  call: Call,
): Promise<Answered<ExplainView>> {
  const started = performance.now();
  const graph = world.graph();
  const checked = checkRequest(graph, requestFrom(explaining, asOf));
  if (checked.value === null) return refused(world, checked.diagnostics, started);
  const datasets = datasetsForExplanation(graph, checked.value);
  const by = world.engineFor(engine, datasets);
  const { value, diagnostics } =
    by === 'duckdb'
      ? await inDatabase(world, checked.value, datasets, call)
      : await overRows(world, checked.value, datasets, call);
  if (value === null) return refused(world, diagnostics, started);
  return {
    value: explainView(graph, value, checked.value.formula, [...diagnostics, ...value.diagnostics], world.findings),
    findings: world.findings(checked.diagnostics),
    engine: by,
    milliseconds: performance.now() - started,
  };
}

function requestFrom({ kind, name, at, versus, where }: Explaining, asOf: string): ExplainRequest {
  return {
    subject: kind === 'formula' ? { kind, text: name } : { kind, name },
    asOf,
    ...(at === '' ? {} : { at }),
    ...(versus === '' ? {} : { versus }),
    ...(where === '' ? {} : { where }),
  };
}

async function inDatabase(
  world: World,
  checked: CheckedRequest,
  datasets: readonly string[],
  call: Call,
): Promise<Outcome<Explanation | null>> {
  const { value: session, diagnostics } = await world.database().session(world.graph(), datasets, call);
  if (session === null) return { value: null, diagnostics };
  const interrupt = (): void => session.executor.interrupt();
  call.signal.addEventListener('abort', interrupt);
  try {
    return withBefore(await explainIn(session, checked), diagnostics);
  } finally {
    call.signal.removeEventListener('abort', interrupt);
  }
}

async function overRows(
  world: World,
  checked: CheckedRequest,
  datasets: readonly string[],
  call: Call,
): Promise<Outcome<Explanation | null>> {
  const graph = world.graph();
  const { value: rows, diagnostics } = await world.store.load(graph, datasets, call);
  if (rows === null) return { value: null, diagnostics };
  const found = await explainChecked(graph, checked, rowsAsker(graph, rows), async ({ label }) =>
    readingOf(graph, rows, checked, label),
  );
  return withBefore(found, diagnostics);
}

function withBefore<T>({ value, diagnostics }: Outcome<T>, before: readonly Diagnostic[]): Outcome<T> {
  return { value, diagnostics: [...before, ...diagnostics] };
}

/** A KPI with its target and status; null where the question is not the KPI's own. */
async function readingOf(
  graph: Graph,
  rows: Rows,
  { kpi, request }: CheckedRequest,
  period: string | null,
): Promise<KpiReading | null> {
  if (kpi === null || request.where !== undefined || period === null) return null;
  const { value } = await scorecard(graph, referenceAsker(graph, rows), {
    asOf: request.asOf,
    kpis: [kpi.name],
    period,
  });
  return value?.kpis.find((one) => one.kpi === kpi.name) ?? null;
}
