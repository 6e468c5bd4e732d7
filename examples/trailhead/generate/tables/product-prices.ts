// What a product was sold and bought for, version by version.
import { moneyText } from '../cells.js';
import { dayText } from '../days.js';
import type { Table } from '../table.js';

export const productPrices: Table = {
  name: 'product_prices',
  header: ['product_id', 'valid_from', 'valid_until', 'list_price', 'unit_cost'],
  rows: (world) =>
    world.products.flatMap((p) =>
      p.versions.map((v) => [
        p.id,
        dayText(v.from),
        v.until === null ? null : dayText(v.until),
        moneyText(v.price),
        moneyText(v.cost),
      ]),
    ),
};
