// A value in place of no value.
import type { ScalarSpec } from '../function-spec.js';
import { commonType } from '../rules/common.js';

export const coalesceSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'coalesce',
  fn: 'coalesce',
  arguments: [2, Infinity],
  signature: 'coalesce(x, y, ...)',
  doc: 'The first argument that has a value.',
  example: 'coalesce(revenue, 0)',
  rule: commonType,
};
