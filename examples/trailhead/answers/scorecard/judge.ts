// A value and what it is held against, to progress, score, pace, forecast and status: section by section as the reference says it.
import { add, divide, fraction, multiply, subtract, type Fraction } from '../fraction.js';
import { elapsed, monthsBefore, workingDays, type Days, type Period } from './calendar.js';
import type { Amount } from './measures.js';
import type { Aim, Pacing, Plan, Points, Status } from './plan.js';
import type { Records } from './records.js';

export interface Judged {
  readonly value: Amount;
  readonly target: Amount;
  readonly progress: Amount;
  readonly score: Amount;
  readonly expected: Amount;
  readonly pace: Amount;
  readonly forecast: Amount;
  readonly requiredRate: Amount;
  readonly status: Status;
  /** What it counts in a goal. */
  readonly counting: Amount;
}

const zero = fraction(0n, 1n);
const one = fraction(1n, 1n);
/** A forecast from less of the way than this would be a guess. */
const tenth = fraction(1n, 10n);

export function judge(
  plan: Plan,
  known: Records,
  period: Period,
  asOf: number,
  group: string | null,
  stale: boolean,
): Judged {
  const complete = period.to <= asOf + 1;
  const clipped: Days = { from: period.from, to: Math.min(period.to, asOf + 1) };
  const value = plan.valueIn?.(known, period, asOf) ?? plan.measure(known, clipped, asOf, group);
  const aim = plan.aim(known, period, asOf, group);
  const { progress, score, reached, target, missing } = against(aim, value, plan.up);
  const share =
    plan.pacing === null ? null : complete ? one : expectedShare(plan.pacing, plan, known, period, clipped, asOf);
  const [b, t] = aim.kind === 'target' ? [aim.baseline, aim.target] : [null, null];
  const expected = b === null || t === null || share === null ? null : add(b, multiply(subtract(t, b), share));
  const pace =
    value === null || b === null || expected === null ? null : divide(subtract(value, b), subtract(expected, b));
  const whole =
    value === null || b === null || share === null || less(share, tenth) ? null : divide(subtract(value, b), share);
  const forecast = whole === null || b === null ? null : add(b, whole);
  const left: Days = { from: asOf + 1, to: period.to };
  const units = plan.pacing === null || complete ? 0 : unitsOf(plan.pacing, left, known.holidays);
  const requiredRate =
    !plan.adds || units === 0 || value === null || t === null
      ? null
      : divide(subtract(t, value), fraction(BigInt(units), 1n));
  const basis = { score, pace, forecast, value }[plan.basis];
  const band = basis === null ? null : bandOf(plan, basis);
  const status = ((): Status => {
    if (value === null || missing || score === null) return 'no_data';
    if (!complete && plan.pacing === null) return 'not_due';
    if (band === null) return complete ? 'no_data' : 'not_due';
    if (stale) return 'stale';
    return complete && reached ? 'achieved' : band;
  })();
  const paced = plan.pacing !== null && !complete;
  const projected = forecast === null ? null : against(aim, forecast, plan.up).score;
  const counting =
    paced && plan.basis === 'pace' && aim.kind === 'target'
      ? pace === null
        ? null
        : clamp(pace, aim.cap)
      : paced && plan.basis === 'forecast'
        ? projected
        : score;
  return { value, target, progress, score, expected, pace, forecast, requiredRate, status, counting };
}

interface Against {
  readonly progress: Amount;
  readonly score: Amount;
  readonly reached: boolean;
  readonly target: Amount;
  /** Nothing says what the value is held against. */
  readonly missing: boolean;
}

function against(aim: Aim, value: Amount, up: boolean): Against {
  switch (aim.kind) {
    case 'target': {
      const { baseline, target, cap } = aim;
      const inOrder = baseline !== null && target !== null && (up ? less(baseline, target) : less(target, baseline));
      const progress =
        value === null || !inOrder ? null : divide(subtract(value, baseline), subtract(target, baseline));
      return {
        progress,
        score: progress === null ? null : clamp(progress, cap),
        reached: progress !== null && !less(progress, one),
        target,
        missing: target === null,
      };
    }
    case 'limit': {
      const { bound, worst, curve, atMost } = aim;
      const progress = value === null || worst === null ? null : divide(subtract(value, worst), subtract(bound, worst));
      const score =
        value === null ? null : curve !== null ? along(curve, value) : progress === null ? null : clamp(progress, one);
      const reached = value !== null && (atMost ? !less(bound, value) : !less(value, bound));
      return { progress, score, reached, target: bound, missing: false };
    }
    case 'range': {
      if (value === null) return { progress: null, score: null, reached: false, target: null, missing: false };
      const outside = less(value, aim.low)
        ? subtract(aim.low, value)
        : less(aim.high, value)
          ? subtract(value, aim.high)
          : zero;
      const fallen = subtract(one, divide(outside, aim.tolerance) ?? one);
      const score = less(fallen, zero) ? zero : fallen;
      return { progress: null, score, reached: outside.n === 0n, target: null, missing: false };
    }
    case 'curve': {
      const score = value === null ? null : along(aim.curve, value);
      return { progress: null, score, reached: score !== null && !less(score, one), target: null, missing: false };
    }
  }
}

function expectedShare(
  pacing: Pacing,
  plan: Plan,
  known: Records,
  period: Period,
  clipped: Days,
  asOf: number,
): Amount {
  switch (pacing.kind) {
    case 'linear':
      return elapsed(period, asOf);
    case 'working days':
    case 'working days without holidays': {
      const units = (days: Days): Fraction => fraction(BigInt(unitsOf(pacing, days, known.holidays)), 1n);
      return divide(units(clipped), units(period));
    }
    case 'like prior year': {
      const soFar = plan.measure(known, monthsBefore(clipped, 12), asOf, null);
      const whole = plan.measure(known, monthsBefore(period, 12), asOf, null);
      return soFar === null || whole === null ? null : divide(soFar, whole);
    }
    case 'steps':
      return along(pacing.points, elapsed(period, asOf));
  }
}

function unitsOf(pacing: Pacing, days: Days, holidays: ReadonlySet<number>): number {
  switch (pacing.kind) {
    case 'working days':
      return workingDays(days, new Set());
    case 'working days without holidays':
      return workingDays(days, holidays);
    case 'linear':
    case 'like prior year':
    case 'steps':
      return days.to - days.from;
  }
}

/** Straight between the points, level outside; at a jump the higher value. */
export function along(points: Points, x: Fraction): Fraction {
  const at = points.filter(([px]) => !less(px, x) && !less(x, px)).map(([, y]) => y);
  if (at.length > 0) return at.reduce((a, b) => (less(a, b) ? b : a));
  const before = points.findLast(([px]) => less(px, x));
  const after = points.find(([px]) => less(x, px));
  if (before === undefined || after === undefined) return (before ?? after ?? [zero, zero])[1];
  const part = divide(subtract(x, before[0]), subtract(after[0], before[0])) ?? zero;
  return add(before[1], multiply(part, subtract(after[1], before[1])));
}

function bandOf({ basis, up, onTrack, atRisk }: Plan, figure: Fraction): 'on_track' | 'at_risk' | 'off_track' {
  const turned = !up && (basis === 'value' || basis === 'forecast');
  const within = (bound: Fraction): boolean => (turned ? !less(bound, figure) : !less(figure, bound));
  return within(onTrack) ? 'on_track' : within(atRisk) ? 'at_risk' : 'off_track';
}

function clamp(x: Fraction, highest: Fraction): Fraction {
  return less(x, zero) ? zero : less(highest, x) ? highest : x;
}

export function less(a: Fraction, b: Fraction): boolean {
  return a.n * b.d < b.n * a.d;
}
