// The hour of a time.
import { NO_UNIT } from '../../types/unit.js';
import { INTEGER } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { firstProblem } from '../rules/outcome.js';
import { mustHaveTimeOfDay } from '../rules/temporal.js';

export const hourSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'hour',
  fn: 'hour',
  arguments: [1, 1],
  signature: 'hour(x)',
  doc: 'The hour of the day, from 0 to 23; a date has none.',
  example: 'count(orders where hour(ordered_at) < 12)',
  rule: (args) => firstProblem(mustHaveTimeOfDay(args, 0)) ?? { value: INTEGER, unit: NO_UNIT },
};
