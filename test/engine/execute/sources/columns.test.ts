// Which columns a source has, and which values do not fit: said once per field, with the place.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { equals, fromDecimalText, isInteger } from '../../../../packages/engine/src/value/rational.js';
import { prepare, rowsOf, said, type Files } from '../project.js';

const ORDERS = `  orders:
    from: FROM
    key: order_id
    time: none
    fields:
      order_id: text
      amount: decimal(2) EUR
      quantity: { type: integer, optional: true }
`;
const orders = (from: string, files: Files) => prepare(ORDERS.replace('FROM', from), files);

test('a missing column is named once, with the nearest name', async () => {
  const { diagnostics } = await orders('"*.csv"', {
    'a.csv': 'order_id,Amount,quantity\n1,2,3\n',
    'b.csv': 'order_id,amounts,quantity\n1,2,3\n',
    'c.csv': 'order_id,amount,quantity\n1,2,3\n',
  });
  expect(diagnostics.map(said)).toEqual(['KPI7010: a.csv has no column `amount`, nor have 1 more file']);
  expect(diagnostics[0]?.help).toBe('did you mean `Amount`?');
});

test('a header in one piece is said once and points at the delimiter', async () => {
  const { diagnostics } = await orders('a.csv', { 'a.csv': 'order_id;amount;quantity\n1;2;3\n' });
  expect(diagnostics.map(said)).toEqual(['KPI7010: a.csv has no column of `orders`']);
  expect(diagnostics[0]?.notes).toEqual(['it has one column, `order_id;amount;quantity`']);
  expect(diagnostics[0]?.help).toBe(
    'the columns seem to be separated by `;`: write `from: { path: ..., delimiter: ";" }`',
  );
});

test('names are compared exactly, with their spaces', async () => {
  const { diagnostics } = await orders('a.csv', { 'a.csv': 'order_id, amount,quantity\n1,2,3\n' });
  expect(diagnostics.map(said)).toEqual(['KPI7010: a.csv has no column `amount`']);
});

test('a column that stands twice is ambiguous only where it is wanted', async () => {
  const files = { 'a.csv': 'order_id,amount,amount,other,other,quantity\n1,2,3,4,5,6\n' };
  const { diagnostics } = await orders('a.csv', files);
  expect(diagnostics.map(said)).toEqual(['KPI7011: the column `amount` stands more than once in a.csv']);
});

test('files of one dataset may order their columns differently and have more of them', async () => {
  const { executor, diagnostics } = await orders('"*.csv"', {
    'a.csv': 'order_id,amount,quantity\na,1.10,1\n',
    'b.csv': 'x,quantity,amount,order_id\n?,2,2.20,b\n',
  });
  expect(diagnostics).toEqual([]);
  expect(await rowsOf(executor, 'SELECT * FROM "data"."orders" ORDER BY 1')).toEqual([
    ['a', '1.1', '1'],
    ['b', '2.2', '2'],
  ]);
});

test('a renamed column', async () => {
  const definition = `  orders:
    from: a.csv
    time: none
    fields:
      id: { type: text, column: "Order ""Id"", €" }
      drop: { type: integer, column: "select" }
`.replace('"Order ""Id"", €"', `'Order "Id", €'`);
  const { executor, diagnostics } = await prepare(definition, { 'a.csv': '"Order ""Id"", €",select\nx,1\n' });
  expect(diagnostics).toEqual([]);
  expect(await rowsOf(executor, 'SELECT * FROM "data"."orders"')).toEqual([['x', '1']]);
});

test('values that do not fit: the first five with file and line, and how many there are', async () => {
  const { diagnostics } = await orders('"*.csv"', {
    'a.csv': 'order_id,amount,quantity\r\n"x\r\ny",1.00,1\r\n\r\nb,1.005,2\r\nc,abc,1.5\r\n',
    'b.csv': `order_id,amount,quantity\n${Array.from({ length: 10 }, (_, i) => `${i},1.234${i},3\n`).join('')}`,
  });
  expect(diagnostics.map(said)).toEqual([
    'KPI7020: a.csv:5: `1.005` has more decimals than `decimal(2)` keeps, and 11 more values of the column `amount`',
    'KPI7020: a.csv:6: `1.5` is not a whole number (column `quantity`)',
  ]);
  expect(diagnostics[0]?.notes).toEqual([
    'a.csv:6: `abc` is not a number',
    'b.csv:2: `1.2340` has more decimals than `decimal(2)` keeps',
    'b.csv:3: `1.2341` has more decimals than `decimal(2)` keeps',
    'b.csv:4: `1.2342` has more decimals than `decimal(2)` keeps',
  ]);
  expect(diagnostics[0]?.help).toBe('declare `decimal(4)` to keep every digit');
});

test('json counts rows, and takes no lists or objects for texts', async () => {
  const { diagnostics } = await orders('a.json', {
    'a.json':
      '[{"order_id": "a", "amount": "1.00"}, {"order_id": {"n": 1}, "amount": [1]}, {"order_id": "{", "amount": true}]',
  });
  expect(diagnostics.map(said)).toEqual([
    'KPI7020: a.json row 2: `{"n":1}` is no `text` (column `order_id`)',
    'KPI7020: a.json row 2: `[1]` is not a number, and 1 more value of the column `amount`',
  ]);
});

test('a key of a JSON object is missing where no object has it and it is not optional', async () => {
  const { diagnostics } = await orders('a.ndjson', {
    'a.ndjson': '{"order_id": "a", "Amount": 1}\n{"order_id": "b"}\n',
  });
  expect(diagnostics.map(said)).toEqual(['KPI7010: a.ndjson has no key `amount`']);
  expect(diagnostics[0]?.help).toBe('did you mean `Amount`?');
});

test('a key may be missing in the first objects', async () => {
  const { executor, diagnostics } = await orders('a.ndjson', {
    'a.ndjson': '{"order_id": "a"}\n{"order_id": "b", "amount": 1.10}\n',
  });
  expect(diagnostics.map(said)).toEqual(['KPI7024: `orders.amount` is not optional, but 1 of 2 rows has no value']);
  expect(await rowsOf(executor, 'SELECT "amount" FROM "data"."orders" ORDER BY 1')).toEqual([['1.1'], [null]]);
});

test('digits of JSON numbers survive beside strings that look like them', async () => {
  const text = String.raw`{"order_id": "a\"1.50\\", "note": "\\", "amount":  98765432109876543.21 ,"quantity":-0, "s": "x 1, \"2\": 3"}`;
  const { executor, diagnostics } = await orders('a.json', { 'a.json': `[${text}, {"order_id":7.10,"amount":-1}]` });
  expect(diagnostics).toEqual([]);
  expect(await rowsOf(executor, 'SELECT * FROM "data"."orders" ORDER BY 1')).toEqual([
    ['7.10', '-1', null],
    ['a"1.50\\', '98765432109876543.21', '0'],
  ]);
});

test('every number of a JSON file is read as it is written', async () => {
  const numbers = fc.sample(
    fc.oneof(
      fc.stringMatching(/^-?(0|[1-9][0-9]{0,17})\.[0-9]{1,18}$/),
      fc.stringMatching(/^-?0\.0{0,8}[0-9]{1,9}$/),
      fc.stringMatching(/^-?(0|[1-9][0-9]{0,19})$/),
      fc.stringMatching(/^-?[1-9][0-9]{0,10}(\.[0-9]{1,3})?[eE][-+]?[0-9]{1,2}$/),
    ),
    { numRuns: 3000, seed: 3 },
  );
  const definition = `  numbers:
    from: a.ndjson
    key: i
    time: none
    fields: { i: integer, text: text, exact: { type: decimal(18), optional: true }, whole: { type: integer, optional: true } }
`;
  const lines = numbers.map((number, i) => {
    const exact = /^-?[0-9]+(\.[0-9]+)?$/.test(number) ? number : 'null';
    const whole = /^-?[0-9]+$/.test(number) ? number : 'null';
    // A digit in a string may look like a number and is none.
    return `{"i":${i},"text":${number},"exact":${exact}, "whole": ${whole},"note":"\\" ${i}.50, "}`;
  });
  const { executor, diagnostics } = await prepare(definition, { 'a.ndjson': lines.join('\n') });
  expect(diagnostics).toEqual([]);
  const table = await executor.query('SELECT "text", "exact", "whole" FROM "data"."numbers" ORDER BY "i"');
  const wrong = numbers.filter((number, i) => {
    const [text, exact, whole] = table.columns.map((column) => column[i]);
    const value = fromDecimalText(number);
    if (text?.kind !== 'text' || text.value !== number) return true;
    if (value === null) return exact?.kind !== 'none' || whole?.kind !== 'none';
    if (exact?.kind !== 'number' || !equals(exact.value, value)) return true;
    return isInteger(value) && !number.includes('.') && !(whole?.kind === 'number' && equals(whole.value, value));
  });
  expect(wrong).toEqual([]);
});

test('null text is no value, besides the empty one', async () => {
  const { executor, diagnostics } = await orders('{ path: a.csv, "null": NA }', {
    'a.csv': 'order_id,amount,quantity\na,1,NA\nb,2,\nc,3,""\nd,4,"NA"\n',
  });
  expect(diagnostics).toEqual([]);
  expect(await rowsOf(executor, 'SELECT count(*), count("quantity") FROM "data"."orders"')).toEqual([['4', '0']]);
});

const UNREADABLE: readonly (readonly [string, string, Files, RegExp])[] = [
  ['an empty file', 'a.csv', { 'a.csv': '' }, /the first line/],
  [
    'a row with too few cells',
    'a.csv',
    { 'a.csv': 'order_id,amount,quantity\na,1\n' },
    /line 2.*Expected Number of Columns: 3 Found: 2/,
  ],
  [
    'a row with too many cells',
    'a.csv',
    { 'a.csv': 'order_id,amount,quantity\na,1,2,3\n' },
    /line 2.*Expected Number of Columns: 3 Found: 4/,
  ],
  [
    'a row with one value too many, the last one empty',
    'a.csv',
    { 'a.csv': 'order_id,amount,quantity\na,1,2\n"b,c",1,2\nd,1,234.50,\n' },
    /line 4 has 4 values, and the header names 3 columns/,
  ],
  ['an open quote', 'a.csv', { 'a.csv': 'order_id,amount,quantity\n"a,1,2\n' }, /line 2.*unterminated quote/],
  [
    'another encoding',
    'a.csv',
    { 'a.csv': Buffer.from('order_id,amount,quantity\ncafé,1,2\n', 'latin1') },
    /line 2.*not utf-8/,
  ],
  ['what is not packed', 'a.csv.gz', { 'a.csv.gz': 'order_id,amount,quantity\na,1,2\n' }, /header/],
  ['JSON that is none', 'a.json', { 'a.json': '[{"order_id": "a", "amount": }]' }, /[Mm]alformed/],
  ['NDJSON that is none', 'a.ndjson', { 'a.ndjson': '{"order_id": "a", "amount": 1}\n{"order_id": \n' }, /line 3/],
  ['Parquet that is none', 'a.parquet', { 'a.parquet': 'PAR1' }, /Parquet|parquet|too small/],
];

test.each(UNREADABLE)('%s cannot be read', async (_, from, files, note) => {
  const { diagnostics } = await orders(from, files);
  expect(diagnostics.map(({ code }) => code)).toEqual(['KPI7003']);
  expect(diagnostics[0]?.message).toMatch(/^a\.\S+ (cannot be read|is empty)$/);
  expect(diagnostics[0]?.notes.join(' ')).toMatch(note);
  expect(diagnostics[0]?.notes.join(' ')).not.toMatch(/strict_mode|sextant-test/);
});
