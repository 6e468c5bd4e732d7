// The length of the window in days.
import type { ContextSpec } from '../function-spec.js';

export const daysSpec: ContextSpec = {
  kind: 'context',
  name: 'days',
  form: 'call',
  signature: 'days()',
  doc: 'How many days the window has, up to the as-of day.',
  example: 'revenue / days()',
};
