// The sample standard deviation: a square root, so approximate.
import { FLOAT } from '../../types/value-type.js';
import type { AggregateSpec } from '../function-spec.js';
import { mustBeMeasure } from '../rules/measure.js';
import { firstProblem } from '../rules/outcome.js';

export const stddevSpec: AggregateSpec = {
  kind: 'aggregate',
  name: 'stddev',
  fn: 'stddev',
  takesFraction: false,
  additive: false,
  signature: 'stddev(x)',
  doc: 'The standard deviation of a sample, approximate; no value for fewer than two values.',
  example: 'stddev(orders.amount)',
  rule: (value, identifier) =>
    firstProblem(mustBeMeasure(value, identifier)) ?? { value: FLOAT, unit: value.type.unit },
};
