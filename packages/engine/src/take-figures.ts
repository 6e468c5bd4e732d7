// Data that is open to what a handbook shows of its metrics: their last months, and the last whole one taken apart.
import type { Diagnostic } from '@sextant/parser';
import { ask } from './ask.js';
import { explainIn } from './explain-in.js';
import { checkRequest } from './explain/check-request.js';
import type { Explanation } from './explain/explanation.js';
import { checkQuestion } from './question/check-question.js';
import type { Question } from './question/question.js';
import type { Cell, Result, ResultColumn } from './result/result.js';
import type { Session } from './session.js';

/** A metric in the months up to the as-of day. */
export interface MetricFigures {
  readonly metric: string;
  readonly column: (ResultColumn & { readonly kind: 'metric' }) | null;
  /** Oldest first; empty where it cannot be asked by month. */
  readonly months: readonly { readonly label: string; readonly cell: Cell }[];
  /** Why there are no months, in words. */
  readonly none: string | null;
  /** The last month that is over, as `kpi explain` tells it. */
  readonly explanation: Explanation | null;
}

/** The months before the one that holds the as-of day. */
const MONTHS_BEFORE = 12;

/** An entry for every metric; `asOf` is an ISO day. */
export async function takeFigures(session: Session, asOf: string): Promise<ReadonlyMap<string, MetricFigures>> {
  const { graph } = session;
  const month = asOf.slice(0, 'yyyy-mm'.length);
  const range = { grain: 'month', from: monthsBefore(month, MONTHS_BEFORE), to: month, asOf };
  const found = new Map<string, MetricFigures>();
  const able: string[] = [];
  for (const metric of graph.metrics.keys()) {
    const { value, diagnostics } = checkQuestion(graph, { ...range, metrics: [metric] });
    if (value !== null) able.push(metric);
    else found.set(metric, noFigures(metric, diagnostics));
  }
  // One question shares its scans; where it has no answer, each metric says for itself why.
  const together = await answerOf(session, { ...range, metrics: able });
  for (const [i, metric] of able.entries()) {
    const own =
      together.value === null ? await answerOf(session, { ...range, metrics: [metric] }) : { ...together, at: i };
    if (own.value === null) {
      found.set(metric, noFigures(metric, own.diagnostics));
      continue;
    }
    const at = 'at' in own ? own.at : 0;
    const months = own.value.rows.flatMap(({ bucket, cells }) => {
      const cell = cells[at];
      return bucket === null || cell === undefined ? [] : [{ label: bucket.label, whole: bucket.complete, cell }];
    });
    const last = months.findLast(({ whole }) => whole);
    found.set(metric, {
      metric,
      column: metricColumns(own.value)[at] ?? null,
      months: months.map(({ label, cell }) => ({ label, cell })),
      none: null,
      explanation: last === undefined ? null : await explanationOf(session, metric, last.label, asOf),
    });
  }
  // As they are defined.
  return new Map([...graph.metrics.keys()].flatMap((name) => entryOf(found, name)));
}

function entryOf(
  found: ReadonlyMap<string, MetricFigures>,
  name: string,
): readonly (readonly [string, MetricFigures])[] {
  const figures = found.get(name);
  return figures === undefined ? [] : [[name, figures]];
}

async function answerOf(
  session: Session,
  question: Question,
): Promise<{ readonly value: Result | null; readonly diagnostics: readonly Diagnostic[] }> {
  if (question.metrics.length === 0) return { value: null, diagnostics: [] };
  return ask(session, question);
}

async function explanationOf(session: Session, metric: string, at: string, asOf: string): Promise<Explanation | null> {
  const checked = checkRequest(session.graph, { subject: { kind: 'metric', name: metric }, at, asOf });
  if (checked.value === null) return null;
  const { value } = await explainIn(session, checked.value);
  return value;
}

function metricColumns({ columns }: Result): readonly (ResultColumn & { readonly kind: 'metric' })[] {
  return columns.flatMap((column) => (column.kind === 'metric' ? [column] : []));
}

function noFigures(metric: string, diagnostics: readonly Diagnostic[]): MetricFigures {
  const why = diagnostics.find(({ severity }) => severity === 'error')?.message ?? 'it cannot be asked by month';
  return { metric, column: null, months: [], none: why, explanation: null };
}

/** `2026-03` and 12 is `2025-03`. */
function monthsBefore(month: string, count: number): string {
  const [year = '', of = ''] = month.split('-');
  const months = Number.parseInt(year, 10) * 12 + Number.parseInt(of, 10) - 1 - count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}
