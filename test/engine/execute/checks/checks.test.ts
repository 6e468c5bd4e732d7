// What the data says against its declarations: counts and examples, errors where numbers would be wrong.
import { expect, test } from 'vitest';
import { checkData } from '../../../../packages/engine/src/execute/check-data.js';
import type { GivenRow } from '../../../../packages/engine/src/execute/sources/source.js';
import { openEngine, prepare, prepareGiven, said, temporaryFolder } from '../project.js';

const SHOP = `  customers:
    key: customer_id
    time: none
    fields:
      customer_id: text
      segment: { type: text, values: [consumer, business] }
  orders:
    key: [shop, number]
    time: none
    fields:
      shop: text
      number: integer
      customer_id: { type: text, references: customers, optional: true }
      amount: { type: decimal(2), currency: currency }
      currency: text
      rating: { type: integer, values: ["1", "2"], optional: true }
`;
const customer = (customer_id: string | null, segment: string | null = 'consumer'): GivenRow => ({
  customer_id,
  segment,
});
const order = (number: number | null, more: GivenRow = {}): GivenRow => ({
  shop: 'a',
  number: number === null ? null : String(number),
  customer_id: 'c1',
  amount: '1.00',
  currency: 'EUR',
  ...more,
});
const sayings = async (customers: readonly GivenRow[], orders: readonly GivenRow[]) => {
  const { diagnostics } = await prepareGiven(SHOP, { customers, orders });
  return diagnostics.map((one) => `${one.severity} ${said(one)}`);
};

test('sound data', async () => {
  expect(await sayings([customer('c1')], [order(1), order(2), order(1, { shop: 'b' })])).toEqual([]);
});

test('no rows at all', async () => {
  expect(await sayings([], [])).toEqual([]);
});

test('a duplicate key', async () => {
  const { diagnostics } = await prepareGiven(SHOP, {
    customers: [customer('c1'), customer('c2'), customer('c1'), customer('c1')],
    orders: [order(1), order(1), order(2), order(2), order(3)],
  });
  expect(diagnostics.map((one) => `${one.severity} ${said(one)}`)).toEqual([
    'error KPI7023: the key `customer_id` of `customers` is not unique: 2 rows too many',
    'error KPI7023: the key `shop` and `number` of `orders` is not unique: 2 rows too many',
  ]);
  expect(diagnostics.map(({ notes }) => notes.slice(0, -1))).toEqual([
    ['`c1` stands in 3 rows'],
    ['`a, 1` stands in 2 rows', '`a, 2` stands in 2 rows'],
  ]);
});

test('a key without a value is one error, and no duplicate', async () => {
  expect(
    await sayings([customer('c1'), customer(null), customer(null)], [order(1), order(null), order(2), order(2)]),
  ).toEqual([
    'error KPI7022: `customers.customer_id` is part of the key, but 2 of 3 rows have no value',
    'error KPI7022: `orders.number` is part of the key, but 1 of 4 rows has no value',
    'error KPI7023: the key `shop` and `number` of `orders` is not unique: 1 row too many',
  ]);
});

test('no value in a field that is not optional', async () => {
  expect(
    await sayings([customer('c1', null)], [order(1, { amount: '' }), order(2, { customer_id: '', rating: null })]),
  ).toEqual([
    'warning KPI7024: `customers.segment` is not optional, but the only row has no value',
    'warning KPI7024: `orders.amount` is not optional, but 1 of 2 rows has no value',
  ]);
});

test('values that are not listed', async () => {
  const { diagnostics } = await prepareGiven(SHOP, {
    customers: ['consumer', 'Consumer', 'Consumer'].map((segment, i) => customer(`c${i}`, segment)),
    orders: Array.from({ length: 9 }, (_, i) => order(i, { rating: String(i) })),
  });
  expect(diagnostics.map((one) => `${one.severity} ${said(one)}`)).toEqual([
    'warning KPI7025: 2 rows of `customers.segment` hold 1 value that `values` does not list: `Consumer`',
    'warning KPI7025: 7 rows of `orders.rating` hold 7 values that `values` does not list: `0`, `3`, `4`, `5`, `6`, ...',
  ]);
  expect(diagnostics[0]?.help).toBe('did you mean `consumer`?');
});

test('references to what is not there', async () => {
  const orders = ['c1', 'c9', 'c9', 'c8', ''].map((customer_id, i) => order(i, { customer_id }));
  expect(await sayings([customer('c1')], orders)).toEqual([
    'warning KPI7026: 3 rows of `orders` refer to 2 keys that `customers` does not have: `c8`, `c9`',
  ]);
  expect(await sayings([], [order(1)])).toEqual([
    'warning KPI7026: 1 row of `orders` refers to 1 key that `customers` does not have: `c1`',
  ]);
});

const NUMBERED = `  customers: { key: id, time: none, fields: { id: integer } }
  orders: { key: id, time: none, fields: { id: integer, customer: { type: integer, references: customers, optional: true } } }
`;
const NUMBERS: readonly (readonly [string, readonly number[], readonly number[], number])[] = [
  ['all there, without a gap', [3, 1, 2], [1, 3, 3, 2], 0],
  ['past the last', [3, 1, 2], [1, 4], 1],
  ['before the first', [3, 1, 2], [0, -1], 2],
  ['in a gap', [1, 2, 4], [1, 3], 1],
  ['beside a gap', [1, 2, 4], [1, 4], 0],
  ['a gap that a duplicate fills', [1, 2, 2, 4], [3], 1],
  ['none referred to', [1], [], 0],
];

test.each(NUMBERS)('references by whole numbers: %s', async (_, keys, used, dangling) => {
  const { diagnostics } = await prepareGiven(NUMBERED, {
    customers: keys.map((id) => ({ id: String(id) })),
    orders: [...used, null].map((customer, id) => ({
      id: String(id),
      customer: customer === null ? null : String(customer),
    })),
  });
  const found = diagnostics.filter(({ code }) => code === 'KPI7026');
  expect(found.map(({ message }) => Number.parseInt(message))).toEqual(dangling === 0 ? [] : [dangling]);
});

test('currencies that are none', async () => {
  const orders = ['EUR', 'eur', 'BTC', 'XXY'].map((currency, i) => order(i, { currency }));
  expect(await sayings([customer('c1')], orders)).toEqual([
    'warning KPI7027: 3 rows of `orders.currency` name a currency that is no ISO 4217 code: `BTC`, `XXY`, `eur`',
  ]);
});

const PRICES = `  prices:
    key: product
    valid: { from: since, until: until }
    fields:
      product: text
      since: date
      until: { type: date, optional: true }
`;

test('versions share a key, but not a time', async () => {
  const rows = [
    ['a', '2026-01-01', '2026-02-01'],
    ['a', '2026-02-01', ''],
    ['b', '2026-01-01', ''],
    ['b', '2026-02-01', ''],
    ['c', '2026-01-01', '2026-03-01'],
    ['c', '2026-02-01', '2026-04-01'],
    ['c', '2026-03-31', '2026-05-01'],
  ].map(([product, since, until]) => ({ product: product ?? '', since: since ?? '', until: until ?? '' }));
  const { diagnostics } = await prepareGiven(PRICES, { prices: rows });
  expect(diagnostics.map(said)).toEqual([
    'KPI7028: 3 versions in `prices` end after the next one of the same key begins',
  ]);
  expect(diagnostics[0]?.notes.slice(0, 2)).toEqual(['`b`: 1 time', '`c`: 2 times']);
  const twice = await prepareGiven(PRICES, {
    prices: rows.slice(0, 2).map((row) => ({ ...row, since: '2026-01-01' })),
  });
  expect(twice.diagnostics.map(said)).toEqual([
    'KPI7023: the key `product` and `since` of `prices` is not unique: 1 row too many',
  ]);
});

test('a float that is no number', async () => {
  const path = `${await temporaryFolder()}/a.parquet`;
  const writer = await openEngine();
  await writer.run(
    `COPY (SELECT unnest(['1.5', 'nan', 'inf', '-inf', NULL]::DOUBLE[]) AS x) TO '${path}' (FORMAT parquet)`,
  );
  const definition = '  things: { from: a.parquet, time: none, fields: { x: { type: float, optional: true } } }\n';
  const { diagnostics } = await prepare(definition, {}, { extraSources: { things: path } });
  expect(diagnostics.map(said)).toEqual(['KPI7021: 3 rows of `things.x` hold no finite number']);
});

const KEYS: readonly (readonly [string, string, string])[] = [
  ['whole numbers close together', 'integer', '(i * 7919) % 20011'],
  ['whole numbers around zero', 'integer', '(i * 7919) % 20011 - 10000'],
  ['whole numbers far apart', 'integer', 'i * 1000000007'],
  [
    'whole numbers at the ends',
    'integer',
    'CASE WHEN i = 0 THEN -9223372036854775807 ELSE 9223372036854775807 - i END',
  ],
  ['more than 64 bits', 'integer', 'i::HUGEINT + 18446744073709551616'],
  ['texts in order', 'text', `printf('%08d', i)`],
  ['texts without order', 'text', `md5(i::VARCHAR)`],
  ['days', 'date', `DATE '1990-01-01' + i::INTEGER`],
  ['decimals', 'decimal(2)', 'i * 1.01'],
];

test.each(KEYS)('a key of %s is found unique, and not unique', async (_, type, key) => {
  const path = `${await temporaryFolder()}/w.duckdb`;
  const writer = await openEngine();
  await writer.run(`ATTACH '${path}' AS w`);
  await writer.run(`CREATE TABLE w.sound AS SELECT ${key} AS k FROM range(20000) t(i)`);
  await writer.run(
    `CREATE TABLE w.unsound AS SELECT ${key} AS k FROM (SELECT unnest(range(20000) || [19999, 7, 7]) AS i)`,
  );
  await writer.run('DETACH w');
  const { readFile } = await import('node:fs/promises');
  const files = { 'w.duckdb': await readFile(path) };
  const project = 'project: test\nconnections: { w: { type: duckdb, file: w.duckdb } }\n';
  const definition = (table: string): string =>
    `  things: { from: { connection: w, table: ${table} }, key: k, time: none, fields: { k: ${type} } }\n`;
  expect((await prepare(definition('sound'), files, { project })).diagnostics).toEqual([]);
  const { diagnostics } = await prepare(definition('unsound'), files, { project });
  expect(diagnostics.map(said)).toEqual(['KPI7023: the key `k` of `things` is not unique: 3 rows too many']);
});

test('only the datasets that are named are checked', async () => {
  const { data } = await prepareGiven(SHOP, {
    customers: [customer('c1'), customer('c1')],
    orders: [order(1), order(1)],
  });
  expect((await checkData(data, ['orders'])).map(said)).toEqual([
    'KPI7023: the key `shop` and `number` of `orders` is not unique: 1 row too many',
  ]);
  expect(await checkData(data, [])).toEqual([]);
});

test('diagnostics point at what was declared', async () => {
  const { diagnostics, graph } = await prepareGiven(SHOP, {
    customers: [customer('c1', 'other'), customer('c1')],
    orders: [order(1, { customer_id: 'c2', amount: null })],
  });
  const text = (file: string) => graph.files.find(({ path }) => path === file)?.text ?? '';
  expect(diagnostics.map(({ code, span }) => [code, text(span.file).slice(span.start, span.end)])).toEqual([
    ['KPI7023', 'customer_id'],
    ['KPI7025', 'consumer'],
    ['KPI7024', 'amount'],
    ['KPI7026', 'customers'],
  ]);
});
