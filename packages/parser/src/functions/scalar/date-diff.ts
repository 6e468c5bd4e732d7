// The distance of two times in boundaries crossed: from 23:59 to 00:01 is one day.
import { INTEGER } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { firstProblem } from '../rules/outcome.js';
import { mustBeOfOneTime, mustKnowLevel, unitOfLevel } from '../rules/temporal.js';

export const dateDiffSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'date_diff',
  fn: 'date_diff',
  arguments: [3, 3],
  levelArgument: 0,
  clockLevels: true,
  signature: 'date_diff(level, a, b)',
  doc: 'How many boundaries of the level, from `second` to `fiscal_year`, lie between a and b; negative when b is before a.',
  example: 'avg(date_diff(day, deliveries.promised_on, deliveries.arrived_on))',
  rule: (args, { level } = {}) =>
    firstProblem(mustKnowLevel(args, 0, level), mustKnowLevel(args, 1, level), mustBeOfOneTime(args)) ?? {
      value: INTEGER,
      unit: unitOfLevel(level),
    },
};
