// The short form of `case`, which the checker turns it into.
import type { ContextSpec } from '../function-spec.js';

export const ifSpec: ContextSpec = {
  kind: 'context',
  name: 'if',
  form: 'call',
  signature: 'if(condition, x, y)',
  doc: 'x when the condition holds, else y; the short form of `case`.',
  example: 'if(orders_placed > 100, revenue, cost)',
};
