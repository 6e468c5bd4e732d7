// No value in place of a certain one; the second argument is only compared with, so the type is that of the first.
import type { ScalarSpec } from '../function-spec.js';
import { commonType } from '../rules/common.js';
import { typeAt } from '../rules/outcome.js';

export const nullifSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'nullif',
  fn: 'nullif',
  arguments: [2, 2],
  signature: 'nullif(x, y)',
  doc: 'No value when x equals y, else x.',
  example: 'nullif(orders_placed, 0)',
  rule: (args) => {
    const outcome = commonType(args);
    return 'problem' in outcome ? outcome : { value: typeAt(args, 0).value, unit: outcome.unit };
  },
};
