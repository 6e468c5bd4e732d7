// What an incentive pays: the mean of the scores, the curve, the gate and the cap, and one rounding at the end.
import { isJudged, type Status } from '@sextant/parser';
import { add, divide, min, multiply, ZERO, type Rational } from '../value/rational.js';
import { noValue, numberValue } from '../value/value.js';
import { combine, exactly, times, type Amount } from './amount.js';
import { curveAt, type CurvePoints } from './curve.js';
import { rank } from './guardrails.js';

export interface PayoutFacts {
  readonly components: readonly { readonly weight: Rational; readonly score: Amount }[];
  /** Empty: the score is the share. */
  readonly curve: CurvePoints;
  readonly amount: Amount;
  readonly cap: Amount | null;
  readonly gate: { readonly atLeast: 'at_risk' | 'on_track' | 'achieved'; readonly status: Status } | null;
}

export interface Payout {
  readonly score: Amount;
  readonly share: Amount;
  /** Null without a gate, and where the gate is not judged. */
  readonly passed: boolean | null;
  /** Unrounded. */
  readonly payout: Amount;
}

export function payoutOf({ components, curve, amount, cap, gate }: PayoutFacts): Payout {
  const score = meanOf(components);
  const share = curve.length === 0 ? score : curveAt(curve, score);
  const passed = gate === null || !isJudged(gate.status) ? null : rank(gate.status) >= rank(gate.atLeast);
  const earned = times(share, amount);
  const capped = cap === null ? earned : combine(earned, cap, min);
  return { score, share, passed, payout: throughGate(capped, gate !== null, passed) };
}

/** A gate that nobody can judge is neither open nor shut. */
function throughGate(payout: Amount, gated: boolean, passed: boolean | null): Amount {
  if (!gated || passed === true) return payout;
  return passed === null ? noValue('no_value') : exactly(ZERO);
}

function meanOf(components: PayoutFacts['components']): Amount {
  let [scored, weight, approximate] = [ZERO, ZERO, false];
  for (const component of components) {
    if (component.score.kind === 'none') return component.score;
    scored = add(scored, multiply(component.weight, component.score.value));
    weight = add(weight, component.weight);
    approximate ||= component.score.approximate;
  }
  const mean = divide(scored, weight);
  return mean === null ? noValue('no_value') : numberValue(mean, approximate);
}
