// Money given back: six percent of the paid orders, all of it or a part, 1 to 60 days later.
import type { Cell } from '../cells.js';
import { idText, moneyText } from '../cells.js';
import { day, dayText } from '../days.js';
import { div } from '../integers.js';
import { makeRandom } from '../prng.js';
import type { Table } from '../table.js';
import { digitsOf } from '../vocabulary.js';
import type { World } from '../world.js';

export const refunds: Table = {
  name: 'refunds',
  header: ['refund_id', 'order_id', 'refunded_on', 'reason', 'currency', 'amount'],
  rows: rowsOf,
};

function* rowsOf(world: World): Generator<readonly Cell[]> {
  const last = day(world.size.last);
  let index = 0;
  for (const order of world.orders) {
    const random = makeRandom(world.seed, 'refunds', order.id);
    if (order.status !== 'paid' || !random.chance(world.size.name === 'tiny' ? 2_000 : 620)) continue;
    const on = div(order.orderedAt, 86_400) + random.between(1, world.size.name === 'tiny' ? 10 : 60);
    if (on > last) continue;
    const charged = order.goods + order.shipping - (order.coupon ?? 0);
    const digits = digitsOf[order.currency];
    const part = random.chance(5_000) ? charged : div(charged * random.between(1, 3), digits === 0 ? 40 : 4);
    yield [
      idText('r', index, world.size.orders >= 10_000 ? 5 : 3),
      order.id,
      dayText(on),
      random.pick(['returned', 'damaged', 'late']),
      order.currency,
      moneyText(digits === 0 && part !== charged ? part * 10 : part, digits),
    ];
    index += 1;
  }
}
