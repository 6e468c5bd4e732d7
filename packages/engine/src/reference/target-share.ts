// The share of a period's target that a part of the period has, as the KPI's `spread:` says.
import type { Kpi, Typed, WindowTyped } from '@sextant/parser';
import { workingDays } from '../calendar/elapsed.js';
import { dayOfMicros, MICROS_PER_DAY, timeOfDay } from '../calendar/micros.js';
import { weekdayOf } from '../calendar/civil.js';
import { lengthInDays, type Point, type Window } from '../calendar/window.js';
import { add, divide, fraction, fromBigInt, subtract, ZERO, type Rational } from '../value/rational.js';
import { noValue, numberValue, type Value } from '../value/value.js';
import type { Context } from './context.js';
import type { Evaluator } from './evaluator.js';
import { holidaysIn } from './holidays.js';
import type { Bounded } from './target-window.js';
import type { World } from './world.js';

const NO_DAYS: ReadonlySet<number> = new Set();

/** A number within [0, 1], or why there is none. */
export function targetShare(
  kpi: Kpi & { readonly formula: Typed },
  part: Bounded,
  period: Bounded,
  context: Context,
  evaluator: Evaluator,
): Value {
  const { world } = evaluator;
  switch (kpi.spread) {
    case null:
      return noValue('no_target');
    case 'even':
      return quotient(lengthInDays(part) ?? ZERO, lengthInDays(period) ?? ZERO);
    case 'working_days': {
      const holidays = holidaysOf(kpi, world);
      const count = ({ start, end }: Bounded): Rational => {
        const first = dayOfMicros(period.start.local);
        return subtract(workingBefore(end, first, holidays), workingBefore(start, first, holidays));
      };
      return quotient(count(part), count(period));
    }
    case 'like_prior_year': {
      const whole = yearBefore(kpi.formula, period, context, evaluator);
      const share = yearBefore(kpi.formula, part, context, evaluator);
      if (whole.kind !== 'number') return whole;
      // What had no rows in a part of the year before added nothing to it.
      if (share.kind === 'none' && share.reason === 'no_rows') return numberValue(ZERO, whole.approximate);
      if (share.kind !== 'number') return share;
      const found = quotient(share.value, whole.value);
      return found.kind === 'number' ? numberValue(found.value, share.approximate || whole.approximate) : found;
    }
  }
}

function quotient(part: Rational, whole: Rational): Value {
  const share = divide(part, whole);
  return share === null ? noValue('division_by_zero') : numberValue(share);
}

function holidaysOf({ pacing }: Kpi, world: World): ReadonlySet<number> {
  if (pacing?.kind !== 'working_days' || pacing.holidays === null) return NO_DAYS;
  const { holidays } = pacing;
  return world.once(pacing, 'holidays', () => holidaysIn(holidays, world));
}

/** Working days from a day on to a moment; the hours of a working day are parts of it. */
function workingBefore({ local }: Point, first: number, holidays: ReadonlySet<number>): Rational {
  const day = dayOfMicros(local);
  const before = fromBigInt(BigInt(workingDays(first, day, holidays)));
  const isWorking = weekdayOf(day) <= 5 && !holidays.has(day);
  return isWorking ? add(before, fraction(timeOfDay(local), MICROS_PER_DAY) ?? ZERO) : before;
}

/** The value in the window a year before, which has to be over: a part of it says nothing of its shares. */
function yearBefore(formula: Typed, window: Window, context: Context, evaluator: Evaluator): Value {
  const { levels, asOf } = evaluator.world;
  const span = { amount: 1, level: 'year' } as const;
  const end = levels.back(window, span)?.end ?? null;
  if (end === null) return noValue('no_bucket');
  if (end.instant > asOf.instant) return noValue('not_due');
  const prior: WindowTyped = {
    kind: 'window',
    of: formula,
    op: { kind: 'prior', span, full: true },
    partial: false,
    type: formula.type,
    range: formula.range,
  };
  const time = { nominal: window, known: window, clip: asOf, guarded: false, reason: null };
  return evaluator.value(prior, { ...context, time });
}
