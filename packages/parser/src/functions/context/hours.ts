// The length of the window in hours.
import type { ContextSpec } from '../function-spec.js';

export const hoursSpec: ContextSpec = {
  kind: 'context',
  name: 'hours',
  form: 'call',
  signature: 'hours()',
  doc: 'How many hours the window has, up to the as-of day.',
  example: 'orders_placed / hours()',
};
