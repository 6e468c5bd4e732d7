// A cell as the database writes it, for messages that must read alike whoever found what they say.
import type { ValueType } from '@sextant/parser';
import { textOf } from '../value/functions/cast.js';
import { roundedText } from '../value/to-text.js';
import type { Value } from '../value/value.js';

/** Decimals with every digit of their column, times with a space. No value is an empty text. */
export function cellText(value: Value, type: ValueType): string {
  if (value.kind === 'none') return '';
  if (value.kind === 'number' && type.kind === 'decimal') return roundedText(value.value, type.scale);
  if (value.kind === 'datetime') return textOf(value).replace('T', ' ');
  if (value.kind === 'timestamp') return textOf(value).replace('T', ' ').replace('Z', '');
  return textOf(value);
}
