// The mark by which an exact formula admits approximate numbers.
import { FLOAT } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { mustBeNumber } from '../rules/numeric.js';
import { firstProblem, typeAt } from '../rules/outcome.js';

export const approxSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'approx',
  fn: 'approx',
  arguments: [1, 1],
  signature: 'approx(x)',
  doc: 'The number taken as approximate, so that it may be mixed with approximate ones.',
  example: 'approx(revenue) / sum(deliveries.weight)',
  rule: (args) => firstProblem(mustBeNumber(args, 0)) ?? { value: FLOAT, unit: typeAt(args, 0).unit },
};
