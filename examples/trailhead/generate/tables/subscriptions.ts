// Memberships of the Trailhead Club: from a day, until a day, or still running.
import type { Cell } from '../cells.js';
import { idText, moneyText } from '../cells.js';
import { day, dayText } from '../days.js';
import { at } from '../integers.js';
import { makeRandom } from '../prng.js';
import type { Table } from '../table.js';
import type { World } from '../world.js';

export const subscriptions: Table = {
  name: 'subscriptions',
  header: ['subscription_id', 'customer_id', 'plan', 'monthly_price', 'started_on', 'ended_on'],
  rows: rowsOf,
};

function* rowsOf(world: World): Generator<readonly Cell[]> {
  const first = day(world.size.first);
  const last = day(world.size.last);
  const found: { on: number; cells: readonly Cell[] }[] = [];
  for (let index = 0; found.length < world.size.subscriptions; index += 1) {
    const random = makeRandom(world.seed, 'subscriptions', index);
    const customer = at(world.customers, random.below(world.customers.length));
    const on = Math.max(first, customer.joinedOn) + random.below(120);
    if (on > last) continue;
    const plus = random.chance(3_500);
    const until = on + random.pick([31, 62, 92, 184, 365, 365, 730, 2_000]);
    const ended = until <= last ? dayText(until) : null;
    found.push({ on, cells: [customer.id, plus ? 'plus' : 'basic', moneyText(plus ? 990 : 490), dayText(on), ended] });
  }
  found.sort((a, b) => a.on - b.on || (a.cells.join() < b.cells.join() ? -1 : 1));
  const width = world.size.subscriptions >= 1_000 ? 5 : 3;
  for (const [index, row] of found.entries()) yield [idText('m', index, width), ...row.cells];
}
