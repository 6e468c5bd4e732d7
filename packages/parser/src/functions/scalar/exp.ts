// The exponential function.
import { NO_UNIT } from '../../types/unit.js';
import { FLOAT } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { mustBePlainNumber } from '../rules/numeric.js';
import { firstProblem } from '../rules/outcome.js';

export const expSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'exp',
  fn: 'exp',
  arguments: [1, 1],
  signature: 'exp(x)',
  doc: 'e to the power of x, approximate.',
  example: 'exp(rate)',
  rule: (args) => firstProblem(mustBePlainNumber(args, 0)) ?? { value: FLOAT, unit: NO_UNIT },
};
