// The natural logarithm.
import { NO_UNIT } from '../../types/unit.js';
import { FLOAT } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { mustBePlainNumber } from '../rules/numeric.js';
import { firstProblem } from '../rules/outcome.js';

export const lnSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'ln',
  fn: 'ln',
  arguments: [1, 1],
  signature: 'ln(x)',
  doc: 'The natural logarithm, approximate; no value for zero and below.',
  example: 'ln(revenue / cost)',
  rule: (args) => firstProblem(mustBePlainNumber(args, 0)) ?? { value: FLOAT, unit: NO_UNIT },
};
