// States at the end of a window.
import type { ContextSpec } from '../function-spec.js';

export const closingSpec: ContextSpec = {
  kind: 'context',
  name: 'closing',
  form: 'call',
  signature: 'closing(m)',
  doc: 'The state at the end of the window; `each` chooses the last snapshot for every one apart.',
  example: 'closing(balance each balances.account_id)',
};
