// A window of fixed length that moves along.
import type { ContextSpec } from '../function-spec.js';

export const rollingSpec: ContextSpec = {
  kind: 'context',
  name: 'rolling',
  form: 'call',
  signature: 'rolling(m, span)',
  doc: 'The metric over the span that ends with the window; it counts calendar time, never rows.',
  example: 'rolling(revenue, 28 days)',
};
