// The checks of rows in memory say what the checks of a database say, over the same rows and to the letter.
import type { Diagnostic } from '@sextant/parser';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkRows } from '../../../packages/engine/src/memory/check-rows.js';
import { givenRows } from '../../../packages/engine/src/memory/given-rows.js';
import { prepareRows } from '../../../packages/engine/src/execute/prepare-rows.js';
import { checkData } from '../../../packages/engine/src/execute/check-data.js';
import type { GivenRow } from '../../../packages/engine/src/execute/sources/source.js';
import { openDuckDb } from '../../../packages/engine/src/execute/duckdb.js';
import type { DuckDbExecutor } from '../../../packages/engine/src/execute/duckdb-executor.js';
import { graphOf } from '../execute/project.js';

const DEFINITIONS = `
  customers:
    time: none
    key: customer_id
    fields: { customer_id: text, grade: { type: integer, values: [1, 2] } }
  orders:
    time: at
    key: order_id
    fields:
      order_id: integer
      customer_id: { type: text, references: customers, optional: true }
      at: timestamp
      status: { type: text, values: [paid, cancelled] }
      ccy: { type: text, optional: true }
      amount: { type: decimal(2), currency: ccy, optional: true }
      on: { type: date, optional: true }
      weight: { type: float, optional: true }
  prices:
    valid: { from: starts, until: ends }
    key: sku
    fields: { sku: text, starts: date, ends: { type: date, optional: true }, price: decimal(2) }
  moments:
    time: at
    timezone: Europe/Berlin
    key: [place, at, share]
    fields: { place: text, at: datetime, share: decimal(3) }
`;
const graph = graphOf({ 'kpi.project.yaml': 'project: t\n', 'test.kpi.yaml': `datasets:\n${DEFINITIONS}` });

type Given = Readonly<Record<string, readonly GivenRow[]>>;

let database: DuckDbExecutor;

beforeAll(async () => {
  database = await openDuckDb({ threads: 1 });
});
afterAll(() => database.close());

async function both(rows: Given): Promise<{ memory: readonly Diagnostic[]; duckdb: readonly Diagnostic[] }> {
  const given = new Map(Object.entries(rows));
  const read = givenRows(graph, given);
  const memory = read.diagnostics.length > 0 ? read.diagnostics : checkRows(graph, read.value, given.keys());
  const prepared = await prepareRows(database, graph, given);
  const found = prepared.diagnostics.length > 0 ? [] : await checkData(prepared.value, given.keys());
  return { memory, duckdb: [...prepared.diagnostics, ...found] };
}

const order = (more: GivenRow): GivenRow => ({
  order_id: '1',
  at: '2026-03-01T10:00:00Z',
  status: 'paid',
  ...more,
});

const FOUND: readonly (readonly [string, Given, readonly string[]])[] = [
  ['sound rows', { customers: [{ customer_id: 'a', grade: '1' }], orders: [order({ customer_id: 'a' })] }, []],
  ['no rows', { orders: [] }, []],
  [
    'keys in several rows, and without a value',
    { orders: [order({}), order({}), order({ order_id: '7' }), order({ order_id: '7' }), order({ order_id: null })] },
    ['KPI7022', 'KPI7023'],
  ],
  [
    'keys of several columns',
    {
      moments: [
        { place: 'b', at: '2026-03-01 10:00', share: '0.5' },
        { place: 'b', at: '2026-03-01T10:00:00', share: '0.50' },
        { place: 'a', at: '2026-03-01T10:00:00.25', share: '1' },
        { place: 'a', at: '2026-03-01T10:00:00.250', share: '1' },
        { place: null, at: '2026-03-01T10:00:00', share: '1' },
        { place: null, at: '2026-03-01T10:00:00', share: '1' },
      ],
    },
    ['KPI7022', 'KPI7023'],
  ],
  ['missing values', { orders: [order({ at: null }), order({ order_id: '2', status: '' })] }, ['KPI7024', 'KPI7024']],
  [
    'values that are not listed',
    {
      orders: [
        order({ status: 'payed' }),
        order({ order_id: '2', status: 'Paid' }),
        order({ order_id: '3', status: 'Ärger' }),
        order({ order_id: '4', status: '\u{1F600}' }),
        order({ order_id: '5', status: '\uFFEE' }),
        order({ order_id: '6', status: 'zz' }),
        order({ order_id: '7', status: 'payed' }),
      ],
      customers: [
        { customer_id: 'a', grade: '10' },
        { customer_id: 'b', grade: '3' },
      ],
    },
    ['KPI7025', 'KPI7025'],
  ],
  ['one value nearly listed', { orders: [order({ status: 'payed' })] }, ['KPI7025']],
  [
    'currencies that are none',
    { orders: [order({ ccy: 'EUR', amount: '1.10' }), order({ order_id: '2', ccy: 'EURO', amount: '1' })] },
    ['KPI7027'],
  ],
  [
    'references to nothing',
    {
      customers: [{ customer_id: 'a', grade: '1' }],
      orders: [
        order({ customer_id: 'b' }),
        order({ order_id: '2', customer_id: 'b' }),
        order({ order_id: '3', customer_id: 'a' }),
      ],
    },
    ['KPI7026'],
  ],
  [
    'versions that overlap',
    {
      prices: [
        { sku: 'a', starts: '2026-01-01', ends: '2026-02-01', price: '1' },
        { sku: 'a', starts: '2026-01-20', ends: null, price: '2' },
        { sku: 'a', starts: '2026-03-01', ends: null, price: '3' },
        { sku: 'b', starts: '2026-01-01', ends: '2026-02-01', price: '1' },
        { sku: 'b', starts: '2026-02-01', ends: null, price: '2' },
      ],
    },
    ['KPI7028'],
  ],
  [
    'versions that begin at once',
    {
      prices: [
        { sku: 'a', starts: '2026-01-01', ends: '2026-02-01', price: '1' },
        { sku: 'a', starts: '2026-01-01', ends: null, price: '2' },
      ],
    },
    ['KPI7023'],
  ],
  [
    'texts of other types',
    {
      orders: [
        order({ order_id: '1.5', amount: '1.234', on: '2026-02-30', weight: 'heavy' }),
        order({ at: '2026-03-01T10:00:00' }),
        ...Array.from({ length: 7 }, (_, i) => order({ order_id: `o${i}` })),
      ],
    },
    ['KPI7020', 'KPI7020', 'KPI7020', 'KPI7020', 'KPI7020'],
  ],
];

describe('both say', () => {
  it.each(FOUND)('%s', async (_what, rows, codes) => {
    const { memory, duckdb } = await both(rows);
    expect(memory).toEqual(duckdb);
    expect(memory.map(({ code }) => code)).toEqual(codes);
  });
});

const text = (...values: readonly (string | null)[]): fc.Arbitrary<string | null> => fc.constantFrom(...values);
const orderRow = fc.record({
  order_id: text('1', '2', '3', '03', '4.0', null),
  customer_id: text('a', 'b', 'c', null),
  at: text('2026-03-01T10:00:00Z', '2026-03-01T12:00:00+02:00', '', null),
  status: text('paid', 'cancelled', 'open', null),
  ccy: text('EUR', 'XXY', null),
  amount: text('1', '1.10', '-0', null),
});
const priceRow = fc.record({
  sku: text('a', 'b'),
  starts: text('2026-01-01', '2026-02-01', '2026-03-01', null),
  ends: text('2026-01-15', '2026-02-01', '2026-04-01', null),
  price: text('1', '2.50'),
});
const customerRow = fc.record({ customer_id: text('a', 'b'), grade: text('1', '2', '3') });

it('both say the same of any rows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(orderRow, { maxLength: 6 }),
      fc.array(customerRow, { maxLength: 3 }),
      fc.array(priceRow, { maxLength: 5 }),
      async (orders, customers, prices) => {
        const { memory, duckdb } = await both({ orders, customers, prices });
        expect(memory).toEqual(duckdb);
      },
    ),
    { numRuns: 120, seed: 7 },
  );
});
