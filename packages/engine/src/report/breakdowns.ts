// KPIs by their dimensions: which questions to ask, and what the answers show. Asking is left to whoever has the data.
import { memberName, type Dimension, type Graph, type Kpi } from '@sextant/parser';
import { parseDate, dateText } from '../calendar/time-text.js';
import { datasetsNeeded } from '../plan/datasets-needed.js';
import { checkQuestion } from '../question/check-question.js';
import type { Question } from '../question/question.js';
import type { Result, ResultRow } from '../result/result.js';
import type { KpiReading } from '../status/scorecard.js';
import { compare, fromDecimalText } from '../value/rational.js';
import type { Breakdown } from './report-model.js';

export interface BreakdownQuestion {
  readonly dimension: string;
  readonly question: Question;
}

/** More groups than these are a table and no picture. */
const MOST_GROUPS = 12;
/** Dimensions that are asked for a KPI, until as many as are shown have groups to show. */
const MOST_ASKED = 4;
export const BREAKDOWNS_SHOWN = 2;

/** For a KPI without groups of its own: the first dimensions that it can be asked by, over the datasets that are open. */
export function breakdownQuestions(
  graph: Graph,
  reading: KpiReading,
  { asOf, parameters = {}, datasets }: AskedBreakdowns,
): readonly BreakdownQuestion[] {
  const kpi = graph.kpis.get(reading.kpi);
  const asked = kpi === undefined || reading.slices.length > 0 ? null : questionOf(kpi, reading, asOf);
  if (asked === null || reading.standing.value.value === null) return [];
  const found: BreakdownQuestion[] = [];
  for (const dimension of byPromise(graph)) {
    if (found.length === MOST_ASKED) break;
    const question: Question = { ...asked, by: [quoted(dimension.name)], parameters };
    const checked = checkQuestion(graph, question).value;
    if (checked !== null && datasetsNeeded(graph, checked).every((name) => datasets.has(name)))
      found.push({ dimension: dimension.name, question });
  }
  return found;
}

export interface AskedBreakdowns {
  readonly asOf: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly datasets: ReadonlySet<string>;
}

/** What an answer shows; null where there is one group only, or too many. */
export function breakdownOf(graph: Graph, dimension: string, { rows, columns }: Result): Breakdown | null {
  if (rows.length < 2 || rows.length > MOST_GROUPS) return null;
  const column = columns.find((one) => one.kind === 'metric');
  return {
    kind: 'dimension',
    dimension,
    title: memberName(graph, { kind: 'dimension', dimension }),
    rows: rows.map(rowOf).sort(largestFirst),
    overlapping: column?.kind === 'metric' && column.overlapping,
  };
}

/** Dimensions whose few values are declared come first: nobody has to look at the data to know that they are few. */
function byPromise(graph: Graph): readonly Dimension[] {
  const all = [...graph.dimensions.values()];
  const isDeclared = (dimension: Dimension): boolean =>
    dimension.fields.some((field) => {
      const values = graph.datasets.get(field.dataset)?.fields.get(field.field)?.values ?? null;
      return values !== null && values.length <= MOST_GROUPS;
    });
  return [...all.filter(isDeclared), ...all.filter((one) => !isDeclared(one))];
}

/** The KPI's number in its period; null where there is none to ask for. */
function questionOf(kpi: Kpi, { period }: KpiReading, asOf: string): Question | null {
  const metric = kpi.def.formula?.text ?? kpi.def.metric?.text;
  const end = period.end === null ? null : parseDate(period.end);
  if (kpi.formula === null || metric === undefined || period.start === null || end === null) return null;
  return {
    metrics: [metric],
    from: period.start,
    to: dateText(end - 1),
    // One more group than is shown says that there are too many.
    limit: MOST_GROUPS + 1,
    asOf,
    ...(kpi.def.where === null ? {} : { where: kpi.def.where.text }),
  };
}

function rowOf({ keys, cells }: ResultRow): Extract<Breakdown, { kind: 'dimension' }>['rows'][number] {
  const [cell] = cells;
  const value = { value: cell?.value ?? null, reason: cell?.reason ?? null, approximate: cell?.approximate ?? false };
  return { key: keys[0] ?? null, value };
}

/** Groups without a value stand last. */
function largestFirst(
  { value: a }: { readonly value: { readonly value: string | null } },
  { value: b }: { readonly value: { readonly value: string | null } },
): number {
  const [x, y] = [a.value, b.value].map((text) => (text === null ? null : fromDecimalText(text)));
  if (x === null || x === undefined) return y === null || y === undefined ? 0 : 1;
  return y === null || y === undefined ? -1 : compare(y, x);
}

function quoted(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `"${name}"`;
}
