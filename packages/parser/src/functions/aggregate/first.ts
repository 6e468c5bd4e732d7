// The value of the earliest row.
import type { AggregateSpec } from '../function-spec.js';

export const firstSpec: AggregateSpec = {
  kind: 'aggregate',
  name: 'first',
  fn: 'first',
  takesFraction: false,
  additive: false,
  signature: 'first(x)',
  doc: 'The value of the earliest row that has one, by time and then by key.',
  example: 'first(orders.amount)',
  rule: ({ type }) => ({ value: type.value, unit: type.unit }),
};
