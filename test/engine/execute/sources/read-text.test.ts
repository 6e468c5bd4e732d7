// SQL reads a text exactly as the reference does: the same value, or refused by both.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ValueType } from '@sextant/parser';
import { parseCell } from '../../../../packages/engine/src/value/parse-cell.js';
import { equals, type Rational } from '../../../../packages/engine/src/value/rational.js';
import { decimalText } from '../../../../packages/engine/src/value/to-text.js';
import type { Value } from '../../../../packages/engine/src/value/value.js';
import { quoteText } from '../../../../packages/engine/src/execute/sources/quote.js';
import { readText } from '../../../../packages/engine/src/execute/sources/read-text.js';
import { countAt, textAt } from '../../../../packages/engine/src/execute/table-cells.js';
import { openEngine } from '../project.js';

const TYPES: readonly ValueType[] = [
  { kind: 'text' },
  { kind: 'boolean' },
  { kind: 'integer' },
  { kind: 'decimal', scale: 0 },
  { kind: 'decimal', scale: 2 },
  { kind: 'decimal', scale: 18 },
  { kind: 'decimal', scale: 38 },
  { kind: 'float' },
  { kind: 'date' },
  { kind: 'datetime' },
  { kind: 'timestamp' },
];

const NUMBERS =
  `0 -0 +0 00 007 -007 1 -1 +1 1.0 1.00 1.5 -1.5 .5 5. 1.10 1.100 1.129 1e3 1E3 1e-3 1e+03 1e 1e999x 0x10 1_000 1,000 1.000,00
 9007199254740993 9007199254740993.0 12345678901234567.89 9223372036854775807 9223372036854775808 -9223372036854775808 123456789012345678.90
 99999999999999999999999999999999999999 100000000000000000000000000000000000000 0.000000000000000001 0.00000000000000000000000000000000000001
 1234567890123456789012345678901234567.1 NaN nan inf -inf Infinity infinity null NULL true ٣ １ 1.٣`.split(/\s+/);
const WORDS = [
  'true',
  'false',
  'TRUE',
  'False',
  'tRuE',
  't',
  'f',
  'yes',
  'no',
  'on',
  ' true',
  'true ',
  'trUE\n',
  'ſalse',
  "it's",
  '"',
  '\\',
  '\0',
  'a\0b',
  '🙂',
  ' ',
  '  1',
  '1 ',
];
const DAYS = [
  '2026-03-01',
  '2026-02-29',
  '2024-02-29',
  '1900-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-1-1',
  '0001-01-01',
  '0000-01-01',
  '9999-12-31',
  '10000-01-01',
  '-0001-01-01',
  '2026-03-01 BC',
  'infinity',
  '20260301',
  '2026/03/01',
  '٢٠٢٦-03-01',
];
const CLOCKS = [
  '00:00',
  '23:59',
  '24:00',
  '10:00:00',
  '10:00:60',
  '10:60',
  '10:00:00.1',
  '10:00:00.123456',
  '10:00:00.1234567',
  '10:00:00.',
  '1:00',
  '10',
  '10:00:00,5',
];
const OFFSETS = [
  '',
  'Z',
  'z',
  '+00:00',
  '-00:00',
  '+05:30',
  '-05:30',
  '+0530',
  '-09',
  '+23:59',
  '+24:00',
  '+05:60',
  ' +02:00',
  ' Z',
  '  Z',
  '+2',
  'UTC',
  ' Europe/Berlin',
  '[Europe/Berlin]',
  '+05:30:15',
];
const MOMENTS = DAYS.flatMap((day) =>
  CLOCKS.flatMap((clock) =>
    ['T', ' ', 't', ''].flatMap((between) =>
      OFFSETS.slice(0, day === '2026-03-01' ? OFFSETS.length : 4).map((offset) => day + between + clock + offset),
    ),
  ),
);

test.each(TYPES)('%o', async (type) => {
  const random = fc.sample(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.stringMatching(/^[-+]?[0-9]{0,40}(\.[0-9]{0,40})?(e[-+]?[0-9]{1,2})?$/),
      fc.stringMatching(
        /^[0-9]{4}-[01][0-9]-[0-3][0-9][T ][0-2][0-9]:[0-6][0-9](:[0-6][0-9](\.[0-9]{1,7})?)?([zZ]| ?[+-][0-2][0-9](:?[0-6][0-9])?)?$/,
      ),
    ),
    { numRuns: 1500, seed: 7 },
  );
  // A text cannot hold half a character.
  const texts = [...new Set([...NUMBERS, ...WORDS, ...DAYS, ...MOMENTS, ...random])].filter(
    (text) => text !== '' && !/\p{Cs}/u.test(text),
  );
  const executor = await openEngine();
  await executor.run(
    `CREATE TABLE texts AS SELECT * FROM (VALUES ${texts.map((text, i) => `(${i}, ${quoteText(text)})`).join(', ')}) AS t(i, t)`,
  );
  const { wrong, digits } = readText('t', type);
  await executor.run(`CREATE TABLE judged AS SELECT i, t, ${wrong} AS wrong, ${digits ?? '0'} AS digits FROM texts`);
  const widest = countAt(await executor.query('SELECT max(digits) FROM judged WHERE NOT wrong'), 0, 0);
  const table = await executor.query(
    `SELECT i, wrong, CASE WHEN wrong THEN NULL ELSE ${readText('t', type, widest).sql} END FROM judged ORDER BY i`,
  );
  const differences = texts.flatMap((text, i) => {
    const expected = parseCell(text, type);
    const refused = textAt(table, 1, i) === 'true';
    const found = table.columns[2]?.[i];
    if (expected.kind === 'problem') return refused ? [] : [`${JSON.stringify(text)}: refused by the reference only`];
    if (refused) return [`${JSON.stringify(text)}: refused by SQL only`];
    return found !== undefined && same(expected, found) ? [] : [`${JSON.stringify(text)}: another value`];
  });
  expect(differences).toEqual([]);
  expect(texts.some((text) => parseCell(text, type).kind !== 'problem')).toBe(true);
});

function double(value: Rational): number {
  return Number(decimalText(value));
}

function same(a: Value, b: Value): boolean {
  switch (a.kind) {
    case 'number':
      // The engine keeps the nearest double, the reference every digit.
      if (a.approximate) return b.kind === 'number' && double(a.value) === double(b.value);
      return b.kind === 'number' && equals(a.value, b.value);
    case 'text':
      return b.kind === 'text' && a.value === b.value;
    case 'boolean':
      return b.kind === 'boolean' && a.value === b.value;
    case 'date':
      return b.kind === 'date' && a.day === b.day;
    case 'datetime':
      return b.kind === 'datetime' && a.micros === b.micros;
    case 'timestamp':
      // Instants are kept on the clock of UTC: the same column type everywhere.
      return b.kind === 'datetime' && a.micros === b.micros;
    case 'none':
      return b.kind === 'none';
  }
}
