// The absolute value; type and unit stay as they are.
import type { ScalarSpec } from '../function-spec.js';
import { mustBeNumber } from '../rules/numeric.js';
import { firstProblem, typeAt } from '../rules/outcome.js';

export const absSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'abs',
  fn: 'abs',
  arguments: [1, 1],
  signature: 'abs(x)',
  doc: 'The distance of a number from zero.',
  example: 'abs(revenue - cost)',
  rule: (args) => firstProblem(mustBeNumber(args, 0)) ?? { value: typeAt(args, 0).value, unit: typeAt(args, 0).unit },
};
