// The square root; a squared unit is halved, so that the root of a variance is in the unit of its values.
import { FLOAT } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { mustBeNumber, mustBePlainNumber } from '../rules/numeric.js';
import { firstProblem, typeAt } from '../rules/outcome.js';

export const sqrtSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'sqrt',
  fn: 'sqrt',
  arguments: [1, 1],
  signature: 'sqrt(x)',
  doc: 'The square root, approximate; no value for a negative number.',
  example: 'sqrt(variance(orders.amount))',
  rule: (args) => {
    const { unit } = typeAt(args, 0);
    const even = unit.every((factor) => factor.power % 2 === 0);
    return (
      firstProblem(mustBeNumber(args, 0), even ? null : mustBePlainNumber(args, 0)) ?? {
        value: FLOAT,
        unit: unit.map((factor) => ({ ...factor, power: factor.power / 2 })),
      }
    );
  },
};
