// Retention of cohorts.
import type { ContextSpec } from '../function-spec.js';

export const retentionSpec: ContextSpec = {
  kind: 'context',
  name: 'retention',
  form: 'call',
  signature: 'retention(a by entity at span)',
  doc: 'The share of entities that are seen again in the bucket that lies the span after their first.',
  example: 'retention(orders by customer_id at 1 month)',
};
