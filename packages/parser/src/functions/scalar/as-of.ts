// The day up to which the question knows: a constant while one question is answered, another one in the next.
import { NO_UNIT } from '../../types/unit.js';
import { DATE } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';

export const asOfSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'as_of',
  fn: 'as_of',
  arguments: [0, 0],
  ofQuestion: true,
  signature: 'as_of()',
  doc: 'The as-of day of the question, a date. One for the whole question: `prior` does not move it.',
  example: 'date_diff(day, max(deliveries.arrived_on), as_of())',
  rule: () => ({ value: DATE, unit: NO_UNIT }),
};
