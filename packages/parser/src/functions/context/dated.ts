// Another time field for one aggregate.
import type { ContextSpec } from '../function-spec.js';

export const datedSpec: ContextSpec = {
  kind: 'context',
  name: 'dated',
  form: 'word',
  signature: 'x dated field',
  doc: 'The aggregate with rows placed in time by another field than the default of the dataset.',
  example: 'count(orders dated paid_on)',
};
