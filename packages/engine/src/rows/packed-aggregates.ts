// Aggregates over runs of packed numbers, exact: doubles add up until they could be rounded, then the total goes on as a bigint.
import type { AggregateFunction } from '@sextant/parser';
import { MOST_UNITS, numberOf, type NumberColumn } from '../value/column.js';
import { divide, fromBigInt, fromScaled } from '../value/rational.js';
import { integerValue, noValue, numberValue, type Value } from '../value/value.js';

/** 1 for the rows that count; null: all of them. */
export type Kept = Uint8Array | null;

/** Of the kept rows among `[first, end)`. */
export type PackedAggregate = (column: NumberColumn, kept: Kept, first: number, end: number) => Value;

const NO_ROWS = noValue('no_rows');

/** The other aggregates need the values themselves. */
export const packedAggregates: Readonly<Partial<Record<AggregateFunction, PackedAggregate>>> = {
  sum: (column, kept, first, end) => {
    const { count, units } = total(column, kept, first, end);
    return count === 0 ? NO_ROWS : numberValue(fromScaled(units, column.scale));
  },
  avg: (column, kept, first, end) => {
    const { count, units } = total(column, kept, first, end);
    const mean = divide(fromScaled(units, column.scale), fromBigInt(BigInt(count)));
    return mean === null ? NO_ROWS : numberValue(mean);
  },
  min: extreme((unit, best) => unit < best),
  max: extreme((unit, best) => unit > best),
  count: (column, kept, first, end) => {
    let count = 0;
    for (let row = first; row < end; row++) if (isValue(column, kept, row)) count++;
    return integerValue(count);
  },
  count_rows: (_, kept, first, end) => integerValue(keptCount(kept, first, end)),
};

export function keptCount(kept: Kept, first: number, end: number): number {
  if (kept === null) return end - first;
  let count = 0;
  for (let row = first; row < end; row++) count += kept[row] ?? 0;
  return count;
}

function isValue({ missing }: NumberColumn, kept: Kept, row: number): boolean {
  return (kept === null || kept[row] === 1) && (missing === null || missing[row] !== 1);
}

function total(
  column: NumberColumn,
  kept: Kept,
  first: number,
  end: number,
): { readonly count: number; readonly units: bigint } {
  let count = 0;
  let high = 0n;
  let low = 0;
  for (let row = first; row < end; row++) {
    if (!isValue(column, kept, row)) continue;
    count++;
    low += column.units[row] ?? 0;
    if (low > MOST_UNITS || low < -MOST_UNITS) {
      high += BigInt(low);
      low = 0;
    }
  }
  return { count, units: high + BigInt(low) };
}

function extreme(isBetter: (unit: number, best: number) => boolean): PackedAggregate {
  return (column, kept, first, end) => {
    let best: number | null = null;
    for (let row = first; row < end; row++) {
      if (!isValue(column, kept, row)) continue;
      const unit = column.units[row] ?? 0;
      if (best === null || isBetter(unit, best)) best = unit;
    }
    return best === null ? NO_ROWS : numberOf(best, column.scale);
  };
}
