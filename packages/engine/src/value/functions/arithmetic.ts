// Exact arithmetic on numbers, and growth.
import type { Rational } from '../rational.js';
import { abs, add, divide, mod, multiply, negate, sign, subtract } from '../rational.js';
import { noValue, numberValue } from '../value.js';
import type { ScalarImplementation } from './scalar-context.js';
import { isApproximate, numberArgument, strict } from './scalar-context.js';

function unary(compute: (x: Rational) => Rational): ScalarImplementation {
  return strict((args) => numberValue(compute(numberArgument(args, 0)), isApproximate(args)));
}

/** Null of the computation is a division by zero. */
function binary(compute: (a: Rational, b: Rational) => Rational | null): ScalarImplementation {
  return strict((args) => {
    const result = compute(numberArgument(args, 0), numberArgument(args, 1));
    return result === null ? noValue('division_by_zero') : numberValue(result, isApproximate(args));
  });
}

export const addNumbers = binary(add);
export const subtractNumbers = binary(subtract);
export const multiplyNumbers = binary(multiply);
export const divideNumbers = binary(divide);
/** The remainder has the sign of the dividend. */
export const modNumbers = binary(mod);
export const negateNumber = unary(negate);
export const absNumber = unary(abs);

/** `(now - before) / before`; no value where the base is zero or negative, since the sign of such a quotient misleads. */
export const growth: ScalarImplementation = strict((args) => {
  const before = numberArgument(args, 1);
  if (sign(before) <= 0) return noValue('no_base');
  const result = divide(subtract(numberArgument(args, 0), before), before);
  return result === null ? noValue('no_base') : numberValue(result, isApproximate(args));
});

/** Marks a number as approximate, so that it may be mixed with approximate ones. */
export const approx: ScalarImplementation = strict((args) => numberValue(numberArgument(args, 0), true));
