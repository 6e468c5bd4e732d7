// Filters: the weakest-binding word of a formula.
import type { ContextSpec } from '../function-spec.js';

export const whereSpec: ContextSpec = {
  kind: 'context',
  name: 'where',
  form: 'word',
  signature: 'm where condition',
  doc: 'The metric or aggregate over the rows that satisfy the condition.',
  example: "sum(orders.amount where channel = 'web')",
};
