// Groups by a key are groups by the reference only where every reference leads to a row that as_of shows; the answer is the same.
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
import { completeReferences } from '../../packages/engine/src/complete-references.js';
import { checkData } from '../../packages/engine/src/execute/check-data.js';
import { loadRows } from '../../packages/engine/src/execute/load-rows.js';

let executor: DuckDbExecutor;
beforeAll(async () => {
  executor = await openDuckDb({ threads: 1 });
});
afterAll(() => executor.close());

const definitions = `
datasets:
  customers:
    from: customers.csv
    key: customer_id
    time: joined_on
    fields: { customer_id: text, joined_on: { type: date, optional: true } }
  orders:
    from: orders.csv
    time: none
    fields: { customer_id: { type: text, references: customers, optional: true }, amount: decimal(2) EUR }
metrics:
  revenue: sum(orders.amount)
  buyers: count(per customers.customer_id where revenue > 0 EUR)
`;

interface Data {
  /** Day of joining, by customer. */
  readonly joined: Readonly<Record<string, string | null>>;
  readonly buyers: readonly (string | null)[];
}

async function asked({ joined, buyers }: Data, checks: boolean): Promise<{ complete: unknown; answers: unknown[] }> {
  const { value: graph } = parseProject([{ path: 'x.kpi.yaml', text: definitions }]);
  const rows = new Map<string, readonly Readonly<Record<string, string | null>>[]>([
    ['customers', Object.entries(joined).map(([customer_id, joined_on]) => ({ customer_id, joined_on }))],
    ['orders', buyers.map((customer_id) => ({ customer_id, amount: '1.50' }))],
  ]);
  const { value: data } = await prepareRows(executor, graph, rows);
  const session = await sessionOver(graph, executor, data, checks ? await checkData(data) : null);
  const parts = { metrics: ['revenue'], by: ['customers.customer_id'], asOf: '2026-03-01' };
  const [byKey, total] = [
    checkQuestion(graph, parts).value,
    checkQuestion(graph, { ...parts, metrics: ['buyers'], by: [] }).value,
  ];
  const loaded = await loadRows(data);
  if (byKey === null || total === null || loaded.kind !== 'rows') throw new Error('not a question');
  const answers: unknown[] = [];
  for (const question of [byKey, total]) {
    const { value } = await askChecked(session, question);
    expect(value?.rows).toEqual(evaluateReference(graph, question, loaded.rows).rows);
    answers.push(value?.rows.map((row) => `${row.keys[0] ?? '-'} ${row.cells[0]?.value}`).join(', '));
  }
  return { complete: [...(await completeReferences(session, byKey, ['customers']))], answers };
}

const known = { a: '2026-01-01', b: '2026-03-01' };

test('every reference leads to a row', async () => {
  expect(await asked({ joined: known, buyers: ['a', 'b', 'b', null] }, true)).toEqual({
    complete: ['orders.customer_id'],
    answers: ['a 1.5, b 3, - 1.5', '- 2'],
  });
});

test('nobody checked', async () => {
  const { complete } = await asked({ joined: known, buyers: ['a', 'b'] }, false);
  expect(complete).toEqual([]);
});

test('a reference leads nowhere: its rows are in the group without a value', async () => {
  expect(await asked({ joined: known, buyers: ['a', 'z'] }, true)).toEqual({
    complete: [],
    answers: ['a 1.5, - 1.5', '- 1'],
  });
});

test('as_of hides a row that is referred to', async () => {
  expect(await asked({ joined: { ...known, c: '2026-03-02' }, buyers: ['a', 'c'] }, true)).toEqual({
    complete: [],
    answers: ['a 1.5, - 1.5', '- 1'],
  });
});

test('nobody knows when a row was there', async () => {
  const { complete } = await asked({ joined: { ...known, c: null }, buyers: ['a', 'c'] }, true);
  expect(complete).toEqual([]);
});
