// What properties are asked of: metrics by how they add up, and contexts to ask them in.
import fc from 'fast-check';
import type { Question } from '@sextant/engine';
import { arbitraryProject, conditions, memberConditions, orderConditions } from '../differential/arbitrary-project.js';

/** Projects whose rows are what matters; each property brings metrics and questions of its own. */
export const projects = arbitraryProject(false);

/** Numbers of an order's row. No exchange rates: an amount without a rate takes the whole sum away, and rightly. */
export const numbers = fc.constantFrom(
  'orders.amount',
  'orders.quantity',
  'orders.total',
  'orders.weight',
  'orders.amount * 2',
  'round(orders.amount / 3, 2)',
  'coalesce(orders.quantity, 1)',
  'customers.order_count * orders.quantity',
);

const suffix = fc.option(conditions, { nil: '', freq: 2 }).map((one) => (one === '' ? '' : ` where ${one}`));

export const counts = fc.oneof(
  suffix.map((s) => `count(orders${s})`),
  fc.tuple(numbers, suffix).map(([v, s]) => `count(${v}${s})`),
);
export const additive = fc.oneof(
  fc.tuple(numbers, suffix).map(([v, s]) => `sum(${v}${s})`),
  counts,
  fc.tuple(numbers, memberConditions).map(([v, p]) => `(sum(${v}) where ${p})`),
);
export const pooled = fc.oneof(
  fc
    .tuple(fc.constantFrom('avg', 'min', 'max', 'median', 'variance', 'first', 'last'), numbers, suffix)
    .map(([fn, v, s]) => `${fn}(${v}${s})`),
  fc
    .tuple(fc.constantFrom('customer_id', 'channel', 'amount'), suffix)
    .map(([f, s]) => `count(distinct orders.${f}${s})`),
  fc.tuple(numbers, fc.constantFrom('0.1', '0.5', '0.9')).map(([v, q]) => `quantile(${v}, ${q})`),
);
export const ratios = fc.tuple(additive, fc.oneof(additive, pooled)).map(([a, b]) => `(${a}) / (${b})`);
export const anyMetric = fc.oneof(additive, pooled, ratios);

/** Keys of which each order has one value, or none: their groups share no rows. */
export const keys = fc.subarray(['channel', 'region', 'segment', 'orders.status'], { maxLength: 2 });
export const someKeys = fc.subarray(['channel', 'region', 'segment', 'orders.status'], { minLength: 1, maxLength: 2 });

export const conditionsAsked = fc.option(fc.oneof(memberConditions, orderConditions), { nil: undefined, freq: 1 });

const ranges: readonly (readonly [string | undefined, string | undefined])[] = [
  ['2024', '2024'],
  ['2023-12', '2025-03'],
  ['2024-Q1', '2025-Q1'],
  ['2024-02-15', '2024-03-20'],
  ['FY2025', 'FY2025'],
  [undefined, '2024-12'],
  ['2024-10-27', '2024-10-27'],
  ['2025-03', '2025-05'],
  [undefined, undefined],
];

type Part = Partial<Question>;

export function part(name: 'grain' | 'from' | 'to' | 'where', value: string | undefined): Part {
  return value === undefined ? {} : { [name]: value };
}

export const rangesAsked: fc.Arbitrary<Part> = fc
  .constantFrom(...ranges)
  .map(([from, to]) => ({ ...part('from', from), ...part('to', to) }));
export const boundedRanges: fc.Arbitrary<Part> = fc
  .constantFrom(...ranges.filter(([from]) => from !== undefined))
  .map(([from, to]) => ({ ...part('from', from), ...part('to', to) }));

export const grains = fc.constantFrom('day', 'week', 'month', 'quarter', 'year', 'fiscal_quarter', 'fiscal_year');
export const knownDays = fc.constantFrom('2025-04-30', '2025-03-15', '2024-10-27', '2024-02-29');

/** The range and the day of a question. */
export const unfiltered: fc.Arbitrary<Part> = fc
  .tuple(rangesAsked, knownDays)
  .map(([range, asOf]) => ({ ...range, asOf }));

/** Everything that narrows a question, apart from its groups and buckets. */
export const settings: fc.Arbitrary<Part> = fc
  .tuple(unfiltered, conditionsAsked)
  .map(([rest, where]) => ({ ...rest, ...part('where', where) }));
