// A value and what it is held against to progress and score (section 7 of the language reference).
import { abs, clamp, compare, divide, max, ONE, subtract, ZERO, type Rational } from '../value/rational.js';
import { NULL, type Reason } from '../value/value.js';
import { combine, combine3, exactly, type Amount } from './amount.js';
import { curveAt, type CurvePoints } from './curve.js';

/** The aim of one period or group, evaluated. */
export type AimAmounts =
  | {
      readonly kind: 'target';
      readonly target: Amount;
      /** Null where a curve says the score and nothing says where it started: there is no progress. */
      readonly baseline: Amount | null;
      readonly curve: CurvePoints | null;
      readonly cap: Amount;
    }
  | {
      readonly kind: 'limit';
      readonly side: 'at_most' | 'at_least';
      readonly bound: Amount;
      readonly worst: Amount | null;
      readonly curve: CurvePoints | null;
      readonly cap: Amount;
    }
  | {
      readonly kind: 'range';
      readonly low: Amount;
      readonly high: Amount;
      readonly tolerance: Amount | null;
      readonly curve: CurvePoints | null;
    }
  | { readonly kind: 'curve'; readonly curve: CurvePoints };

export type KpiDirection = 'up' | 'down' | 'range';

export interface Scored {
  /** Unclamped; null where the aim has none. */
  readonly progress: Amount | null;
  readonly score: Amount;
  /** What `achieved` asks for, were the period over. */
  readonly reached: boolean;
}

export function scoreOf(aim: AimAmounts, value: Amount, direction: KpiDirection): Scored {
  switch (aim.kind) {
    case 'target': {
      const { target, baseline, curve, cap } = aim;
      const progress = baseline === null ? null : progressOf(value, baseline, target, direction === 'up');
      const reached =
        progress === null ? isKept(value, target, direction === 'down' ? 'at_most' : 'at_least') : atLeastOne(progress);
      return { progress, score: curve === null ? clamped(progress ?? NULL, cap) : curveAt(curve, value), reached };
    }
    case 'limit': {
      const { side, bound, worst, curve, cap } = aim;
      const progress = worst === null ? null : progressOf(value, worst, bound, side === 'at_least');
      const score = curve === null ? clamped(progress ?? NULL, cap) : curveAt(curve, value);
      return { progress, score, reached: isKept(value, bound, side) };
    }
    case 'range': {
      const distance = distanceTo(aim, value);
      const score = aim.curve === null ? inRange(distance, aim.tolerance) : curveAt(aim.curve, value);
      return { progress: null, score, reached: distance.kind === 'number' && compare(distance.value, ZERO) === 0 };
    }
    case 'curve': {
      const score = curveAt(aim.curve, value);
      return { progress: null, score, reached: atLeastOne(score) };
    }
  }
}

/** `(v - b) / (T - b)`, for both directions; up needs b below T, down b above it. */
export function progressOf(value: Amount, baseline: Amount, target: Amount, up: boolean): Amount {
  return combine3(value, baseline, target, (v, b, t): Rational | Reason => {
    if (compare(b, t) !== (up ? -1 : 1)) return 'invalid_argument';
    return divide(subtract(v, b), subtract(t, b)) ?? 'division_by_zero';
  });
}

/** From 0 to the highest score. */
export function clamped(progress: Amount, cap: Amount): Amount {
  return combine(progress, cap, (p, highest) => clamp(p, ZERO, highest));
}

/** How far a value lies outside a range; 0 inside. */
export function distanceTo(range: { readonly low: Amount; readonly high: Amount }, value: Amount): Amount {
  return combine3(value, range.low, range.high, (v, low, high) => max(ZERO, max(subtract(low, v), subtract(v, high))));
}

function inRange(distance: Amount, tolerance: Amount | null): Amount {
  return combine(distance, tolerance ?? exactly(ZERO), (far, most) => {
    if (compare(far, ZERO) === 0) return ONE;
    return max(ZERO, subtract(ONE, divide(abs(far), most) ?? ONE));
  });
}

function isKept(value: Amount, bound: Amount, side: 'at_most' | 'at_least'): boolean {
  if (value.kind === 'none' || bound.kind === 'none') return false;
  const order = compare(value.value, bound.value);
  return side === 'at_most' ? order <= 0 : order >= 0;
}

function atLeastOne(amount: Amount): boolean {
  return amount.kind === 'number' && compare(amount.value, ONE) >= 0;
}
