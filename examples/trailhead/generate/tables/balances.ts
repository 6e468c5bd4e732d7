// What business customers owe at the end of a month; an account without a change is sometimes left out.
import type { Cell } from '../cells.js';
import { moneyText } from '../cells.js';
import { day, dayText, monthStarts } from '../days.js';
import { makeRandom } from '../prng.js';
import type { Table } from '../table.js';
import type { World } from '../world.js';

export const balances: Table = {
  name: 'balances',
  header: ['taken_on', 'customer_id', 'balance'],
  rows: rowsOf,
};

function* rowsOf(world: World): Generator<readonly Cell[]> {
  const accounts = world.customers.filter((c) => c.segment === 'business').slice(0, world.size.accounts);
  for (const month of monthStarts(day(world.size.first), day(world.size.last))) {
    for (const account of accounts) {
      const random = makeRandom(world.seed, 'balances', `${dayText(month)}-${account.id}`);
      if (account.joinedOn >= month || random.chance(1_200)) continue;
      yield [dayText(month - 1), account.id, moneyText(random.between(0, 60) * 2_500)];
    }
  }
}
