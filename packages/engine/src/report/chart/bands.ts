// The bands of a status as stretches of values: from which value on a period is on track or at risk.
import type { HistoryPoint, KpiReading } from '../../status/scorecard.js';
import { placeOf } from './positions.js';

export interface Bands {
  readonly onTrack: number;
  readonly atRisk: number | null;
  /** Where better lies. */
  readonly better: 'up' | 'down';
}

/** What an end of a period needs; null where no one value says it. `straight` is false where a curve bends the score. */
export function bandsAt(reading: KpiReading, point: HistoryPoint, straight: boolean): Bands | null {
  const { bands, direction, standing } = reading;
  if (direction === 'range') return null;
  const { aim } = standing;
  const made = (toValue: (bound: number) => number): Bands => ({
    onTrack: toValue(placeOf(bands.onTrack)),
    atRisk: bands.atRisk === null ? null : toValue(placeOf(bands.atRisk)),
    better: direction,
  });
  if (bands.basis === 'value' || bands.basis === 'forecast') return made((bound) => bound);
  if (!straight) return null;
  // At the end of a period the whole way is expected, so that the pace is the progress.
  const ends =
    aim.kind === 'target'
      ? [aim.baseline.value, point.target?.value ?? null]
      : aim.kind === 'limit'
        ? [aim.worst?.value ?? null, aim.bound.value]
        : [];
  const [from, to] = ends;
  if (from === undefined || to === undefined || from === null || to === null) return null;
  return made((bound) => placeOf(from) + (placeOf(to) - placeOf(from)) * bound);
}
