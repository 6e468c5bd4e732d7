// Whether a text begins with another.
import { NO_UNIT } from '../../types/unit.js';
import { BOOLEAN } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { firstProblem } from '../rules/outcome.js';
import { mustBeText } from '../rules/text.js';

export const startsWithSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'starts_with',
  fn: 'starts_with',
  arguments: [2, 2],
  signature: 'starts_with(x, prefix)',
  doc: 'Whether the text begins with the prefix; capital and small letters differ.',
  example: "count(orders where starts_with(order_id, 'DE'))",
  rule: (args) => firstProblem(mustBeText(args, 0), mustBeText(args, 1)) ?? { value: BOOLEAN, unit: NO_UNIT },
};
