// Where better is, as a limit, a range or the slope of a curve says it.
import type { KpiDef } from '../shape/definitions.js';
import { compareConstants } from '../types/constant-number.js';
import type { Aim, Curve, Kpi } from './kpi.js';

export function impliedDirection(def: KpiDef, aim: Aim | null): Kpi['direction'] {
  if (def.atMost !== null) return 'down';
  if (def.atLeast !== null) return 'up';
  if (def.range !== null) return 'range';
  return aim?.kind === 'curve' ? slopeOf(aim.curve) : null;
}

/** Up where the last score is higher than the first; null where they are equal or not known before a question. */
export function slopeOf(curve: Curve): 'up' | 'down' | null {
  const [first, last] = [curve[0], curve.at(-1)];
  const order = first === undefined || last === undefined ? null : compareConstants(first.score, last.score);
  if (order === null || order === 0) return null;
  return order < 0 ? 'up' : 'down';
}
