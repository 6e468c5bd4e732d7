// Counting rows, values, distinct values and groups; the checker adds the unit, which depends on the dataset.
import { NO_UNIT } from '../../types/unit.js';
import { INTEGER } from '../../types/value-type.js';
import type { AggregateSpec } from '../function-spec.js';

export const countSpec: AggregateSpec = {
  kind: 'aggregate',
  name: 'count',
  fn: 'count',
  takesFraction: false,
  additive: true,
  signature: 'count(x)',
  doc: 'How many rows a dataset has, or how many rows have x; `count(distinct x)` counts each value once.',
  example: "count(orders where status = 'paid')",
  rule: () => ({ value: INTEGER, unit: NO_UNIT }),
};
