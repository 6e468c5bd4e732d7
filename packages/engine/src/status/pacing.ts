// What is expected at a point of a period, how the value stands against it, and where it leads (section 7 of the reference).
import type { Pacing } from '@sextant/parser';
import { elapsedShare, elapsedWorkingShare } from '../calendar/elapsed.js';
import type { Window } from '../calendar/window.js';
import {
  add,
  compare,
  divide,
  fromBigInt,
  fromDecimalText,
  fromScaled,
  multiply,
  ONE,
  subtract,
  ZERO,
} from '../value/rational.js';
import { noValue } from '../value/value.js';
import { combine, combine3, exactly, type Amount } from './amount.js';
import { curveAt } from './curve.js';

/** A forecast from less than this share of the way would be a guess: one early order would make it explode. */
const LEAST_SHARE = fromScaled(1n, 1);

export interface PeriodClock {
  readonly window: Window;
  /** Days since 1970-01-01. */
  readonly asOfDay: number;
  /** The period has ended by the end of as_of. */
  readonly complete: boolean;
}

/** `f`: the elapsed share of the period, by days. */
export function elapsedOf({ window, asOfDay, complete }: PeriodClock): Amount {
  const share = complete ? ONE : elapsedShare(window, asOfDay);
  return share === null ? noValue('no_bucket') : exactly(share);
}

/** What the prior year had at the same point, and in the end. */
export interface PriorYear {
  readonly soFar: Amount;
  readonly whole: Amount;
}

/** `c(f)`: the share of the way that is expected; 1 when the period is over, whatever the pacing. */
export function expectedShare(
  pacing: Pacing,
  clock: PeriodClock,
  holidays: ReadonlySet<number>,
  priorYear: PriorYear,
): Amount {
  if (clock.complete) return exactly(ONE);
  switch (pacing.kind) {
    case 'linear':
      return elapsedOf(clock);
    case 'working_days': {
      // A period without a working day has none of them behind it.
      const share = elapsedWorkingShare(clock.window, clock.asOfDay, holidays);
      return share === null ? noValue('division_by_zero') : exactly(share);
    }
    case 'like_prior_year':
      return combine(priorYear.soFar, priorYear.whole, (soFar, whole) => divide(soFar, whole) ?? 'division_by_zero');
    case 'steps':
      return curveAt(
        pacing.steps.map(({ elapsed, expected }) => ({ x: decimal(elapsed), y: decimal(expected) })),
        elapsedOf(clock),
      );
  }
}

function decimal(text: string): Amount {
  return exactly(fromDecimalText(text) ?? ZERO);
}

export interface Paced {
  /** e = b + (T - b) c. */
  readonly expected: Amount;
  /** (v - b) / (e - b). */
  readonly pace: Amount;
  /** b + (v - b) / c; none below c = 0.1. */
  readonly forecast: Amount;
}

export function pacedOf(value: Amount, baseline: Amount, target: Amount, share: Amount): Paced {
  const expected = combine3(baseline, target, share, (b, t, c) => add(b, multiply(subtract(t, b), c)));
  return {
    expected,
    pace: combine3(
      value,
      baseline,
      expected,
      (v, b, e) => divide(subtract(v, b), subtract(e, b)) ?? 'division_by_zero',
    ),
    forecast: combine3(value, baseline, share, (v, b, c) => {
      if (compare(c, LEAST_SHARE) < 0) return 'not_due';
      const whole = divide(subtract(v, b), c);
      return whole === null ? 'division_by_zero' : add(b, whole);
    }),
  };
}

/** (T - v) per day that is left; null where none is. */
export function requiredRate(value: Amount, target: Amount, unitsLeft: number): Amount | null {
  if (unitsLeft <= 0) return null;
  const units = fromBigInt(BigInt(unitsLeft));
  return combine(value, target, (v, t) => divide(subtract(t, v), units) ?? 'division_by_zero');
}
