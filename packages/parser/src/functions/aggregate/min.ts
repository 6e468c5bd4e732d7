// The smallest value of numbers, dates, times and texts.
import type { AggregateSpec } from '../function-spec.js';
import { mustBeOrderable } from '../rules/orderable.js';
import { firstProblem } from '../rules/outcome.js';

export const minSpec: AggregateSpec = {
  kind: 'aggregate',
  name: 'min',
  fn: 'min',
  takesFraction: false,
  additive: false,
  signature: 'min(x)',
  doc: 'The smallest of the values there are; text compares by code point.',
  example: 'min(orders.amount)',
  rule: (value) => firstProblem(mustBeOrderable([value], 0)) ?? { value: value.type.value, unit: value.type.unit },
};
