import { expect, test } from 'vitest';
import { csvOf } from '../../../packages/cli/src/results/csv.js';
import { formatOf } from '../../../packages/cli/src/results/formats.js';
import { resultJson } from '../../../packages/cli/src/results/json.js';
import { markdownOf } from '../../../packages/cli/src/results/markdown.js';
import { ndjsonOf } from '../../../packages/cli/src/results/ndjson.js';
import { metric, sales } from './make.js';

test('CSV is RFC 4180: exact texts, nothing for no value, quotes for the empty text', () => {
  expect(csvOf(sales)).toBe(
    [
      'month,channel,revenue,share',
      '2026-01,web,1234.50,0.0525',
      '2026-01,"a|b, ""c""",-7,',
      '2026-02,,,0.333333333333333333',
      '2026-02,"",0.1,1',
      '',
    ].join('\r\n'),
  );
});

test('NDJSON has a row per line, numbers as texts', () => {
  const lines = ndjsonOf(sales).trimEnd().split('\n');
  expect(lines[0]).toBe('{"month":"2026-01","channel":"web","revenue":"1234.50","share":"0.0525"}');
  expect(JSON.parse(lines[2] ?? '')).toEqual({
    month: '2026-02',
    channel: null,
    revenue: null,
    share: '0.333333333333333333',
  });
});

test('two columns of one name keep their values', () => {
  const twice = {
    ...sales,
    columns: sales.columns.map((column) => (column.kind === 'metric' ? metric('Channel') : column)),
  };
  expect(csvOf(twice)).toMatch(/^month,channel,Channel_2,Channel_3\r\n/);
});

test('JSON is versioned and holds the result as it is', () => {
  const { columns, rows } = sales;
  expect(JSON.parse(resultJson('shop', sales, []))).toEqual({
    version: 1,
    project: 'shop',
    asOf: '2026-02-17',
    columns,
    rows,
    diagnostics: [],
  });
});

test('Markdown escapes what is its own', () => {
  const lines = markdownOf(sales).split('\n');
  expect(lines.slice(0, 4)).toEqual([
    '| month | channel | revenue (EUR) | share |',
    '| :--- | :--- | ---: | ---: |',
    '| 2026-01 | web | 1234.50 | 5.25% |',
    '| 2026-01 | a\\|b, "c" | -7.00 | —¹ |',
  ]);
  expect(lines).toContain('- as of 2026-02-17');
});

test.each([
  [null, null, 'table'],
  [null, 'a.csv', 'csv'],
  [null, 'a.JSONL', 'ndjson'],
  [null, 'a.parquet', 'parquet'],
  [null, 'a.txt', 'table'],
  [null, 'result', 'table'],
  [null, 'a.xlsx', null],
  ['json', 'a.csv', 'json'],
  ['csv', 'a.xlsx', 'csv'],
] as const)('the format %s for %s is %s', (asked, output, format) => {
  expect(formatOf(asked, output)).toBe(format);
});
