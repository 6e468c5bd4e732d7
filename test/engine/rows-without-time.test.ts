// Rows whose time has no value lie in no window; the answer says how many there are, whichever way it was computed.
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  askChecked,
  checkQuestion,
  evaluateReference,
  openDuckDb,
  prepareRows,
  sessionOver,
  type DuckDbExecutor,
} from '@sextant/engine';
import { parseProject } from '@sextant/parser';
import { loadRows } from '../../packages/engine/src/execute/load-rows.js';

let executor: DuckDbExecutor;
beforeAll(async () => {
  executor = await openDuckDb({ threads: 1 });
});
afterAll(() => executor.close());

const definitions = `
datasets:
  orders:
    from: orders.csv
    key: order_id
    time: ordered_on
    fields: { order_id: text, ordered_on: { type: date, optional: true } }
  lines:
    from: lines.csv
    time: orders.ordered_on
    fields: { order_id: { type: text, references: orders, optional: true }, amount: decimal(2) EUR }
metrics:
  placed: count(orders)
  revenue: sum(lines.amount)
`;

test('orders without a day, and lines without an order that has one', async () => {
  const { value: graph, diagnostics } = parseProject([{ path: 'x.kpi.yaml', text: definitions }]);
  expect(diagnostics).toEqual([]);
  const prepared = await prepareRows(
    executor,
    graph,
    new Map([
      [
        'orders',
        [
          { order_id: 'a', ordered_on: '2026-01-01' },
          { order_id: 'b', ordered_on: null },
        ],
      ],
      [
        'lines',
        [
          { order_id: 'a', amount: '1.10' },
          { order_id: 'b', amount: '2.20' },
          { order_id: 'z', amount: '3.30' },
          { order_id: null, amount: '4.40' },
        ],
      ],
    ]),
  );
  const question = checkQuestion(graph, { metrics: ['placed', 'revenue'], asOf: '2026-03-01' }).value;
  if (question === null) throw new Error('not a question');
  const asked = await askChecked(await sessionOver(graph, executor, prepared.value), question);
  expect(asked.value?.rows[0]?.cells.map((cell) => cell.value)).toEqual(['1', '1.1']);
  const said = ['3 rows of `lines` without a time', '1 row of `orders` without a time'];
  expect(asked.value?.diagnostics.map((one) => one.message)).toEqual(said);
  const rows = await loadRows(prepared.value);
  const reference = rows.kind === 'rows' ? evaluateReference(graph, question, rows.rows) : null;
  expect(reference?.diagnostics.map((one) => one.message)).toEqual(said);
});
