// A window without a start.
import type { ContextSpec } from '../function-spec.js';

export const cumulativeSpec: ContextSpec = {
  kind: 'context',
  name: 'cumulative',
  form: 'call',
  signature: 'cumulative(m)',
  doc: 'The metric over everything up to the end of the window.',
  example: 'cumulative(revenue)',
};
