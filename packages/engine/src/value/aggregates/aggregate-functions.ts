// Every aggregate of the typed tree by its name.
import type { AggregateFunction } from '@sextant/parser';
import type { Rational } from '../rational.js';
import type { Value } from '../value.js';
import { count, countDistinct, countRows } from './counts.js';
import { first, last, max, min } from './extremes.js';
import { median, quantile } from './quantiles.js';
import { stddev, variance } from './spread.js';
import { avg, sum } from './sums.js';

/**
 * One value per row, in the order of time, then key (only `first` and `last` mind). `fraction` is that of `quantile`, within [0, 1].
 * Empty input: counts are 0, everything else has no value (`no_rows`).
 */
export type AggregateImplementation = (values: readonly Value[], fraction: Rational) => Value;

export const aggregateFunctions: Readonly<Record<AggregateFunction, AggregateImplementation>> = {
  sum,
  avg,
  min,
  max,
  count_rows: countRows,
  count,
  count_distinct: countDistinct,
  median,
  quantile,
  stddev,
  variance,
  first,
  last,
};
