// Exchange rates into euro: on working days only, and the yen misses the week from 2026-05-25.
import type { Cell } from '../cells.js';
import { scaledText } from '../cells.js';
import { day, dayText, weekday } from '../days.js';
import { div } from '../integers.js';
import { makeRandom } from '../prng.js';
import type { Table } from '../table.js';
import type { World } from '../world.js';

/** Millionths of a euro for one unit, and the rate to which it drifts back. */
const pairs = [
  { currency: 'USD', level: 915_000 },
  { currency: 'GBP', level: 1_172_000 },
  { currency: 'JPY', level: 6_150 },
] as const;
const missingFrom = day('2026-05-25');

export const fx: Table = {
  name: 'fx',
  header: ['day', 'ccy', 'quote', 'rate'],
  rows: rowsOf,
};

function* rowsOf(world: World): Generator<readonly Cell[]> {
  const last = day(world.size.last);
  const rates: number[] = pairs.map((pair) => pair.level);
  // Ten days earlier than the first order, so that a first weekend has a rate before it.
  for (let d = day(world.size.first) - 10; d <= last; d += 1) {
    if (weekday(d) > 4) continue;
    for (const [index, pair] of pairs.entries()) {
      const random = makeRandom(world.seed, 'fx', `${pair.currency}-${dayText(d)}`);
      const before = rates[index] ?? pair.level;
      const step = div(before * random.below(9), 1_000) - div(before * 4, 1_000);
      const home = div((pair.level + 10_000_000 - before) * 4, 100) - div(10_000_000 * 4, 100);
      const rate = before + step + home;
      rates[index] = rate;
      if (pair.currency === 'JPY' && d >= missingFrom && d < missingFrom + 7) continue;
      yield [dayText(d), pair.currency, 'EUR', scaledText(rate, 6)];
    }
  }
}
