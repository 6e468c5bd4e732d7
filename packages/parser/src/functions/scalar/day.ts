// The day of the month of a date or time.
import { NO_UNIT } from '../../types/unit.js';
import { INTEGER } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { firstProblem } from '../rules/outcome.js';
import { mustBeTemporal } from '../rules/temporal.js';

export const daySpec: ScalarSpec = {
  kind: 'scalar',
  name: 'day',
  fn: 'day',
  arguments: [1, 1],
  signature: 'day(x)',
  doc: 'The day of the month, from 1 to 31.',
  example: 'count(orders where day(ordered_at) = 1)',
  rule: (args) => firstProblem(mustBeTemporal(args, 0)) ?? { value: INTEGER, unit: NO_UNIT },
};
