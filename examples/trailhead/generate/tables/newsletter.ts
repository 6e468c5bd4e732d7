// Readers of the newsletter, a row per Monday. The mailing tool's export stopped two weeks before the last day: the numbers are stale.
import type { Cell } from '../cells.js';
import { day, dayText, civil, weekday } from '../days.js';
import { makeRandom } from '../prng.js';
import type { Table } from '../table.js';
import type { World } from '../world.js';

/** Days between the last export and the last day of everything else. */
const silence = 14;

export const newsletter: Table = {
  name: 'newsletter',
  header: ['week_of', 'joined', 'left'],
  rows: rowsOf,
};

function* rowsOf(world: World): Generator<readonly Cell[]> {
  const { first, last, scale } = world.size;
  for (let on = day(first); on <= day(last) - silence; on += 1) {
    if (weekday(on) !== 0) continue;
    const random = makeRandom(world.seed, 'newsletter', dayText(on));
    // Who buys presents signs up: November and December bring the most.
    const season = civil(on).month >= 11 ? 6 : 0;
    yield [dayText(on), (random.between(5, 11) + season) * scale, random.between(1, 4) * scale];
  }
}
