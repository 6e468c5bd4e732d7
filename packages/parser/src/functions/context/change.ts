// Sugar: m - prior(m, span).
import type { ContextSpec } from '../function-spec.js';

export const changeSpec: ContextSpec = {
  kind: 'context',
  name: 'change',
  form: 'call',
  signature: 'change(m, span)',
  doc: 'The metric less its prior value.',
  example: 'change(revenue, 1 month)',
};
