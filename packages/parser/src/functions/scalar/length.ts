// The length of a text.
import { NO_UNIT } from '../../types/unit.js';
import { INTEGER } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { firstProblem } from '../rules/outcome.js';
import { mustBeText } from '../rules/text.js';

export const lengthSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'length',
  fn: 'length',
  arguments: [1, 1],
  signature: 'length(x)',
  doc: 'How many characters (Unicode code points) the text has.',
  example: 'count(orders where length(order_id) > 8)',
  rule: (args) => firstProblem(mustBeText(args, 0)) ?? { value: INTEGER, unit: NO_UNIT },
};
