// The calendar quarter of a date or time.
import { NO_UNIT } from '../../types/unit.js';
import { INTEGER } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { firstProblem } from '../rules/outcome.js';
import { mustBeTemporal } from '../rules/temporal.js';

export const quarterSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'quarter',
  fn: 'quarter',
  arguments: [1, 1],
  signature: 'quarter(x)',
  doc: 'The calendar quarter, from 1 to 4.',
  example: 'count(orders where quarter(ordered_at) = 4)',
  rule: (args) => firstProblem(mustBeTemporal(args, 0)) ?? { value: INTEGER, unit: NO_UNIT },
};
