// Stock at the end of every month, by warehouse and product.
import type { Cell } from '../cells.js';
import { day, dayText, monthStarts } from '../days.js';
import { makeRandom } from '../prng.js';
import type { Table } from '../table.js';
import type { World } from '../world.js';

export const stock: Table = {
  name: 'stock',
  header: ['taken_on', 'warehouse', 'product_id', 'units'],
  rows: rowsOf,
};

function* rowsOf(world: World): Generator<readonly Cell[]> {
  // The state before the first day, then the ends of the months that are over.
  for (const month of monthStarts(day(world.size.first), day(world.size.last))) {
    for (const warehouse of ['leipzig', 'reno']) {
      for (const product of world.products) {
        const random = makeRandom(world.seed, 'stock', `${dayText(month)}-${warehouse}-${product.id}`);
        yield [dayText(month - 1), warehouse, product.id, random.chance(500) ? 0 : random.between(3, 140)];
      }
    }
  }
}
