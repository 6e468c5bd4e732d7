// Rounding up; a float stays a float, for a whole number that is only nearly right is approximate too.
import { FLOAT, INTEGER } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { mustBeNumber } from '../rules/numeric.js';
import { firstProblem, typeAt } from '../rules/outcome.js';

export const ceilSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'ceil',
  fn: 'ceil',
  arguments: [1, 1],
  signature: 'ceil(x)',
  doc: 'The smallest whole number that is not below x.',
  example: 'ceil(revenue / 1000)',
  rule: (args) =>
    firstProblem(mustBeNumber(args, 0)) ?? {
      value: typeAt(args, 0).value.kind === 'float' ? FLOAT : INTEGER,
      unit: typeAt(args, 0).unit,
    },
};
