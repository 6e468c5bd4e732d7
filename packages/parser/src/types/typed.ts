// The typed tree: a formula with every name resolved, every type and unit known, and all sugar removed.
// It is what the engine evaluates. Plain data: it can be printed, hashed, sent to a worker.
import type { Range } from '../source/source-file.js';
import type { Unit } from './unit.js';
import type { ValueType } from './value-type.js';

/** What an expression is a function of: nothing, one row of a dataset, or a context (section 4 of the reference). */
export type Level = 'constant' | 'row' | 'aggregate';

export interface Type {
  readonly value: ValueType;
  readonly unit: Unit;
  readonly level: Level;
  /** A number written without a unit: takes a counted unit from the other side of `+ -` and comparisons. */
  readonly bare: boolean;
}

export type Typed =
  | ConstTyped
  | NullTyped
  | ParameterTyped
  | FieldTyped
  | MemberTyped
  | CallTyped
  | CaseTyped
  | ConvertTyped
  | ChildTyped
  | AggregateTyped
  | MetricTyped
  | FilteredTyped
  | AcrossTyped
  | PerTyped
  | WindowTyped
  | StateTyped
  | ConversionTyped
  | RetentionTyped
  | TopShareTyped
  | TargetTyped
  | WindowLengthTyped
  | UnknownTyped;

interface TypedBase {
  readonly type: Type;
  /** In the formula's own text. */
  readonly range: Range;
}

/** Numbers are exact decimal texts with the percent sign already applied; dates ISO texts; instants ISO with `Z` or an offset. */
export type ConstValue =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'datetime'; readonly text: string }
  | { readonly kind: 'timestamp'; readonly text: string };

export interface ConstTyped extends TypedBase {
  readonly kind: 'const';
  readonly value: ConstValue;
}

export interface NullTyped extends TypedBase {
  readonly kind: 'null';
}

export interface ParameterTyped extends TypedBase {
  readonly kind: 'parameter';
  readonly parameter: string;
}

/**
 * One many-to-one step: `from.field` holds the key of `to`. With `reverse`, a step into a bridge (many-to-many):
 * `to.field` holds the key of `from`; only in groups and filters, and at most once in a path.
 */
export interface JoinStep {
  readonly from: string;
  readonly field: string;
  readonly to: string;
  readonly reverse?: true;
}

/** A field of the row at hand, or of the row that a chain of references leads to. `base` is the dataset of the row at hand. */
export interface FieldTyped extends TypedBase {
  readonly kind: 'field';
  readonly base: string;
  readonly path: readonly JoinStep[];
  readonly dataset: string;
  readonly field: string;
}

/**
 * A dimension or a field that is named outside an aggregate: in a filter on a metric, as a group. It is bound to a field
 * of each aggregate's own dataset by bind-member.ts. `path` is empty unless a role was named.
 */
export type Member =
  | { readonly kind: 'dimension'; readonly dimension: string }
  | { readonly kind: 'field'; readonly dataset: string; readonly field: string; readonly path: readonly JoinStep[] };

export interface MemberTyped extends TypedBase {
  readonly kind: 'member';
  readonly member: Member;
}

/** Scalar functions and operators, on rows and on results alike. */
export type ScalarFunction =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'negate'
  | 'mod'
  | 'power'
  | 'equal'
  | 'not_equal'
  | 'less'
  | 'less_equal'
  | 'greater'
  | 'greater_equal'
  | 'and'
  | 'or'
  | 'not'
  | 'is_null'
  | 'in'
  | 'between'
  | 'like'
  | 'coalesce'
  | 'nullif'
  | 'least'
  | 'greatest'
  | 'abs'
  | 'round'
  | 'floor'
  | 'ceil'
  | 'sqrt'
  | 'exp'
  | 'ln'
  | 'lower'
  | 'upper'
  | 'trim'
  | 'substring'
  | 'concat'
  | 'length'
  | 'starts_with'
  | 'contains'
  | 'year'
  | 'quarter'
  | 'month'
  | 'week'
  | 'day'
  | 'day_of_week'
  | 'hour'
  | 'date_trunc'
  | 'date_diff'
  | 'elapsed'
  | 'date_add'
  /** Without arguments: the question's day. */
  | 'as_of'
  | 'cast'
  | 'approx'
  /** (now, before): (now - before) / before, no value (`no_base`) where before is zero or negative. */
  | 'growth';

/**
 * `level` is the calendar level of date_trunc and date_diff; `span` the length that date_add adds.
 * `in` has the tested value first; `between` is (x, low, high). `not in`, `<>` over sets and the like are written with `not`.
 */
export interface CallTyped extends TypedBase {
  readonly kind: 'call';
  readonly fn: ScalarFunction;
  readonly args: readonly Typed[];
  readonly level?: CalendarLevel | ClockLevel;
  readonly span?: CalendarSpan;
}

/** The simple form `case x when v` is written out as conditions. */
export interface CaseTyped extends TypedBase {
  readonly kind: 'case';
  readonly branches: readonly { readonly when: Typed; readonly then: Typed }[];
  readonly otherwise: Typed | null;
}

/** Money of each row in another currency, at the last rate on or before `at`. */
export interface ConvertTyped extends TypedBase {
  readonly kind: 'convert';
  readonly of: Typed;
  /** An ISO code, or the field with each row's code. */
  readonly from:
    { readonly kind: 'fixed'; readonly code: string } | { readonly kind: 'field'; readonly field: FieldTyped };
  readonly to: string;
  readonly at: Typed;
  readonly skipMissing: boolean;
}

/** A row value that aggregates the rows of another dataset which refer to this row (`min(orders.ordered_at)` on customers). */
export interface ChildTyped extends TypedBase {
  readonly kind: 'child';
  readonly parent: string;
  /** From the child's dataset to the parent, many-to-one. */
  readonly link: readonly JoinStep[];
  readonly aggregate: AggregateTyped;
}

export type AggregateFunction =
  | 'sum'
  | 'avg'
  | 'min'
  | 'max'
  | 'count_rows'
  | 'count'
  | 'count_distinct'
  | 'median'
  | 'quantile'
  | 'stddev'
  | 'variance'
  | 'first'
  | 'last';

export interface AggregateTyped extends TypedBase {
  readonly kind: 'aggregate';
  readonly fn: AggregateFunction;
  readonly dataset: string;
  /** A row value of `dataset`; null only for count_rows. */
  readonly value: Typed | null;
  /** The fraction of `quantile`, an exact decimal text in [0, 1]. */
  readonly fraction: string | null;
  /** A row condition of `dataset`. */
  readonly where: Typed | null;
  /** The time field named by `dated`; null: the dataset's default. */
  readonly dated: FieldTyped | null;
}

export interface MetricTyped extends TypedBase {
  readonly kind: 'metric';
  readonly metric: string;
}

/** `m where p`: p is a condition on members, bound to every aggregate inside. */
export interface FilteredTyped extends TypedBase {
  readonly kind: 'filtered';
  readonly of: Typed;
  readonly condition: Typed;
}

export interface AcrossTyped extends TypedBase {
  readonly kind: 'across';
  readonly of: Typed;
  readonly keys: readonly Member[];
  readonly all: boolean;
  readonly time: boolean;
  readonly unfiltered: boolean;
  /** The whole of a `share`: its groups must add up to it. */
  readonly ofShare?: true;
}

export type CalendarLevel =
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year'
  | 'fiscal_quarter'
  | 'fiscal_year'
  | { readonly dataset: string; readonly field: string };

/** What `date_diff` counts beside levels of the calendar; no window is a minute long. */
export type ClockLevel = 'minute' | 'second';

export type PerKey =
  { readonly kind: 'member'; readonly member: Member } | { readonly kind: 'level'; readonly level: CalendarLevel };

/** `avg(m per region where c)`: m in each group, the groups that satisfy c, then the outer aggregate over those values. */
export interface PerTyped extends TypedBase {
  readonly kind: 'per';
  /** count_rows counts groups. */
  readonly fn: AggregateFunction;
  readonly of: Typed | null;
  readonly keys: readonly PerKey[];
  readonly where: Typed | null;
  readonly fraction: string | null;
  /** Buckets without a value are left out instead of giving no value. */
  readonly skip: boolean;
}

/** A length in the calendar: `28 days`, `1 year`, `2 fiscal_quarter`. */
export interface CalendarSpan {
  readonly amount: number;
  readonly level: CalendarLevel;
  /** The parameter whose default this is. A question cannot give it another value. */
  readonly parameter?: string;
}

export type WindowOp =
  | { readonly kind: 'prior'; readonly span: CalendarSpan; readonly full: boolean }
  | { readonly kind: 'to_date'; readonly level: CalendarLevel }
  | { readonly kind: 'whole'; readonly level: CalendarLevel }
  | { readonly kind: 'rolling'; readonly span: CalendarSpan }
  | { readonly kind: 'cumulative' };

export interface WindowTyped extends TypedBase {
  readonly kind: 'window';
  readonly of: Typed;
  readonly op: WindowOp;
  /** Windows that begin before history give a value all the same. */
  readonly partial: boolean;
}

export interface StateTyped extends TypedBase {
  readonly kind: 'state';
  readonly op: 'opening' | 'closing';
  readonly of: Typed;
  /** The snapshot is chosen for each of these apart, and carried forward. */
  readonly each: Member | null;
}

/** One side of a conversion. */
export interface Step {
  readonly dataset: string;
  readonly entity: FieldTyped;
  readonly where: Typed | null;
}

export interface ConversionTyped extends TypedBase {
  readonly kind: 'conversion';
  readonly result: 'share' | 'count';
  readonly from: Step;
  readonly to: Step;
  readonly within: CalendarSpan;
}

export interface RetentionTyped extends TypedBase {
  readonly kind: 'retention';
  readonly of: Step;
  readonly at: CalendarSpan;
}

export interface TopShareTyped extends TypedBase {
  readonly kind: 'top_share';
  readonly of: Typed;
  readonly key: Member;
  /** Exact decimal text in (0, 1]. */
  readonly fraction: string;
  /** The dataset whose rows are all counted as groups; null: the groups that have rows. */
  readonly ofDataset: string | null;
}

export interface TargetTyped extends TypedBase {
  readonly kind: 'target';
  readonly kpi: string;
}

/** `days()` and `hours()`: the length of the window, clipped to as_of. */
export interface WindowLengthTyped extends TypedBase {
  readonly kind: 'window_length';
  readonly level: 'day' | 'hour';
}

/** What was reported already. Nothing that contains it is evaluated. */
export interface UnknownTyped extends TypedBase {
  readonly kind: 'unknown';
}
