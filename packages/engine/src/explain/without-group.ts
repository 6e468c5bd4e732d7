// A formula without one group of a dimension: what leave-one-out asks.
import type { CallTyped, ConstValue, Typed } from '@sextant/parser';
import type { AskedKey } from '../question/question.js';
import { decimalText } from '../value/to-text.js';
import { textOf } from '../value/functions/cast.js';
import type { Value } from '../value/value.js';

/** Rows of the other groups, and those without a value where the group has one. */
export function withoutGroup(of: Typed, { member, type }: AskedKey, key: Value): Typed {
  const dimension: Typed = { kind: 'member', member, type: { ...type, level: 'row' }, range: of.range };
  const call = (fn: CallTyped['fn'], args: readonly Typed[]): CallTyped => ({
    kind: 'call',
    fn,
    args,
    type: { value: { kind: 'boolean' }, unit: [], level: 'row', bare: false },
    range: of.range,
  });
  const isNull = call('is_null', [dimension]);
  const value = constantOf(key);
  const condition =
    value === null
      ? call('not', [isNull])
      : call('or', [
          isNull,
          call('not_equal', [
            dimension,
            { kind: 'const', value, type: { ...type, level: 'constant', bare: false }, range: of.range },
          ]),
        ]);
  return { kind: 'filtered', of, condition, type: of.type, range: of.range };
}

/** Null is the group without a value. */
function constantOf(value: Value): ConstValue | null {
  switch (value.kind) {
    case 'none':
      return null;
    case 'number':
      return { kind: 'number', text: decimalText(value.value) };
    case 'text':
    case 'boolean':
      return value;
    case 'date':
    case 'datetime':
    case 'timestamp':
      return { kind: value.kind, text: textOf(value) };
  }
}
