// Functions of texts. DuckDB counts code points and maps capitals one by one, as value/functions does.
import type { SqlFunction } from './functions.js';
import { numberOf, strict, textSql } from './functions.js';
import { integer } from './fixed.js';
import { asIntegers } from './numbers.js';
import { refuse } from '../sql-world.js';
import { exact, plain, strictFaults, type PlainKind, type RowSql } from './row-sql.js';

function textFunction(kind: PlainKind, make: (texts: readonly string[]) => string): SqlFunction {
  return strict((args) => plain(kind, make(args.map(textSql)), strictFaults(args)));
}

export const lowerSql = textFunction('text', ([text]) => `lower(${text})`);
export const upperSql = textFunction('text', ([text]) => `upper(${text})`);
export const trimSql = textFunction('text', ([text]) => `trim(${text})`);
export const concatSql = textFunction('text', (texts) => `(${texts.join(' || ')})`);
export const startsWithSql = textFunction('boolean', ([text, start]) => `starts_with(${text}, ${start})`);
export const containsSql = textFunction('boolean', ([text, part]) => `contains(${text}, ${part})`);
/** There is no escape character unless one is named. */
export const likeSql = textFunction('boolean', ([text, pattern]) => `(${text} LIKE ${pattern})`);
export const lengthSql: SqlFunction = strict((args) =>
  exact(integer(`length(${textSql(args[0])})`, (1n << 40n) - 1n), { faults: strictFaults(args) }),
);

/** Counted from 1; a start below 1 or a negative length has no value. */
export const substringSql: SqlFunction = strict((args) => {
  const text = textSql(args[0]);
  const start = whole(args[1]);
  const length = args[2] === undefined ? null : whole(args[2]);
  const tests = [`${start} >= 1`, ...(length === null ? [] : [`${length} >= 0`])];
  // Past the end there is nothing; bounded, so that large numbers are no error of the engine's.
  const from = `CAST(least(${start}, length(${text}) + 1) AS BIGINT)`;
  const taken = length === null ? '' : `, CAST(least(${length}, length(${text})) AS BIGINT)`;
  const sql = `(CASE WHEN ${tests.join(' AND ')} THEN substring(${text}, ${from}${taken}) END)`;
  return plain('text', sql, strictFaults(args));
});

function whole(value: RowSql | undefined): string {
  const parts = asIntegers(numberOf(value));
  return parts.d.constant === 1n ? parts.n.sql : refuse('a part of a text is counted in whole numbers');
}
