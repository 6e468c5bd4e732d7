// The window moved back.
import type { ContextSpec } from '../function-spec.js';

export const priorSpec: ContextSpec = {
  kind: 'context',
  name: 'prior',
  form: 'call',
  signature: 'prior(m, span)',
  doc: 'The metric in the window moved back by the span; `full` compares a running period with the whole one before.',
  example: 'prior(revenue, 1 year)',
};
