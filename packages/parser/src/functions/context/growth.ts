// Sugar: change(m, span) / prior(m, span).
import type { ContextSpec } from '../function-spec.js';

export const growthSpec: ContextSpec = {
  kind: 'context',
  name: 'growth',
  form: 'call',
  signature: 'growth(m, span)',
  doc: 'The change as a share of the prior value; no value when that is zero or negative.',
  example: 'growth(revenue, 1 year)',
};
