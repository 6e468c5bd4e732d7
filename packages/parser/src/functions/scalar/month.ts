// The month of a date or time.
import { NO_UNIT } from '../../types/unit.js';
import { INTEGER } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { firstProblem } from '../rules/outcome.js';
import { mustBeTemporal } from '../rules/temporal.js';

export const monthSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'month',
  fn: 'month',
  arguments: [1, 1],
  signature: 'month(x)',
  doc: 'The month of the year, from 1 to 12.',
  example: 'count(orders where month(ordered_at) = 12)',
  rule: (args) => firstProblem(mustBeTemporal(args, 0)) ?? { value: INTEGER, unit: NO_UNIT },
};
