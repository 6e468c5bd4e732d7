// The day of the week of a date or time, by ISO: the calendar of the project does not renumber it.
import { NO_UNIT } from '../../types/unit.js';
import { INTEGER } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { firstProblem } from '../rules/outcome.js';
import { mustBeTemporal } from '../rules/temporal.js';

export const dayOfWeekSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'day_of_week',
  fn: 'day_of_week',
  arguments: [1, 1],
  signature: 'day_of_week(x)',
  doc: 'The day of the week, from 1 for Monday to 7 for Sunday.',
  example: 'count(orders where day_of_week(ordered_at) >= 6)',
  rule: (args) => firstProblem(mustBeTemporal(args, 0)) ?? { value: INTEGER, unit: NO_UNIT },
};
