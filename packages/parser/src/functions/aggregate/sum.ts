// The sum; exact types stay what they are, whatever the number of rows.
import type { AggregateSpec } from '../function-spec.js';
import { mustBeMeasure } from '../rules/measure.js';
import { firstProblem } from '../rules/outcome.js';

export const sumSpec: AggregateSpec = {
  kind: 'aggregate',
  name: 'sum',
  fn: 'sum',
  takesFraction: false,
  additive: true,
  signature: 'sum(x)',
  doc: 'The sum of the values there are; no value when there are none.',
  example: "sum(orders.amount where status = 'paid')",
  rule: (value, identifier) =>
    firstProblem(mustBeMeasure(value, identifier)) ?? { value: value.type.value, unit: value.type.unit },
};
