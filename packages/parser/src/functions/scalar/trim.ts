// Text without surrounding spaces.
import { NO_UNIT } from '../../types/unit.js';
import { TEXT } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { firstProblem } from '../rules/outcome.js';
import { mustBeText } from '../rules/text.js';

export const trimSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'trim',
  fn: 'trim',
  arguments: [1, 1],
  signature: 'trim(x)',
  doc: 'The text without the spaces around it.',
  example: "count(orders where trim(channel) = 'web')",
  rule: (args) => firstProblem(mustBeText(args, 0)) ?? { value: TEXT, unit: NO_UNIT },
};
