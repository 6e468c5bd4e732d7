// The largest of several values.
import type { ScalarSpec } from '../function-spec.js';
import { commonType } from '../rules/common.js';
import { mustBeOrderable } from '../rules/orderable.js';
import { firstProblem } from '../rules/outcome.js';

export const greatestSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'greatest',
  fn: 'greatest',
  arguments: [2, Infinity],
  signature: 'greatest(x, y, ...)',
  doc: 'The largest argument; no value when any of them has none.',
  example: 'greatest(revenue - cost, 0)',
  rule: (args) => firstProblem(...args.map((_, argument) => mustBeOrderable(args, argument))) ?? commonType(args),
};
