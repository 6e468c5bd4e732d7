// The tree behind a number and the reasons of its change, over data that is open.
import type { Graph, Kpi, Outcome, Typed } from '@sextant/parser';
import { askValues, queriesOf } from './ask.js';
import { dataFacts } from './data-facts.js';
import type { Asker } from './explain/asker.js';
import type { CheckedRequest } from './explain/check-request.js';
import { explainChecked } from './explain/explain.js';
import type { Explanation } from './explain/explanation.js';
import { bucketHolding, type NamedRange } from './explain/period.js';
import { NO_FACTS } from './plan/facts.js';
import { planQuestion } from './plan/plan-question.js';
import type { AskedMetric, CheckedQuestion } from './question/question.js';
import type { ValueTable } from './result/value-table.js';
import type { Session } from './session.js';
import { sessionAsker } from './session-asker.js';
import { scorecard } from './status/compute-scorecard.js';
import type { KpiReading } from './status/scorecard.js';
import { noValue } from './value/value.js';

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
