// The value of the latest row.
import type { AggregateSpec } from '../function-spec.js';

export const lastSpec: AggregateSpec = {
  kind: 'aggregate',
  name: 'last',
  fn: 'last',
  takesFraction: false,
  additive: false,
  signature: 'last(x)',
  doc: 'The value of the latest row that has one, by time and then by key.',
  example: 'last(orders.amount)',
  rule: ({ type }) => ({ value: type.value, unit: type.unit }),
};
