// The largest value of numbers, dates, times and texts.
import type { AggregateSpec } from '../function-spec.js';
import { mustBeOrderable } from '../rules/orderable.js';
import { firstProblem } from '../rules/outcome.js';

export const maxSpec: AggregateSpec = {
  kind: 'aggregate',
  name: 'max',
  fn: 'max',
  takesFraction: false,
  additive: false,
  signature: 'max(x)',
  doc: 'The largest of the values there are; text compares by code point.',
  example: 'max(orders.amount)',
  rule: (value) => firstProblem(mustBeOrderable([value], 0)) ?? { value: value.type.value, unit: value.type.unit },
};
