// sqrt, exp, ln and power: approximate, except a power with a whole exponent.
import type { NoResult } from '../approximate.js';
import { exp, ln, power, sqrt } from '../approximate.js';
import type { Rational } from '../rational.js';
import { noValue, numberValue } from '../value.js';
import type { ScalarImplementation } from './scalar-context.js';
import { isApproximate, numberArgument, strict } from './scalar-context.js';

function approximate(compute: (x: Rational) => Rational | NoResult): ScalarImplementation {
  return strict((args) => {
    const result = compute(numberArgument(args, 0));
    return typeof result === 'string' ? noValue(result) : numberValue(result, true);
  });
}

export const sqrtNumber = approximate(sqrt);
export const expNumber = approximate(exp);
export const lnNumber = approximate(ln);

/** Where the checker could not see that the exponent is whole it typed the result as approximate, and the value agrees. */
export const powerNumber: ScalarImplementation = strict((args, context) => {
  const result = power(numberArgument(args, 0), numberArgument(args, 1));
  if (typeof result === 'string') return noValue(result);
  return numberValue(result.value, result.approximate || isApproximate(args) || context.type?.kind === 'float');
});
