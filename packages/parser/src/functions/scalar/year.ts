// The calendar year of a date or time.
import { NO_UNIT } from '../../types/unit.js';
import { INTEGER } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { firstProblem } from '../rules/outcome.js';
import { mustBeTemporal } from '../rules/temporal.js';

export const yearSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'year',
  fn: 'year',
  arguments: [1, 1],
  signature: 'year(x)',
  doc: 'The calendar year, such as 2026.',
  example: 'count(orders where year(ordered_at) = 2026)',
  rule: (args) => firstProblem(mustBeTemporal(args, 0)) ?? { value: INTEGER, unit: NO_UNIT },
};
