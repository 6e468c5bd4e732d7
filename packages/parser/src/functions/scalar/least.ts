// The smallest of several values.
import type { ScalarSpec } from '../function-spec.js';
import { commonType } from '../rules/common.js';
import { mustBeOrderable } from '../rules/orderable.js';
import { firstProblem } from '../rules/outcome.js';

export const leastSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'least',
  fn: 'least',
  arguments: [2, Infinity],
  signature: 'least(x, y, ...)',
  doc: 'The smallest argument; no value when any of them has none.',
  example: 'least(revenue, cost)',
  rule: (args) => firstProblem(...args.map((_, argument) => mustBeOrderable(args, argument))) ?? commonType(args),
};
