// Finer groups: aggregates over values of groups.
import type { ContextSpec } from '../function-spec.js';

export const perSpec: ContextSpec = {
  kind: 'context',
  name: 'per',
  form: 'word',
  signature: 'agg(m per key)',
  doc: 'The metric in each group of the key, then the aggregate over those values.',
  example: 'avg(revenue per month)',
};
