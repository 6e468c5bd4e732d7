// A literal of a formula as a value.
import type { ConstValue } from '@sextant/parser';
import { parseDate, parseDatetime, parseTimestamp } from '../calendar/time-text.js';
import { fromDecimalText } from './rational.js';
import {
  booleanValue,
  dateValue,
  datetimeValue,
  NULL,
  numberValue,
  textValue,
  timestampValue,
  type Value,
} from './value.js';

export function constantValue(constant: ConstValue): Value {
  switch (constant.kind) {
    case 'number': {
      const value = fromDecimalText(constant.text);
      return value === null ? NULL : numberValue(value);
    }
    case 'text':
      return textValue(constant.value);
    case 'boolean':
      return booleanValue(constant.value);
    case 'date': {
      const day = parseDate(constant.text);
      return day === null ? NULL : dateValue(day);
    }
    case 'datetime': {
      const micros = parseDatetime(constant.text);
      return micros === null ? NULL : datetimeValue(micros);
    }
    case 'timestamp': {
      const micros = parseTimestamp(constant.text);
      return micros === null ? NULL : timestampValue(micros);
    }
  }
}
