// The arithmetic mean: an exact quotient of sum and count.
import { RATIONAL } from '../../types/value-type.js';
import type { AggregateSpec } from '../function-spec.js';
import { exactOrFloat, mustBeMeasure } from '../rules/measure.js';
import { firstProblem } from '../rules/outcome.js';

export const avgSpec: AggregateSpec = {
  kind: 'aggregate',
  name: 'avg',
  fn: 'avg',
  takesFraction: false,
  additive: false,
  signature: 'avg(x)',
  doc: 'The mean of the values there are; rows without a value do not count.',
  example: 'avg(orders.amount)',
  rule: (value, identifier) =>
    firstProblem(mustBeMeasure(value, identifier)) ?? { value: exactOrFloat(value, RATIONAL), unit: value.type.unit },
};
