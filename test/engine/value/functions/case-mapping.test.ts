// Every code point against the engine below: lower, upper and trim must agree wherever they are computed.
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { lowerText, upperText } from '../../../../packages/engine/src/value/functions/case-mapping.js';
import { scalarFunctions } from '../../../../packages/engine/src/value/functions/scalar-functions.js';
import { defaultCalendar } from '../../../../packages/engine/src/calendar/calendar-settings.js';
import { textValue } from '../../../../packages/engine/src/value/value.js';

test('as DuckDB, for every code point', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(
    `select i, unicode(upper(chr(i::int))), unicode(lower(chr(i::int))), trim(chr(i::int)) = ''
     from range(1, 1114112) t(i) where i not between 55296 and 57343`,
  );
  const different: string[] = [];
  for (const [code, upper, lower, trimmed] of reader.getRows()) {
    const letter = String.fromCodePoint(Number(code));
    if (upperText(letter) !== String.fromCodePoint(Number(upper))) different.push(`upper ${String(code)}`);
    if (lowerText(letter) !== String.fromCodePoint(Number(lower))) different.push(`lower ${String(code)}`);
    const trim = scalarFunctions.trim([textValue(letter)], { calendar: defaultCalendar });
    if ((trim.kind === 'text' && trim.value === '') !== trimmed) different.push(`trim ${String(code)}`);
  }
  connection.closeSync();
  instance.closeSync();
  expect(different).toEqual([]);
});

test('texts letter by letter, whatever the machine speaks', () => {
  // The tests run under a Turkish locale, where i and I would part.
  expect(upperText('title straße ŉ ǆ')).toBe('TITLE STRAẞE ŉ Ǆ');
  expect(lowerText('TITLE İ ΣΑΣ')).toBe('title i σασ');
  expect(upperText('a\ud800b')).toBe('A\ud800B');
});
