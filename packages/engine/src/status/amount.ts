// Numbers with their absence: what targets, scores and statuses are computed with, exactly.
import { multiply, ONE, type Rational } from '../value/rational.js';
import { NULL, noValue, numberValue, type NoValue, type NumberValue, type Reason, type Value } from '../value/value.js';

export type Amount = NumberValue | NoValue;

/** What is no number is no value; so is what was not computed. */
export function amountOf(value: Value | undefined): Amount {
  return value?.kind === 'number' || value?.kind === 'none' ? value : NULL;
}

export function exactly(value: Rational): Amount {
  return numberValue(value);
}

/** What two amounts make; the first that has no value says why there is none. */
export function combine(a: Amount, b: Amount, make: (a: Rational, b: Rational) => Rational | Reason): Amount {
  return combine3(a, b, exactly(ONE), make);
}

export function combine3(
  a: Amount,
  b: Amount,
  c: Amount,
  make: (a: Rational, b: Rational, c: Rational) => Rational | Reason,
): Amount {
  if (a.kind === 'none') return a;
  if (b.kind === 'none') return b;
  if (c.kind === 'none') return c;
  const made = make(a.value, b.value, c.value);
  if (typeof made === 'string') return noValue(made);
  return numberValue(made, a.approximate || b.approximate || c.approximate);
}

export function times(a: Amount, b: Amount): Amount {
  return combine(a, b, multiply);
}
