// Small letters.
import { NO_UNIT } from '../../types/unit.js';
import { TEXT } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { firstProblem } from '../rules/outcome.js';
import { mustBeText } from '../rules/text.js';

export const lowerSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'lower',
  fn: 'lower',
  arguments: [1, 1],
  signature: 'lower(x)',
  doc: 'The text in small letters.',
  example: "count(orders where lower(channel) = 'web')",
  rule: (args) => firstProblem(mustBeText(args, 0)) ?? { value: TEXT, unit: NO_UNIT },
};
