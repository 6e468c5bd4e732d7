// The tree behind a number and the reasons of its change, over data that is opened for it.
import type { Graph, Kpi, Outcome, Typed } from '@sextant/parser';
import { dataFacts } from './data-facts.js';
import { askValues, queriesOf } from './evaluate.js';
import type { Asker } from './explain/asker.js';
import { checkRequest, type CheckedRequest } from './explain/check-request.js';
import { dimensionsOf } from './explain/dimensions.js';
import { explainChecked, planExplanation } from './explain/explain.js';
import type { Explanation } from './explain/explanation.js';
import type { ExplainRequest } from './explain/request.js';
import { askedMetric } from './explain/ask-list.js';
import { bucketHolding, type NamedRange } from './explain/period.js';
import { datasetsNeeded } from './plan/datasets-needed.js';
import { NO_FACTS } from './plan/facts.js';
import { planQuestion } from './plan/plan-question.js';
import type { AskedMetric, CheckedQuestion } from './question/question.js';
import type { ValueTable } from './result/value-table.js';
import { openSession, type Session, type SessionOptions } from './session.js';
import { sessionAsker } from './session-asker.js';
import { scorecard } from './status/compute-scorecard.js';
import { datasetsForScorecard } from './status/datasets-for-scorecard.js';
import type { KpiReading } from './status/scorecard.js';
import { noValue } from './value/value.js';

/** Opens the data that the explanation needs, and closes it again. */
export async function explainNumber(
  graph: Graph,
  request: ExplainRequest,
  options: SessionOptions,
): Promise<Outcome<Explanation | null>> {
  const checked = checkRequest(graph, request);
  if (checked.value === null) return { value: null, diagnostics: checked.diagnostics };
  const opened = await openSession(graph, {
    ...options,
    datasets: options.datasets ?? datasetsOf(graph, checked.value),
  });
  const before = [...checked.diagnostics, ...opened.diagnostics];
  if (opened.value === null) return { value: null, diagnostics: before };
  try {
    const explained = await explainIn(opened.value, checked.value);
    return { value: explained.value, diagnostics: [...before, ...explained.diagnostics] };
  } finally {
    await opened.value.executor.close();
  }
}

/** Over data that is open already. */
export async function explainIn(session: Session, checked: CheckedRequest): Promise<Outcome<Explanation | null>> {
  const asker: Asker = {
    ask: (question) => askParts(session, question),
    facts: (question) => dataFacts(session, question),
  };
  return explainChecked(session.graph, checked, asker, (at) => readingOf(session, checked, at));
}

/** A KPI with its target and status; null where the question is not the KPI's own: another condition, another length of time. */
async function readingOf(session: Session, checked: CheckedRequest, at: NamedRange): Promise<KpiReading | null> {
  const { kpi, request } = checked;
  if (kpi === null || request.where !== undefined || at.label === null || !isPeriodOf(session.graph, kpi, at))
    return null;
  const { value } = await scorecard(session.graph, sessionAsker(session), {
    asOf: request.asOf,
    kpis: [kpi.name],
    period: at.label,
    parameters: request.parameters ?? {},
  });
  return value?.kpis.find((reading) => reading.kpi === kpi.name) ?? null;
}

function isPeriodOf(graph: Graph, { every }: Kpi, { fromDay, endDay }: NamedRange): boolean {
  if (every === null || fromDay === null) return false;
  // Periods of calendar datasets are never named by a person, only found.
  if (typeof every !== 'string') return true;
  const bucket = bucketHolding(graph, every, fromDay, NO_FACTS);
  return bucket?.fromDay === fromDay && bucket.endDay === endDay;
}

function datasetsOf(graph: Graph, checked: CheckedRequest): readonly string[] {
  if (checked.holding !== null) return [...graph.datasets.keys()];
  const { asks } = planExplanation(graph, checked);
  const question: CheckedQuestion = { ...checked.question, metrics: asks.metrics() };
  const names = new Set(datasetsNeeded(graph, question));
  if (checked.kpi !== null) for (const name of datasetsForScorecard(graph, [checked.kpi.name])) names.add(name);
  if (checked.versus !== null) {
    const whole = [askedMetric(checked.formula, 0)];
    for (const key of [...checked.by, ...dimensionsOf(graph, checked.formula)])
      for (const name of datasetsNeeded(graph, { ...question, metrics: whole, by: [key] })) names.add(name);
  }
  return [...names];
}

/**
 * What the database can compute is not kept from it by a count beside it that it cannot: such formulas are asked apart, and have no
 * value where there are too many rows for that.
 */
async function askParts(session: Session, question: CheckedQuestion): Promise<Outcome<ValueTable | null>> {
  const [first] = question.metrics;
  const alone = (metrics: readonly AskedMetric[]): CheckedQuestion => ({ ...question, metrics });
  const inDatabase = async (metrics: readonly AskedMetric[]): Promise<boolean> => {
    const planning = planQuestion(session.graph, alone(metrics), await dataFacts(session, alone(metrics)));
    if (planning.kind !== 'plan') return false;
    return queriesOf(session.graph, question, planning.plan, session.relations) !== null;
  };
  if (question.by.length > 0 || first === undefined) return askValues(session, question);
  if ((await inDatabase(question.metrics)) || !(await inDatabase([first]))) return askValues(session, question);
  const able: AskedMetric[] = [];
  const others: AskedMetric[] = [];
  for (const metric of question.metrics) ((await inDatabase([metric])) ? able : others).push(metric);
  const main = await askValues(session, alone(able));
  const [row] = main.value?.rows ?? [];
  if (main.value === null || row === undefined) return main;
  const rest = await askValues(session, alone(others));
  const known = new Map<Typed, ValueTable['rows'][number]['values'][number]>();
  able.forEach((metric, i) => known.set(metric.formula, row.values[i] ?? noValue('no_value')));
  others.forEach((metric, i) => known.set(metric.formula, rest.value?.rows[0]?.values[i] ?? noValue('no_value')));
  const values = question.metrics.map(({ formula }) => known.get(formula) ?? noValue('no_value'));
  return { value: { ...main.value, rows: [{ ...row, values }] }, diagnostics: main.diagnostics };
}
