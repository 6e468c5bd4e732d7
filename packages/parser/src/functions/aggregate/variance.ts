// The sample variance: an exact quotient.
import { powerOfUnit } from '../../types/unit.js';
import { RATIONAL } from '../../types/value-type.js';
import type { AggregateSpec } from '../function-spec.js';
import { exactOrFloat, mustBeMeasure } from '../rules/measure.js';
import { firstProblem } from '../rules/outcome.js';

export const varianceSpec: AggregateSpec = {
  kind: 'aggregate',
  name: 'variance',
  fn: 'variance',
  takesFraction: false,
  additive: false,
  signature: 'variance(x)',
  doc: 'The variance of a sample, in the squared unit; no value for fewer than two values.',
  example: 'variance(orders.amount)',
  rule: (value, identifier) =>
    firstProblem(mustBeMeasure(value, identifier)) ?? {
      value: exactOrFloat(value, RATIONAL),
      unit: powerOfUnit(value.type.unit, 2),
    },
};
