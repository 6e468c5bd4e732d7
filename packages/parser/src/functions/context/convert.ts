// Conversion of currencies, by the rates that the project names.
import type { ContextSpec } from '../function-spec.js';

export const convertSpec: ContextSpec = {
  kind: 'context',
  name: 'convert',
  form: 'call',
  signature: 'convert(x to currency at date)',
  doc: 'Money of each row in another currency, at the last rate on or before the date.',
  example: 'sum(convert(orders.amount to USD at ordered_at))',
};
