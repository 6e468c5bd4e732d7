// How a phrase about an aggregate begins: `the average of`, `the 90th percentile of`.
import type { AggregateFunction, Typed } from '../types/typed.js';
import { isTemporal } from '../types/value-type.js';
import { asPercent } from './amounts.js';
import { ordinal } from './english.js';

/** `value` is what is aggregated: of times there is an earliest and no smallest. */
export function aggregateHead(fn: AggregateFunction, fraction: string | null, value: Typed | null): string {
  const times = value !== null && isTemporal(value.type.value);
  switch (fn) {
    case 'sum':
      return 'the sum of';
    case 'avg':
      return 'the average of';
    case 'min':
      return times ? 'the earliest' : 'the smallest';
    case 'max':
      return times ? 'the latest' : 'the largest';
    case 'count_rows':
    case 'count':
      return 'the number of';
    case 'count_distinct':
      return 'the number of different';
    case 'median':
      return 'the median of';
    case 'quantile':
      return quantileHead(fraction ?? '0.5');
    case 'stddev':
      return 'the standard deviation of';
    case 'variance':
      return 'the variance of';
    case 'first':
      return 'the first';
    case 'last':
      return 'the last';
  }
}

function quantileHead(fraction: string): string {
  const percent = asPercent(fraction);
  const whole = /^(\d+)\s%$/.exec(percent)?.[1];
  return whole === undefined ? `the ${percent} quantile of` : `the ${ordinal(whole)} percentile of`;
}
