// Choice between values, as in SQL.
import type { ContextSpec } from '../function-spec.js';

export const caseSpec: ContextSpec = {
  kind: 'context',
  name: 'case',
  form: 'word',
  signature: 'case when c then x else y end',
  doc: 'The value of the first branch whose condition holds; no value when none does and there is no `else`.',
  example: "sum(case when orders.status = 'paid' then orders.amount else 0 end)",
};
