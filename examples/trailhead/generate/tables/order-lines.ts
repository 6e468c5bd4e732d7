// The lines of each order, in the order's currency.
import { moneyText } from '../cells.js';
import type { Table } from '../table.js';
import { digitsOf } from '../vocabulary.js';

export const orderLines: Table = {
  name: 'order_lines',
  header: ['order_id', 'line_no', 'product_id', 'quantity', 'unit_price', 'currency'],
  rows: (world) =>
    world.orders.flatMap((o) =>
      o.lines.map((line, index) => [
        o.id,
        index + 1,
        line.product.id,
        line.quantity,
        moneyText(line.unitPrice, digitsOf[o.currency]),
        o.currency,
      ]),
    ),
};
