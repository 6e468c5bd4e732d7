// What the explain room says: plain data with exact decimal texts, which renderers show and never compute with.
import type { Diagnostic, ScalarFunction } from '@sextant/parser';
import type { KpiReading } from '../status/scorecard.js';
import type { Reason } from '../value/value.js';
import type { Change } from './change.js';

/** The tree behind one number, and, where it was asked, why it differs from another one. */
export interface Explanation {
  readonly subject: Subject;
  /** ISO day: everything up to its end is known. */
  readonly asOf: string;
  readonly at: AskedPeriod;
  /** The condition of the question, as written; null where there is none. */
  readonly where: string | null;
  /** Its value is what `kpi eval` gives for the same question. */
  readonly tree: ExplainNode;
  /** A KPI with its target and the rule of its status that fired; null for metrics, and where there is no reading of the period. */
  readonly standing: KpiReading | null;
  readonly change: Change | null;
  /** What the data said on the way. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface Subject {
  readonly kind: 'metric' | 'kpi' | 'formula';
  /** For a formula its text. */
  readonly name: string;
  readonly title: string | null;
  readonly place: Place | null;
  /** `decimal(2)`, `integer`, `exact quotient`. */
  readonly type: string;
  readonly unit: string;
  readonly percent: boolean;
  readonly decimals: number | null;
}

/** A window of whole days as it was asked for, before anything clips or moves it. */
export interface AskedPeriod {
  /** `2026-05`, `FY2027-Q1`; null for all time. */
  readonly label: string | null;
  /** First and last day, ISO; null is open. */
  readonly first: string | null;
  readonly last: string | null;
  /** It has ended by the end of as_of. */
  readonly complete: boolean;
}

/** 1-based, in a file of the project. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type ExplainNode =
  | MetricNode
  | OperatorNode
  | CaseNode
  | ConstantNode
  | ParameterNode
  | AggregateNode
  | ContextNode
  | PerNode
  | ConvertNode
  | TargetNode
  | EntityNode
  | LengthNode
  | MemberNode;

interface NodeBase {
  /** The formula as it stands in its definition, on one line; where nothing is written, the same in words of the language. */
  readonly label: string;
  /** Where the definition, or this part of it, stands; null in a formula of the question. */
  readonly place: Place | null;
  /** Exact decimal text, a metric's rounded as it declares; for dates and texts their text; null is no value. */
  readonly value: string | null;
  readonly reason: Reason | null;
  readonly approximate: boolean;
  /** `decimal(2)`, `integer`, `exact quotient`, `text`. */
  readonly type: string;
  /** `EUR/customer`; empty for a plain number. */
  readonly unit: string;
  /** The value is a ratio, to be shown as a percentage. */
  readonly percent: boolean;
  /** As declared; of the percentage where `percent`. */
  readonly decimals: number | null;
  /** What the node is for the one above it. */
  readonly role: OperandRole;
  readonly children: readonly ExplainNode[];
}

export type OperandRole =
  /** The one thing that the node above is made of, or looks at in another context. */
  | 'of'
  /** Of sums and differences. */
  | 'plus'
  | 'minus'
  /** Of products and quotients. */
  | 'times'
  | 'over'
  /** Of `growth`. */
  | 'now'
  | 'base'
  | 'argument'
  /** Of `case`: a condition that was looked at, and the result that was taken. */
  | 'when'
  | 'then'
  | 'else'
  /** Of `per` and `top_share`: the metric over all groups together. */
  | 'inside';

export interface MetricNode extends NodeBase {
  readonly kind: 'metric';
  readonly metric: string;
  readonly title: string | null;
  /** It is 0 because nothing was there, and the metric says `empty: 0`. */
  readonly emptyZero: boolean;
  /** It stands in the same context further up, with all that is below it. */
  readonly again: boolean;
}

/** Sums and products are one node however many operands they have. */
export interface OperatorNode extends NodeBase {
  readonly kind: 'operator';
  readonly operator: 'sum' | 'product' | ScalarFunction;
}

/** Children: the conditions up to the one that held, and the result that was taken. */
export interface CaseNode extends NodeBase {
  readonly kind: 'case';
  /** Null: no branch held, and there is no `else`. */
  readonly taken: number | 'else' | null;
}

export interface ConstantNode extends NodeBase {
  readonly kind: 'constant';
}

export interface ParameterNode extends NodeBase {
  readonly kind: 'parameter';
  readonly parameter: string;
}

export interface AggregateNode extends NodeBase {
  readonly kind: 'aggregate';
  readonly fn: string;
  readonly dataset: string;
  /** The aggregate's own condition, as written. */
  readonly where: string | null;
  /** Conditions from around it that its rows satisfy too, as written. */
  readonly filters: readonly string[];
  /** The time field that `dated` names. */
  readonly dated: string | null;
  readonly rowsIn: RowsIn;
  readonly rows: RowCounts;
}

/** Which rows the context's time chose. */
export type RowsIn =
  /** `time: none`. */
  | { readonly kind: 'all_times' }
  /** First and last day, ISO; null is open. */
  | { readonly kind: 'window'; readonly first: string | null; readonly last: string | null }
  /** The snapshot that was read; null where there is none. With `each`, one for each of these. */
  | { readonly kind: 'snapshot'; readonly taken: string | null; readonly each: string | null }
  /** Rows that were valid at one end of the window; the state at the end of a day. */
  | { readonly kind: 'valid'; readonly at: string | null };

/** Decimal texts of whole numbers; null where the context gives no value at all, or it was not counted. */
export interface RowCounts {
  /** In time, and satisfying the conditions from around. */
  readonly inTime: string | null;
  /** Of these, satisfying the aggregate's own condition too. */
  readonly matching: string | null;
  /** Of these, without a value: they enter nothing. */
  readonly withoutValue: string | null;
  /** `matching` less `withoutValue`. */
  readonly entered: string | null;
}

/** Another context for what stands inside. */
export interface ContextNode extends NodeBase {
  readonly kind: 'context';
  readonly change: ContextChange;
}

export type ContextChange =
  | { readonly kind: 'where'; readonly condition: string }
  | {
      readonly kind: 'across';
      readonly keys: readonly string[];
      readonly all: boolean;
      readonly time: boolean;
      readonly unfiltered: boolean;
    }
  /** The window that the inner formula sees. */
  | {
      readonly kind: 'window';
      readonly op: 'prior' | 'to_date' | 'whole' | 'rolling' | 'cumulative';
      readonly first: string | null;
      readonly last: string | null;
    }
  | { readonly kind: 'state'; readonly op: 'opening' | 'closing'; readonly each: string | null };

export interface PerNode extends NodeBase {
  readonly kind: 'per';
  readonly fn: string;
  readonly keys: readonly string[];
  /** The condition on groups, as written. */
  readonly where: string | null;
  /** How many groups were visited, and how many of them satisfied the condition. */
  readonly groups: string | null;
  readonly kept: string | null;
}

export interface ConvertNode extends NodeBase {
  readonly kind: 'convert';
  readonly to: string;
}

export interface TargetNode extends NodeBase {
  readonly kind: 'target';
  readonly kpi: string;
}

/** What follows entities through time: computed from rows, not from smaller numbers. */
export interface EntityNode extends NodeBase {
  readonly kind: 'entity';
  readonly form: 'conversion' | 'conversions' | 'retention' | 'top_share';
  readonly datasets: readonly string[];
}

export interface LengthNode extends NodeBase {
  readonly kind: 'length';
}

export interface MemberNode extends NodeBase {
  readonly kind: 'member';
}
