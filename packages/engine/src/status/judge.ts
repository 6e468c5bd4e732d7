// The status of a KPI and the rule that gave it: the first that fires, over unrounded numbers.
import type { Status } from '@sextant/parser';
import { compare } from '../value/rational.js';
import type { Reason } from '../value/value.js';
import type { Amount } from './amount.js';
import { exactFigure, exactText } from './figure.js';
import type { StatusReason } from './scorecard.js';

export type Basis = 'score' | 'pace' | 'forecast' | 'value';

export interface BandAmounts {
  readonly basis: Basis;
  readonly onTrack: Amount;
  readonly atRisk: Amount | null;
  /** Less is better: at or below a bound, of a value or a forecast, is within it. */
  readonly below: boolean;
}

export interface Facts {
  /** The label of the period. */
  readonly period: string;
  /** It has begun by the end of as_of. */
  readonly started: boolean;
  readonly complete: boolean;
  /** Something says how far the value should be before the period ends. */
  readonly paced: boolean;
  readonly value: Amount;
  /** What the value is held against; none where it is missing. A curve alone needs nothing more. */
  readonly target: Amount;
  readonly score: Amount;
  /** Were the period over, it would be achieved. */
  readonly reached: boolean;
  /** The figure that the bands are about. */
  readonly figure: Amount;
  readonly bands: BandAmounts;
  /** A dataset without fresh rows. */
  readonly stale: string | null;
}

export interface Judgement {
  readonly status: Status;
  readonly because: StatusReason;
}

export function judge(facts: Facts): Judgement {
  const { value, target, score, figure, bands, complete } = facts;
  if (!facts.started) return { status: 'not_due', because: { kind: 'not_started' } };
  if (value.kind === 'none') {
    return value.reason === 'not_due'
      ? { status: 'not_due', because: { kind: 'no_value', reason: 'not_due' } }
      : noData(value.reason);
  }
  if (target.kind === 'none') return { status: 'no_data', because: { kind: 'no_target', period: facts.period } };
  if (score.kind === 'none') return noData(score.reason);
  if (!complete && !facts.paced) return { status: 'not_due', because: { kind: 'period_open' } };
  const band = bandOf(figure, bands);
  // Too early in the period for a forecast is not yet a gap in the data.
  if (band === null && !complete) return { status: 'not_due', because: { kind: 'no_basis', basis: bands.basis } };
  if (facts.stale !== null) return { status: 'stale', because: { kind: 'stale', dataset: facts.stale } };
  if (complete && facts.reached) return { status: 'achieved', because: { kind: 'achieved' } };
  if (band === null) return { status: 'no_data', because: { kind: 'no_basis', basis: bands.basis } };
  const bound = { on_track: bands.onTrack, at_risk: bands.atRisk, off_track: null }[band];
  return {
    status: band,
    because: {
      kind: 'band',
      basis: bands.basis,
      figure: exactFigure(figure),
      bound: bound === null ? null : exactText(bound),
    },
  };
}

function noData(reason: Reason): Judgement {
  return { status: 'no_data', because: { kind: 'no_value', reason } };
}

/** Exactly one band for every figure; null where the figure or a bound has no value. */
export function bandOf(figure: Amount, bands: BandAmounts): 'on_track' | 'at_risk' | 'off_track' | null {
  const { onTrack, atRisk } = bands;
  if (figure.kind === 'none' || onTrack.kind === 'none' || atRisk?.kind === 'none') return null;
  const turned = bands.below && (bands.basis === 'value' || bands.basis === 'forecast');
  const within = (bound: Amount): boolean => {
    if (bound.kind === 'none') return false;
    const order = compare(figure.value, bound.value);
    return turned ? order <= 0 : order >= 0;
  };
  if (within(onTrack)) return 'on_track';
  return atRisk !== null && within(atRisk) ? 'at_risk' : 'off_track';
}
