// Targets inside formulas.
import type { ContextSpec } from '../function-spec.js';

export const targetSpec: ContextSpec = {
  kind: 'context',
  name: 'target',
  form: 'call',
  signature: 'target(kpi)',
  doc: 'The target of a KPI for the period at hand.',
  example: 'revenue / target(revenue_fy27)',
};
