// Coarser groups: the total that a part belongs to.
import type { ContextSpec } from '../function-spec.js';

export const acrossSpec: ContextSpec = {
  kind: 'context',
  name: 'across',
  form: 'word',
  signature: 'm across d',
  doc: 'The metric without the grouping by these dimensions; `across all` drops every one, `across time` the buckets.',
  example: 'revenue / (revenue across channel)',
};
