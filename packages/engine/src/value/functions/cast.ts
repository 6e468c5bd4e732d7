// `cast(x as type)`: explicit conversions. What cannot be converted has no value; nothing is guessed.
import type { ValueType } from '@sextant/parser';
import { dateText, datetimeText, timestampText } from '../../calendar/time-text.js';
import { dayAt } from '../../calendar/window.js';
import { instantOf } from '../../calendar/zone.js';
import { dayOfMicros } from '../../calendar/micros.js';
import { parseCell } from '../parse-cell.js';
import { decimalText } from '../to-text.js';
import { ONE, ZERO, isZero, roundHalfEven } from '../rational.js';
import type { Value } from '../value.js';
import { booleanValue, dateValue, datetimeValue, noValue, numberValue, textValue, timestampValue } from '../value.js';
import { localReading } from './date-parts.js';
import type { ScalarContext, ScalarImplementation, SomeValue } from './scalar-context.js';
import { argument, fault, isSome, strict } from './scalar-context.js';

export const cast: ScalarImplementation = strict((args, context) => {
  if (context.type === undefined) return fault('a cast has no target type');
  return castValue(argument(args, 0), context.type, context);
});

/**
 * Numbers to fewer decimals round half-even. A time to a date is its day, a date to a time its midnight, both in the calendar's
 * zone. A text is read like a cell of a data file.
 */
function castValue(value: SomeValue, type: ValueType, context: ScalarContext): Value {
  if (value.kind === 'text' && type.kind !== 'text') return castText(value.value, type);
  const refused = noValue('invalid_argument');
  switch (type.kind) {
    case 'text':
      return textValue(textOf(value));
    case 'integer':
      return castNumber(value, (number) => numberValue(roundHalfEven(number.value, 0), number.approximate));
    case 'decimal':
      return castNumber(value, (number) => numberValue(roundHalfEven(number.value, type.scale), number.approximate));
    case 'rational':
      return castNumber(value, (number) => number);
    case 'float':
      return castNumber(value, (number) => numberValue(number.value, true));
    case 'boolean':
      if (value.kind === 'boolean') return value;
      return value.kind === 'number' ? booleanValue(!isZero(value.value)) : refused;
    case 'date':
      if (value.kind === 'timestamp') return dateValue(dayAt(context.calendar.timezone, value.micros));
      return isTime(value) ? dateValue(dayOfMicros(localReading(value, context))) : refused;
    case 'datetime':
      return isTime(value) ? datetimeValue(localReading(value, context)) : refused;
    case 'timestamp':
      if (value.kind === 'timestamp') return value;
      if (!isTime(value)) return refused;
      return timestampValue(instantOf(context.calendar.timezone, localReading(value, context)));
    case 'none':
    case 'unknown':
      return refused;
  }
}

function castText(text: string, type: ValueType): Value {
  const cell = parseCell(text, type);
  // An empty text is a text, not an empty cell.
  return cell.kind === 'problem' || !isSome(cell) ? noValue('invalid_argument') : cell;
}

function castNumber(value: SomeValue, convert: (number: Extract<Value, { kind: 'number' }>) => Value): Value {
  if (value.kind === 'number') return convert(value);
  if (value.kind === 'boolean') return convert({ kind: 'number', value: value.value ? ONE : ZERO, approximate: false });
  return noValue('invalid_argument');
}

function isTime(value: SomeValue): boolean {
  return value.kind === 'date' || value.kind === 'datetime' || value.kind === 'timestamp';
}

/** A value as text: numbers in full, dates and times as ISO, instants in UTC. */
export function textOf(value: SomeValue): string {
  switch (value.kind) {
    case 'text':
      return value.value;
    case 'number':
      return decimalText(value.value);
    case 'boolean':
      return value.value ? 'true' : 'false';
    case 'date':
      return dateText(value.day);
    case 'datetime':
      return datetimeText(value.micros);
    case 'timestamp':
      return timestampText(value.micros);
  }
}
