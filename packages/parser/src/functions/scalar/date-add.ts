// A date or time moved by a length in the calendar.
import { NO_UNIT } from '../../types/unit.js';
import type { ScalarSpec } from '../function-spec.js';
import { firstProblem, typeAt } from '../rules/outcome.js';
import { mustKnowLevel } from '../rules/temporal.js';

export const dateAddSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'date_add',
  fn: 'date_add',
  arguments: [2, 2],
  spanArgument: 1,
  signature: 'date_add(x, span)',
  doc: 'x moved by a length of time; a day past the end of a month becomes its last day.',
  example: 'count(deliveries where arrived_on <= date_add(promised_on, 2 days))',
  rule: (args, { span } = {}) =>
    firstProblem(mustKnowLevel(args, 0, span?.level)) ?? { value: typeAt(args, 0).value, unit: NO_UNIT },
};
