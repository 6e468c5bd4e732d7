// Concentration: what the largest groups bring.
import type { ContextSpec } from '../function-spec.js';

export const topShareSpec: ContextSpec = {
  kind: 'context',
  name: 'top_share',
  form: 'call',
  signature: 'top_share(m per key, fraction)',
  doc: 'The part of the total that the largest groups bring.',
  example: 'top_share(revenue per customers.customer_id, 10%)',
};
