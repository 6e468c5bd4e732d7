// Conversion as a share.
import type { ContextSpec } from '../function-spec.js';

export const conversionSpec: ContextSpec = {
  kind: 'context',
  name: 'conversion',
  form: 'call',
  signature: 'conversion(a to b by entity within span)',
  doc: 'The share of rows of a that a row of b of the same entity follows within the span.',
  example: 'conversion(leads to orders by customer_id within 7 days)',
};
