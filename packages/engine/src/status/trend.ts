// Whether a value moves the right way, apart from how it stands.
import { compare, isZero, abs, sign, subtract, type Rational } from '../value/rational.js';
import { combine, type Amount } from './amount.js';
import { distanceTo, type KpiDirection } from './score.js';

export interface TrendFacts {
  readonly value: Amount;
  readonly prior: Amount;
  readonly direction: KpiDirection;
  /** Of a KPI with a range. */
  readonly range: { readonly low: Amount; readonly high: Amount } | null;
  /** The smallest change that counts; null is any. */
  readonly materiality: Amount | null;
}

/** Null where there is nothing to compare with. A range is approached where the distance to it shrinks. */
export function trendOf(facts: TrendFacts): 'improving' | 'worsening' | 'flat' | null {
  const { value, prior, direction, range, materiality } = facts;
  const better =
    direction === 'range' && range !== null
      ? combine(distanceTo(range, prior), distanceTo(range, value), subtract)
      : direction === 'down'
        ? combine(prior, value, subtract)
        : combine(value, prior, subtract);
  if (better.kind === 'none' || materiality?.kind === 'none') return null;
  if (!isMaterial(better.value, materiality?.value ?? null)) return 'flat';
  return sign(better.value) > 0 ? 'improving' : 'worsening';
}

/** Beyond it, not at it. */
function isMaterial(change: Rational, materiality: Rational | null): boolean {
  return materiality === null ? !isZero(change) : compare(abs(change), materiality) > 0;
}
