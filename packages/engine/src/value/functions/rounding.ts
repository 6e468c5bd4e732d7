// round, floor and ceil inside formulas.
import { ceil, floor, roundHalfEven, toBigInt } from '../rational.js';
import { noValue, numberValue } from '../value.js';
import type { ScalarImplementation } from './scalar-context.js';
import { isApproximate, numberArgument, strict } from './scalar-context.js';

/** More digits than any number here has after its point; past it a text would be longer than a page. */
const MAX_DIGITS = 1000n;

/** Half-even, by default to whole numbers; engines round half away from zero, so this is never left to them. */
export const round: ScalarImplementation = strict((args) => {
  const digits = args.length < 2 ? 0n : toBigInt(numberArgument(args, 1));
  if (digits === null || digits > MAX_DIGITS || digits < -MAX_DIGITS) return noValue('invalid_argument');
  return numberValue(roundHalfEven(numberArgument(args, 0), Number(digits)), isApproximate(args));
});

export const floorNumber: ScalarImplementation = strict((args) =>
  numberValue(floor(numberArgument(args, 0)), isApproximate(args)),
);

export const ceilNumber: ScalarImplementation = strict((args) =>
  numberValue(ceil(numberArgument(args, 0)), isApproximate(args)),
);
