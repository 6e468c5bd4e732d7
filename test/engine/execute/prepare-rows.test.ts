// Rows given as texts make the same relations as files do.
import { expect, test } from 'vitest';
import { prepareRows } from '../../../packages/engine/src/execute/prepare-rows.js';
import { columnsOf, prepareGiven, rowsOf, said } from './project.js';

const DATASETS = `  orders:
    from: orders.csv
    key: order_id
    time: at
    fields:
      order_id: text
      amount: { type: decimal(2) EUR, column: Amount, optional: true }
      at: timestamp
      net: { formula: "amount * 2" }
  others: { from: others.parquet, time: none, fields: { x: integer, y: float } }
`;

test('every dataset has its relation, with its types and without computed fields', async () => {
  const { executor, diagnostics } = await prepareGiven(DATASETS, {
    orders: [
      { order_id: 'a', amount: '12345678901234567.89', at: '2026-03-01T10:00:00+01:00' },
      { order_id: 'b', at: '2026-03-02T10:00Z' },
    ],
  });
  expect(diagnostics.map(said)).toEqual([]);
  expect(await columnsOf(executor, 'orders')).toEqual(['order_id VARCHAR', 'amount DECIMAL(19,2)', 'at TIMESTAMP']);
  expect(await columnsOf(executor, 'others')).toEqual(['x BIGINT', 'y DOUBLE']);
  expect(await rowsOf(executor, 'SELECT * FROM "data"."orders" ORDER BY 1')).toEqual([
    ['a', '12345678901234567.89', '2026-03-01T09:00:00'],
    ['b', null, '2026-03-02T10:00:00'],
  ]);
});

test('one engine serves one test after another', async () => {
  const { executor, graph } = await prepareGiven(DATASETS, { others: [{ x: '1', y: '0.5' }] });
  expect(await rowsOf(executor, 'SELECT "x" FROM "data"."others"')).toEqual([['1']]);
  const again = await prepareRows(executor, graph, new Map([['others', [{ x: '2', y: null }]]]));
  expect(again.diagnostics).toEqual([]);
  expect(await rowsOf(executor, 'SELECT "x", "y" FROM "data"."others"')).toEqual([['2', null]]);
});

test('relations that were empty and are empty again stay where they are; all others have the rows of now', async () => {
  const { executor, graph, data } = await prepareGiven(DATASETS, { others: [{ x: '1', y: '0.5' }] });
  const orders = [{ order_id: 'a', amount: '1.00', at: '2026-03-01T10:00:00Z' }];
  const counts = 'SELECT (SELECT count(*) FROM "data"."orders"), (SELECT count(*) FROM "data"."others")';
  const second = await prepareRows(executor, graph, new Map([['orders', orders]]), data);
  expect(await rowsOf(executor, counts)).toEqual([['1', '0']]);
  const third = await prepareRows(executor, graph, new Map([['orders', orders]]), second.value);
  expect(third.value.datasets.get('others')).toBe(second.value.datasets.get('others'));
  expect(await rowsOf(executor, counts)).toEqual([['1', '0']]);
  await prepareRows(executor, graph, new Map(), third.value);
  expect(await rowsOf(executor, counts)).toEqual([['0', '0']]);
});

test('a cell that does not fit is refused with its row', async () => {
  const { diagnostics, data } = await prepareGiven(DATASETS, {
    orders: [
      { order_id: 'a', amount: '1.00', at: '2026-03-01T10:00:00Z' },
      { order_id: 'b', amount: '1.005', at: '2026-03-01T10:00:00' },
    ],
  });
  expect(diagnostics.map(said)).toEqual([
    'KPI7020: row 2 of `orders`: `1.005` has more decimals than `decimal(2)` keeps (column `Amount`)',
    'KPI7020: row 2 of `orders`: `2026-03-01T10:00:00` has no offset, so it names no instant (column `at`)',
  ]);
  expect([...data.datasets.keys()]).toEqual(['others']);
});
