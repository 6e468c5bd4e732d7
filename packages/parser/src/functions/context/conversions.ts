// Conversion as a count.
import type { ContextSpec } from '../function-spec.js';

export const conversionsSpec: ContextSpec = {
  kind: 'context',
  name: 'conversions',
  form: 'call',
  signature: 'conversions(a to b by entity within span)',
  doc: 'How many rows of a are followed by a row of b of the same entity within the span.',
  example: 'conversions(leads to orders by customer_id within 7 days)',
};
