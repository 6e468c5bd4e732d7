// The median, interpolated exactly.
import { RATIONAL } from '../../types/value-type.js';
import type { AggregateSpec } from '../function-spec.js';
import { exactOrFloat, mustBeMeasure } from '../rules/measure.js';
import { firstProblem } from '../rules/outcome.js';

export const medianSpec: AggregateSpec = {
  kind: 'aggregate',
  name: 'median',
  fn: 'median',
  takesFraction: false,
  additive: false,
  signature: 'median(x)',
  doc: 'The middle value; the mean of the two in the middle where their number is even.',
  example: 'median(orders.amount)',
  rule: (value, identifier) =>
    firstProblem(mustBeMeasure(value, identifier)) ?? { value: exactOrFloat(value, RATIONAL), unit: value.type.unit },
};
