// Running totals that start afresh with each calendar unit.
import type { ContextSpec } from '../function-spec.js';

export const toDateSpec: ContextSpec = {
  kind: 'context',
  name: 'to_date',
  form: 'call',
  signature: 'to_date(m, level)',
  doc: 'The metric from the start of the calendar unit up to the end of the window.',
  example: 'to_date(revenue, fiscal_year)',
};
