// A wider window: the calendar unit around a bucket.
import type { ContextSpec } from '../function-spec.js';

export const wholeSpec: ContextSpec = {
  kind: 'context',
  name: 'whole',
  form: 'call',
  signature: 'whole(m, level)',
  doc: 'The metric in the whole calendar unit that contains the bucket.',
  example: 'revenue / whole(revenue, year)',
};
