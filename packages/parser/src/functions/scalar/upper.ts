// Capital letters.
import { NO_UNIT } from '../../types/unit.js';
import { TEXT } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { firstProblem } from '../rules/outcome.js';
import { mustBeText } from '../rules/text.js';

export const upperSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'upper',
  fn: 'upper',
  arguments: [1, 1],
  signature: 'upper(x)',
  doc: 'The text in capital letters.',
  example: "count(orders where upper(channel) = 'WEB')",
  rule: (args) => firstProblem(mustBeText(args, 0)) ?? { value: TEXT, unit: NO_UNIT },
};
