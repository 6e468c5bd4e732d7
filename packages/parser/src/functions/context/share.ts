// Sugar: m / (m across d), for metrics that add up over d.
import type { ContextSpec } from '../function-spec.js';

export const shareSpec: ContextSpec = {
  kind: 'context',
  name: 'share',
  form: 'call',
  signature: 'share(m, d)',
  doc: 'The metric as a part of its total across the dimension.',
  example: 'share(revenue, channel)',
};
