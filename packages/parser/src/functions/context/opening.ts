// States at the start of a window.
import type { ContextSpec } from '../function-spec.js';

export const openingSpec: ContextSpec = {
  kind: 'context',
  name: 'opening',
  form: 'call',
  signature: 'opening(m)',
  doc: 'The state at the start of the window.',
  example: 'opening(balance)',
};
