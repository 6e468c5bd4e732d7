// Whether a text holds another.
import { NO_UNIT } from '../../types/unit.js';
import { BOOLEAN } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { firstProblem } from '../rules/outcome.js';
import { mustBeText } from '../rules/text.js';

export const containsSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'contains',
  fn: 'contains',
  arguments: [2, 2],
  signature: 'contains(x, part)',
  doc: 'Whether the part occurs in the text; capital and small letters differ.',
  example: "count(orders where contains(channel, 'web'))",
  rule: (args) => firstProblem(mustBeText(args, 0), mustBeText(args, 1)) ?? { value: BOOLEAN, unit: NO_UNIT },
};
