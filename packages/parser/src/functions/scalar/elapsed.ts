// The exact length of time between two moments, as a quantity that converts: seconds of clocks, days of dates.
import { unitOf } from '../../types/unit.js';
import { decimal, INTEGER } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { firstProblem, typeAt } from '../rules/outcome.js';
import { mustBeOfOneTime, mustBeTemporal } from '../rules/temporal.js';

/** Clocks tell microseconds. */
const DIGITS = 6;

export const elapsedSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'elapsed',
  fn: 'elapsed',
  arguments: [2, 2],
  signature: 'elapsed(from, to)',
  doc: 'The exact time between two moments: in seconds, of dates in days. Negative when `to` is before `from`.',
  example: 'median(elapsed(deliveries.promised_on, deliveries.arrived_on))',
  rule: (args) => {
    const problem = firstProblem(mustBeTemporal(args, 0), mustBeTemporal(args, 1), mustBeOfOneTime(args));
    if (problem !== null) return problem;
    const kinds = [typeAt(args, 0).value.kind, typeAt(args, 1).value.kind];
    return kinds.includes('date')
      ? { value: INTEGER, unit: unitOf('day', 'time') }
      : { value: decimal(DIGITS), unit: unitOf('second', 'time') };
  },
};
