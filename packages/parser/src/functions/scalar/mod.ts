// The remainder; `%` means percent in formulas, so it has a name.
import type { ScalarSpec } from '../function-spec.js';
import { commonType } from '../rules/common.js';
import { mustBeNumber } from '../rules/numeric.js';
import { firstProblem } from '../rules/outcome.js';

export const modSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'mod',
  fn: 'mod',
  arguments: [2, 2],
  signature: 'mod(a, b)',
  doc: 'What is left of a after taking out b as often as it fits, with the sign of a; no value when b is zero.',
  example: 'mod(orders_placed, 12)',
  rule: (args) => firstProblem(mustBeNumber(args, 0), mustBeNumber(args, 1)) ?? commonType(args),
};
