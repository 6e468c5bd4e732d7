// What may be asked: as it is given (texts from a command line, a file or an API) and as it was checked against a graph.
import type { CalendarLevel, ConstValue, Member, Type, Typed } from '@sextant/parser';
import type { Value } from '../value/value.js';

/** A question as given. Every part but `metrics` and `asOf` may be left out. */
export interface Question {
  /** Names of metrics, or formulas over them. */
  readonly metrics: readonly string[];
  /** Dimensions, or `dataset.field`. */
  readonly by?: readonly string[];
  /** A calendar level: `month`, `fiscal_quarter`, or the `dataset.field` of a calendar dataset. */
  readonly grain?: string;
  /** First day or period of the range, inclusive: `2026-01-01`, `2026-01`, `FY2027`. */
  readonly from?: string;
  /** Last day or period of the range, inclusive. */
  readonly to?: string;
  /** A condition on dimensions and fields. */
  readonly where?: string;
  /** A condition on results: metrics in the context of each row. */
  readonly having?: string;
  /** Columns, each with an optional ` asc` or ` desc`. */
  readonly order?: readonly string[];
  readonly limit?: number;
  /** ISO day; everything up to its end is known. */
  readonly asOf: string;
  /** Values of parameters, as constant formulas. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** A question whose every text was checked: what the reference and the planner read. */
export interface CheckedQuestion {
  readonly metrics: readonly AskedMetric[];
  readonly by: readonly AskedKey[];
  readonly grain: CalendarLevel | null;
  /** Civil days: the range is `[fromDay, endDay)`, days since 1970-01-01; null is open. Not clipped to as_of. */
  readonly fromDay: number | null;
  readonly endDay: number | null;
  /** Level `row` over members, conjuncts apart (`across ... unfiltered` removes some of them). */
  readonly where: readonly Typed[];
  readonly having: Typed | null;
  readonly order: readonly { readonly column: ColumnRef; readonly descending: boolean }[];
  readonly limit: number | null;
  /** Days since 1970-01-01. */
  readonly asOfDay: number;
  /** Every parameter of the project, with its default or the asked value. */
  readonly parameters: ReadonlyMap<string, ConstValue>;
  /** Groups that are part of the answer at every time, though no aggregate reaches them; one value per key. */
  readonly groups?: readonly (readonly Value[])[];
}

export type ColumnRef =
  | { readonly kind: 'bucket' }
  | { readonly kind: 'key'; readonly index: number }
  | { readonly kind: 'metric'; readonly index: number };

export interface AskedMetric {
  /** The metric's name, or the formula as written. */
  readonly name: string;
  readonly title: string | null;
  readonly formula: Typed;
  readonly type: Type;
  readonly percent: boolean;
  readonly decimals: number | null;
  /** Computed in the whole bucket, though it ends after as_of: what a target is said for. Rows after as_of stay hidden. */
  readonly entire?: true;
}

export interface AskedKey {
  readonly name: string;
  readonly member: Member;
  readonly type: Type;
}
