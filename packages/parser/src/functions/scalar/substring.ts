// A part of a text.
import { NO_UNIT } from '../../types/unit.js';
import { TEXT } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { mustBeInteger } from '../rules/numeric.js';
import { firstProblem } from '../rules/outcome.js';
import { mustBeText } from '../rules/text.js';

export const substringSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'substring',
  fn: 'substring',
  arguments: [2, 3],
  signature: 'substring(x, start, length)',
  doc: 'A part of the text, counted in characters from 1; without a length, up to the end.',
  example: "count(orders where substring(order_id, 1, 2) = 'DE')",
  rule: (args) =>
    firstProblem(mustBeText(args, 0), mustBeInteger(args, 1), mustBeInteger(args, 2)) ?? { value: TEXT, unit: NO_UNIT },
};
