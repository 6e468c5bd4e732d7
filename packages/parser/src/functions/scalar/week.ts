// The ISO week of a date or time.
import { NO_UNIT } from '../../types/unit.js';
import { INTEGER } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { firstProblem } from '../rules/outcome.js';
import { mustBeTemporal } from '../rules/temporal.js';

export const weekSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'week',
  fn: 'week',
  arguments: [1, 1],
  signature: 'week(x)',
  doc: 'The ISO week, from 1 to 53; the first days of January may lie in week 52 or 53.',
  example: 'count(orders where week(ordered_at) = 48)',
  rule: (args) => firstProblem(mustBeTemporal(args, 0)) ?? { value: INTEGER, unit: NO_UNIT },
};
