// Conversion of types, which has a syntax of its own.
import type { ContextSpec } from '../function-spec.js';

export const castSpec: ContextSpec = {
  kind: 'context',
  name: 'cast',
  form: 'call',
  signature: 'cast(x as type)',
  doc: 'The value as another type; an error in the data when it cannot be read as that type.',
  example: 'cast(orders_placed as decimal(2))',
};
