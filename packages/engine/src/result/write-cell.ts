// A value as it leaves the engine: exact text, rounded once as its metric declares.
import type { AskedMetric } from '../question/question.js';
import { textOf } from '../value/functions/cast.js';
import { decimalText, roundedText } from '../value/to-text.js';
import type { Value } from '../value/value.js';
import type { Cell } from './result.js';

/** With `format: percent` the text is the ratio, and `decimals` counts the digits of its percentage. */
export function writeCell(value: Value, metric: Pick<AskedMetric, 'percent' | 'decimals'>, complete: boolean): Cell {
  switch (value.kind) {
    case 'none':
      return { value: null, reason: value.reason, approximate: false, complete };
    case 'number': {
      const { decimals } = metric;
      const text =
        decimals === null
          ? decimalText(value.value)
          : roundedText(value.value, metric.percent ? decimals + 2 : decimals);
      return { value: text, reason: null, approximate: value.approximate, complete };
    }
    default:
      return { value: writeKey(value), reason: null, approximate: false, complete };
  }
}

export function writeKey(value: Value): string | null {
  return value.kind === 'none' ? null : textOf(value);
}
