// Leaves taken apart into aggregates that the engine computes exactly, each a column, and how the columns make the leaf's value.
import type { Reason } from '../../value/value.js';
import type { Fixed } from '../row/fixed.js';
import { digitsOf } from '../row/fixed.js';
import { cast } from '../dialect-duckdb.js';
import { refuse, type LeafShape, type SumRead } from '../sql-world.js';
import type { Rational } from '../../value/rational.js';

/** An aggregate over the rows that satisfy `where`; no rows give null, or 0 of counts. */
export interface Cell {
  readonly fn:
    | 'rows'
    | 'count'
    | 'sum'
    | 'min'
    | 'max'
    | 'distinct'
    /** Doubles in their own order, so that the last digits are always the same. */
    | 'float_sum'
    | 'float_variance'
    | 'first'
    | 'last'
    /** One of the sorted values: `rank` says which. */
    | 'rank';
  /** SQL of the value; empty for `rows`. */
  readonly value: string;
  /** What `first` and `last` order by. */
  readonly order: string;
  /** The two values between which a quantile lies. */
  readonly rank: { readonly fraction: Rational; readonly next: boolean } | null;
  /** Conditions, as texts. */
  readonly where: readonly string[];
}

/** How the cells of a leaf are computed together with others. */
export type CellClass =
  /** From partial results. */
  | 'additive'
  /** From the distinct values. */
  | 'distinct'
  /** From the rows themselves. */
  | 'rowwise'
  /** From the rows, apart for each divisor. */
  | 'by_divisor';

export interface LeafCells {
  readonly leaf: number;
  /** Not empty: this is no leaf, but the count of rows that satisfy the conditions of these leaves. */
  readonly reaches: readonly number[];
  readonly class: CellClass;
  readonly cells: readonly Cell[];
  /** SQL of the divisor; only of `by_divisor`. */
  readonly divisor: string | null;
  /** Makes the reading out of the columns that the cells got, in order. */
  readonly read: (columns: readonly number[], divisor: number) => LeafShape;
  /** Cells whose count above 0 takes the leaf's value, after the others. */
  readonly faults: readonly { readonly cell: Cell; readonly reason: Reason }[];
}

export function cell(fn: Cell['fn'], value: string, where: readonly string[], rest: Partial<Cell> = {}): Cell {
  return { fn, value, where, order: '', rank: null, ...rest };
}

export function cellKey(one: Cell): string {
  const rank = one.rank === null ? '' : `${one.rank.fraction.n}/${one.rank.fraction.d}/${one.rank.next}`;
  return JSON.stringify([one.fn, one.value, one.order, rank, one.where]);
}

/** Rows where none are known of: more would be the largest tables there are. */
export const MOST_ROWS = 10n ** 10n;

/** A sum as cells: in two parts where the whole could pass the engine's digits, which it would not say. */
export function sumCells(
  number: Fixed,
  where: readonly string[],
  rows: bigint,
): { readonly cells: readonly Cell[]; readonly read: (columns: readonly number[]) => SumRead['parts'] } {
  const whole = (columns: readonly number[]): SumRead['parts'] => columns.map((column) => ({ column, factor: 1n }));
  // Sums of whole numbers are checked by the engine; those of decimals wrap round without a word.
  const fits = number.type.kind === 'integer' || digitsOf(number.bound * rows) <= 38;
  if (fits) return { cells: [cell('sum', number.sql, where)], read: whole };
  if (number.scale > 27) return refuse('a sum of numbers with more than 27 digits after the point');
  const high = cast(number.sql, 'HUGEINT');
  const low = `(${number.sql} - ${cast(high, `DECIMAL(38,${number.scale})`)})`;
  return { cells: [cell('sum', high, where), cell('sum', low, where)], read: whole };
}
