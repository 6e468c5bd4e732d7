// Helper: exact amounts of texts such as `0.9`, `2/3`, and back.
import type { Amount } from '../../../packages/engine/src/status/amount.js';
import { divide, fromDecimalText, ZERO, type Rational } from '../../../packages/engine/src/value/rational.js';
import { decimalText } from '../../../packages/engine/src/value/to-text.js';
import { noValue, numberValue, type Reason } from '../../../packages/engine/src/value/value.js';

export function rational(text: string): Rational {
  const [above = '', below = '1'] = text.split('/');
  return divide(fromDecimalText(above) ?? ZERO, fromDecimalText(below) ?? ZERO) ?? ZERO;
}

export function amount(text: string): Amount {
  return numberValue(rational(text));
}

export function none(reason: Reason = 'no_rows'): Amount {
  return noValue(reason);
}

export function shown(amount: Amount | null): string {
  if (amount === null) return '-';
  return amount.kind === 'none' ? `(${amount.reason})` : decimalText(amount.value);
}
