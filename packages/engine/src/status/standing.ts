// How a KPI stands at a place: progress, score, pace, status.
import type { Pacing } from '@sextant/parser';
import { daysLeft, workingDaysLeft } from '../calendar/elapsed.js';
import type { Point } from '../calendar/window.js';
import { noValue, NULL } from '../value/value.js';
import { combine, type Amount } from './amount.js';
import { exactFigure, exactText, kpiFigure } from './figure.js';
import { judge, type BandAmounts } from './judge.js';
import { elapsedOf, expectedShare, pacedOf, requiredRate, type Paced, type PeriodClock } from './pacing.js';
import type { Place } from './place.js';
import type { ReadyKpi } from './ready-kpi.js';
import { clamped, scoreOf, type AimAmounts } from './score.js';
import type { Figure, PacingReading, Standing } from './scorecard.js';
import { aimAt, type AimTools } from './targets.js';
import { divide, sign } from '../value/rational.js';

export interface StandingTools extends AimTools {
  readonly asOfDay: number;
  /** The end of that day. */
  readonly asOf: Point;
  /** Day numbers of a dataset of holidays. */
  readonly holidaysIn: (dataset: string | null) => ReadonlySet<number>;
}

export interface StandingAt {
  readonly standing: Standing;
  readonly value: Amount;
  readonly score: Amount;
  readonly aim: AimAmounts;
  /** What counts in a goal: see `countingScore`. */
  readonly counting: Amount;
  /** As a history shows it. */
  readonly target: Figure | null;
  readonly started: boolean;
  readonly complete: boolean;
}

/** `stale` is the first dataset without fresh rows. */
export function standingAt(kpi: ReadyKpi, place: Place, stale: string | null, tools: StandingTools): StandingAt {
  const { bucket, cells } = place;
  const { asOf, asOfDay } = tools;
  const started = bucket.start.instant < asOf.instant;
  const complete = bucket.end.instant <= asOf.instant;
  const clock: PeriodClock = { window: bucket, asOfDay, complete };
  const value = started ? (cells.get('value') ?? NULL) : noValue('not_due');
  const { amounts, reading, target, figure } = aimAt(kpi, place, tools);
  const { progress, score, reached } = scoreOf(amounts, value, kpi.direction);
  const paced = pacedAt(kpi, place, clock, value, amounts, tools);
  const bands = bandAmounts(kpi, tools);
  const figures = { score, value, pace: paced?.pace ?? NULL, forecast: paced?.forecast ?? NULL };
  // Bounds in the KPI's unit are about all groups together: where groups add up they say nothing of one.
  const ofAll = place.group !== null && kpi.additive && (bands.basis === 'value' || bands.basis === 'forecast');
  const { status, because } = judge({
    period: bucket.label,
    started,
    complete,
    paced: paced !== null,
    value,
    target,
    score,
    reached,
    figure: ofAll ? NULL : figures[bands.basis],
    bands,
    stale,
  });
  return {
    standing: {
      value: kpiFigure(value, kpi),
      aim: reading,
      progress: progress === null ? null : exactFigure(progress),
      score: exactFigure(score),
      attainment: attainmentOf(kpi, value, amounts),
      elapsed: exactText(elapsedOf(clock)),
      pacing: paced === null ? null : pacingReading(kpi, paced, clock, value, target, tools),
      status,
      because,
    },
    value,
    score,
    aim: amounts,
    counting: complete ? score : countingScore(kpi, amounts, score, paced),
    target: figure,
    started,
    complete,
  };
}

/**
 * What counts in a goal before a period is over. The score itself compares a part with a whole, so that every goal would start
 * its quarter near 0: a KPI that is judged by its pace counts with its pace, and one that is judged by its forecast with the
 * score that the forecast would have.
 */
function countingScore(kpi: ReadyKpi, aim: AimAmounts, score: Amount, paced: Paced | null): Amount {
  if (paced === null || aim.kind !== 'target') return score;
  switch (kpi.bands.basis) {
    case 'pace':
      return clamped(paced.pace, aim.cap);
    case 'forecast':
      return scoreOf(aim, paced.forecast, kpi.direction).score;
    case 'score':
    case 'value':
      return score;
  }
}

interface PacedAt extends Paced {
  readonly pacing: Pacing;
  readonly share: Amount;
}

function pacedAt(
  kpi: ReadyKpi,
  { cells }: Place,
  clock: PeriodClock,
  value: Amount,
  aim: AimAmounts,
  tools: StandingTools,
): PacedAt | null {
  const { pacing } = kpi;
  if (pacing === null || aim.kind !== 'target') return null;
  const holidays = tools.holidaysIn(holidayDataset(pacing));
  const priorYear = { soFar: cells.get('year') ?? NULL, whole: cells.get('year whole') ?? NULL };
  const share = expectedShare(pacing, clock, holidays, priorYear);
  return { pacing, share, ...pacedOf(value, aim.baseline ?? NULL, aim.target, share) };
}

function holidayDataset(pacing: Pacing): string | null {
  return pacing.kind === 'working_days' ? pacing.holidays : null;
}

function pacingReading(
  kpi: ReadyKpi,
  { pacing, share, expected, pace, forecast }: PacedAt,
  { window, asOfDay }: PeriodClock,
  value: Amount,
  target: Amount,
  tools: StandingTools,
): PacingReading {
  const unitsLeft =
    (pacing.kind === 'working_days'
      ? workingDaysLeft(window, asOfDay, tools.holidaysIn(pacing.holidays))
      : daysLeft(window, asOfDay)) ?? 0;
  const rate = kpi.additive ? requiredRate(value, target, unitsLeft) : null;
  return {
    kind: pacing.kind,
    share: exactFigure(share),
    expected: kpiFigure(expected, kpi),
    pace: exactFigure(pace),
    forecast: kpiFigure(forecast, kpi),
    requiredRate: rate === null ? null : exactFigure(rate),
    unitsLeft,
  };
}

/** `v / T`, where more is better and the target is above 0. */
function attainmentOf(kpi: ReadyKpi, value: Amount, aim: AimAmounts): Figure | null {
  if (aim.kind !== 'target' || kpi.direction !== 'up' || aim.target.kind === 'none') return null;
  if (sign(aim.target.value) <= 0) return null;
  return exactFigure(combine(value, aim.target, (v, t) => divide(v, t) ?? 'division_by_zero'));
}

export function bandAmounts(kpi: ReadyKpi, { constant }: AimTools): BandAmounts {
  const { basis, onTrack, atRisk } = kpi.bands;
  return {
    basis,
    onTrack: constant(onTrack),
    atRisk: atRisk === null ? null : constant(atRisk),
    below: kpi.direction === 'down',
  };
}
