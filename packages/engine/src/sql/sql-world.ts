// What turning scans into SQL needs to know besides the scan, and what comes out of it: plain data on both sides.
import type { ConstValue, Graph } from '@sextant/parser';
import type { CalendarSettings } from '../calendar/calendar-settings.js';
import type { Rational } from '../value/rational.js';
import type { Reason } from '../value/value.js';

export interface SqlWorld {
  readonly graph: Graph;
  readonly parameters: ReadonlyMap<string, ConstValue>;
  readonly calendar: CalendarSettings;
  /** The quoted SQL name of a dataset's relation. */
  readonly relation: (dataset: string) => string;
  /**
   * Digits of the decimal columns, by `dataset.field`; integer columns only where they are wider than 64 bits (39). A decimal
   * that is missing is taken for 38 digits wide, which is slow but exact.
   */
  readonly decimalWidths?: ReadonlyMap<string, number>;
  /** What is known of the data's size. Plans become better with it, never right by it. */
  readonly estimate?: Estimate;
}

export interface Estimate {
  /** Rows of a dataset; null: not known. */
  readonly rows: (dataset: string) => number | null;
  /** Distinct values of a stored field; null: not known. */
  readonly distinct: (dataset: string, field: string) => number | null;
}

/** One statement, and how its columns are read. */
export interface ScanQuery {
  readonly sql: string;
  readonly reads: QueryReads;
}

export interface QueryReads {
  /** The window of a row: always the same, or a number in a column. */
  readonly window:
    | { readonly kind: 'fixed'; readonly index: number }
    /** With a map, the number in the column stands for the window at its place; -1 is none. */
    | { readonly kind: 'column'; readonly column: number; readonly map: readonly number[] | null };
  /** A column that counts the rows of a group; where it is 0 there is no such group. Null: every row is a group. */
  readonly present: number | null;
  readonly keys: readonly KeyRead[];
  readonly leaves: readonly LeafRead[];
  /** Columns that count the rows which satisfy the conditions of those leaves. */
  readonly reach: readonly { readonly column: number; readonly leaves: readonly number[] }[];
  /** True where the query's rows are all the groups there are; the other queries only add values to them. */
  readonly main: boolean;
}

export interface ValueRead {
  readonly column: number;
  readonly as: 'number' | 'text' | 'boolean' | 'date' | 'datetime' | 'timestamp';
  /** The number in the column over this, or over the number in that column, or over both. */
  readonly over: bigint;
  readonly overColumn: number | null;
  readonly approximate: boolean;
}

export interface KeyRead extends ValueRead {}

/** A sum in parts, each times a factor: parts of numbers that together could pass the engine's digits. */
export interface SumRead {
  readonly parts: readonly { readonly column: number; readonly factor: bigint }[];
  readonly over: bigint;
  readonly approximate: boolean;
}

/** A column counts the rows that must not be passed over; above zero the leaf has no value, for that reason. */
export interface FaultRead {
  readonly column: number;
  readonly reason: Reason;
}

export type LeafRead = { readonly leaf: number; readonly faults: readonly FaultRead[] } & LeafShape;

export type LeafShape =
  | { readonly kind: 'count'; readonly column: number }
  | { readonly kind: 'value'; readonly value: ValueRead }
  | { readonly kind: 'sum'; readonly sum: SumRead }
  | { readonly kind: 'avg'; readonly sum: SumRead; readonly count: number }
  | {
      readonly kind: 'quantile';
      readonly count: number;
      readonly low: ValueRead;
      readonly high: ValueRead;
      readonly fraction: Rational;
    }
  | {
      readonly kind: 'spread';
      readonly root: boolean;
      readonly sum: SumRead;
      readonly squares: SumRead;
      readonly count: number;
    }
  /** Computed by the engine on floats: the variance in a column, and how many values there were. */
  | { readonly kind: 'float_spread'; readonly root: boolean; readonly value: number; readonly count: number }
  /**
   * Several rows of the query make one group: each has the divisor of its values in a column. The sum is that of the sums
   * over their divisors.
   */
  | {
      readonly kind: 'by_divisor';
      readonly fn: 'sum' | 'avg' | 'variance' | 'stddev';
      readonly divisor: number;
      readonly sum: SumRead;
      readonly squares: SumRead | null;
      readonly count: number;
    };

/** Why a scan has no exact SQL: the in-memory reference computes it instead. */
export interface SqlRefusal {
  readonly kind: 'sql_refusal';
  readonly reason: string;
}

export function isSqlRefusal(value: unknown): value is SqlRefusal {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'sql_refusal';
}

/** Ends the making of SQL for a scan; `scanSql` catches it and nobody else sees it thrown. */
export function refuse(reason: string): never {
  throw { kind: 'sql_refusal', reason } satisfies SqlRefusal;
}
