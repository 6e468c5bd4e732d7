// Texts joined to one; it is `||` under a name, so it has the same rule for no value.
import { NO_UNIT } from '../../types/unit.js';
import { TEXT } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { firstProblem } from '../rules/outcome.js';
import { mustBeText } from '../rules/text.js';

export const concatSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'concat',
  fn: 'concat',
  arguments: [1, Infinity],
  signature: 'concat(x, y, ...)',
  doc: 'The texts joined, as `||` does; no value when any of them has none.',
  example: "count(distinct concat(orders.channel, '-', orders.status))",
  rule: (args) =>
    firstProblem(...args.map((_, argument) => mustBeText(args, argument))) ?? { value: TEXT, unit: NO_UNIT },
};
