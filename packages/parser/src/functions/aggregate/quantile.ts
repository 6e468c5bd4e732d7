// Quantiles, interpolated exactly (type 7 of Hyndman and Fan 1996); the checker reads the fraction.
import { RATIONAL } from '../../types/value-type.js';
import type { AggregateSpec } from '../function-spec.js';
import { exactOrFloat, mustBeMeasure } from '../rules/measure.js';
import { firstProblem } from '../rules/outcome.js';

export const quantileSpec: AggregateSpec = {
  kind: 'aggregate',
  name: 'quantile',
  fn: 'quantile',
  takesFraction: true,
  additive: false,
  signature: 'quantile(x, fraction)',
  doc: 'The value below which the given fraction lies, interpolated (type 7).',
  example: 'quantile(orders.amount, 0.9)',
  rule: (value, identifier) =>
    firstProblem(mustBeMeasure(value, identifier)) ?? { value: exactOrFloat(value, RATIONAL), unit: value.type.unit },
};
