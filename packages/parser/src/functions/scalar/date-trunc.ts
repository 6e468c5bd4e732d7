// The start of a calendar bucket: a date, and for hours a time.
import { NO_UNIT } from '../../types/unit.js';
import { DATE } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { firstProblem, typeAt } from '../rules/outcome.js';
import { mustKnowLevel } from '../rules/temporal.js';

export const dateTruncSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'date_trunc',
  fn: 'date_trunc',
  arguments: [2, 2],
  levelArgument: 0,
  signature: 'date_trunc(level, x)',
  doc: 'The start of the hour, day, week, month, quarter or year that x lies in.',
  example: "count(orders where date_trunc(month, ordered_at) = date '2026-03-01')",
  rule: (args, { level } = {}) =>
    firstProblem(mustKnowLevel(args, 0, level)) ?? {
      value: level === 'hour' ? typeAt(args, 0).value : DATE,
      unit: NO_UNIT,
    },
};
