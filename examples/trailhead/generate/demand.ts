// How much happens on which day: channels, weekdays, seasons, growth, campaigns, noise; all in whole numbers.
import { civil, weekday } from './days.js';
import { at, div } from './integers.js';
import { makeRandom } from './prng.js';
import type { Channel } from './vocabulary.js';
import { channels } from './vocabulary.js';

/** Monday to Sunday, in percent. */
const shopWeek = [100, 96, 98, 102, 108, 124, 118] as const;
/** Offices write on working days. */
const officeWeek = [130, 128, 124, 118, 96, 34, 30] as const;
/** January to December, in percent: the end of the year is strong, August is quiet. */
const year = [92, 88, 96, 100, 106, 112, 104, 80, 98, 100, 160, 160] as const;

/** Demand of a day by channel, in the order of `channels`, and its sum. */
export interface DayDemand {
  readonly byChannel: readonly number[];
  readonly total: number;
}

/** The weights of every day from `first` to `last`; `adstock` says what past advertising still adds, in percent. */
export function demandOf(
  seed: string,
  table: string,
  first: number,
  last: number,
  mix: readonly number[],
  week: 'shop' | 'office',
  adstock: (dayNo: number, channel: Channel) => number,
): readonly DayDemand[] {
  const weekdays = week === 'shop' ? shopWeek : officeWeek;
  const days: DayDemand[] = [];
  for (let d = first; d <= last; d += 1) {
    const base = div(at(weekdays, weekday(d)) * at(year, civil(d).month - 1) * growth(d), 10_000);
    const byChannel = channels.map((channel, index) => {
      const noise = makeRandom(seed, `${table}-demand`, `${d}-${channel}`).between(80, 120);
      return div(at(mix, index) * base * (100 + adstock(d, channel)) * noise, 1_000_000);
    });
    days.push({ byChannel, total: byChannel.reduce((s, w) => s + w, 0) });
  }
  return days;
}

/** 1.2 percent more every month, compounded since February 2023; 10 000 is the start. */
function growth(dayNo: number): number {
  const { year: y, month } = civil(dayNo);
  const months = (y - 2023) * 12 + month - 2;
  let factor = 10_000;
  for (let i = 0; i < months; i += 1) factor += div(factor * 12, 1000);
  return factor;
}

/** How far into its day a shop order or a visit falls, in seconds: nights are quiet but not silent. */
export function secondOfDay(
  hourWeights: readonly number[],
  random: { weighted(w: readonly number[]): number; below(n: number): number },
): number {
  return random.weighted(hourWeights) * 3600 + random.below(3600);
}

/** Weights of the hours in UTC: evening visits in Berlin and all day in America, so that days differ by zone. */
export const hourWeights = [
  10, 8, 6, 5, 5, 6, 10, 18, 30, 40, 46, 50, 52, 48, 46, 48, 52, 60, 70, 76, 70, 54, 36, 22,
] as const;
