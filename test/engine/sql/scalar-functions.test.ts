// Every scalar function means the same in DuckDB as in memory: over edge values, in several zones.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDbExecutor } from '../../../packages/engine/src/execute/duckdb-executor.js';
import { openDuckDb } from '../../../packages/engine/src/execute/duckdb.js';
import { groupKey } from '../../../packages/engine/src/value/order.js';
import type { Value } from '../../../packages/engine/src/value/value.js';
import { scalarSql } from '../../../packages/engine/src/sql/row/scalar-sql.js';
import { compareFormulas } from './row-formulas.js';

let executor: DuckDbExecutor;
beforeAll(async () => {
  executor = await openDuckDb({ threads: 1 });
});
afterAll(async () => {
  await executor.close();
});

const LEVELS = ['day', 'week', 'month', 'quarter', 'year', 'fiscal_quarter', 'fiscal_year'];

/** By function; each is compared on every row. */
const FORMULAS: Readonly<Record<string, readonly string[]>> = {
  add: ['a + b', 'i + j', 'a + i', 'a / j + b', 'a / j + b / i', 'f + g', 'a / 3 + 1'],
  subtract: ['a - b', 'i - j', 'b - 1', 'a / i - a / i', 'f - 1'],
  multiply: ['a * b', 'i * j', 'a * a * 3', '(a / j) * j', '(a / 3) * 3', 'f * g', 'a * 1.25'],
  divide: ['a / b', 'i / j', 'a / 0.5', 'a / -4', 'a / 0', 'a / (b / j)', 'f / g', '(a / b) / (i / j)', 'i / 7'],
  negate: ['-a', '-i', '-(a / j)', '-f'],
  mod: ['mod(a, b)', 'mod(i, j)', 'mod(a, 0.3)', 'mod(a / j, 2)', 'mod(i, 0)', 'mod(i, -4)'],
  power: ['power(b, 2)', 'power(j, 3)', 'power(j, -2)', 'power(a, 0)', 'power(f, 2)', 'power(j, 0.5)'],
  equal: [
    'a = b',
    'x = y',
    'd = e',
    'p = q',
    'o = true',
    'a / 3 = b',
    'i / j = a',
    'f = g',
    'a = 2.5',
    'w = v',
    'a = 1.005',
  ],
  not_equal: ['a <> b', 'x <> y', 'a / j <> b', "x <> 'a'"],
  less: ['a < b', 'x < y', 'd < e', 'p < q', 'a / j < b / i', 'a < i / 3', "d < date '2024-02-29'"],
  less_equal: ['a <= b', 'i <= j', 'a / j <= 1.5'],
  greater: ['a > b', 'i / j > a / b', 'a > 1000000'],
  greater_equal: ['a >= b', 'w >= v', 'f >= 0'],
  and: ['a > 0 and b > 0', 'o and i > 0', 'o and x is null'],
  or: ['a > 0 or b > 0', 'o or i > 0'],
  not: ['not o', 'not (a > b)', 'not (a / j > 1)'],
  is_null: ['a is null', 'a / j is null', 'x is not null', '(a > b) is null'],
  in: [
    "x in ('a', 'abc', 'Straße')",
    'i in (0, 7, 25)',
    'a in (b, 2.5)',
    "x not in ('a', y)",
    'a / j in (0.5, i)',
    "d in (e, date '2023-12-31')",
    'i in (1, null)',
  ],
  between: ['a between b and i', 'i between 0 and 10', 'a / j between 0 and 1', "d between date '2024-01-01' and e"],
  like: ["x like '%b%'", "x like '_'", 'x like y', "x like 'a\\\\%'", "x like 'a%b_c'", "x not like '%a%'"],
  coalesce: [
    'coalesce(a, b)',
    'coalesce(a, 0)',
    'coalesce(x, y)',
    "coalesce(x, 'none')",
    'coalesce(a / j, b)',
    'coalesce(a / j, b / i, 1)',
    'coalesce(d, e)',
    'coalesce(i, a)',
    'coalesce(f, 0)',
  ],
  nullif: ['nullif(a, b)', 'nullif(i, 0)', 'nullif(a / j, 1)', "nullif(x, 'a')"],
  least: ['least(a, b, i)', 'least(x, y)', 'least(d, e)', 'least(a / j, b)', 'least(f, g)'],
  greatest: ['greatest(a, b)', 'greatest(a / j, b / i)', 'greatest(p, q)', 'greatest(i, 0.5)'],
  abs: ['abs(a)', 'abs(i)', 'abs(a / j)', 'abs(f)'],
  round: [
    'round(b, 2)',
    'round(b)',
    'round(a / j, 2)',
    'round(a / 3, 1)',
    'round(i / j)',
    'round(b, 5)',
    'round(a * b, 3)',
    'round(f)',
    'round(round(b, 2) / 3, 1)',
  ],
  floor: ['floor(a)', 'floor(b)', 'floor(a / j)', 'floor(i)', 'floor(f)'],
  ceil: ['ceil(a)', 'ceil(b)', 'ceil(a / j)', 'ceil(i / 7)', 'ceil(f)'],
  sqrt: ['sqrt(a)', 'sqrt(f)'],
  exp: ['exp(j)', 'exp(b)'],
  ln: ['ln(a)', 'ln(f)'],
  lower: ['lower(x)'],
  upper: ['upper(x)'],
  trim: ['trim(x)'],
  substring: ['substring(x, 2)', 'substring(x, 1, 2)', 'substring(x, j)', 'substring(x, i, j)', 'substring(x, 100)'],
  concat: ['x || y', "concat(x, '-', y)"],
  length: ['length(x)', 'length(x || y)'],
  starts_with: ['starts_with(x, y)', "starts_with(x, 'a')"],
  contains: ['contains(x, y)', "contains(x, '')"],
  year: ['year(d)', 'year(p)', 'year(w)'],
  quarter: ['quarter(d)', 'quarter(p)'],
  month: ['month(d)', 'month(p)'],
  week: ['week(d)', 'week(p)', 'week(e)'],
  day: ['day(d)', 'day(p)', 'day(w)'],
  day_of_week: ['day_of_week(d)', 'day_of_week(q)'],
  hour: ['hour(p)', 'hour(w)', 'hour(q)'],
  date_trunc: [
    ...LEVELS.flatMap((level) => [`date_trunc(${level}, d)`, `date_trunc(${level}, p)`, `date_trunc(${level}, e)`]),
    'date_trunc(hour, p)',
    'date_trunc(hour, w)',
  ],
  date_diff: [
    ...LEVELS.flatMap((level) => [
      `date_diff(${level}, d, e)`,
      `date_diff(${level}, q, p)`,
      `date_diff(${level}, w, v)`,
    ]),
    'date_diff(minute, p, q)',
    'date_diff(minute, w, v)',
    'date_diff(second, q, p)',
    'date_diff(second, v, w)',
    'date_diff(hour, w, v)',
    'date_diff(hour, p, q)',
  ],
  elapsed: [
    'elapsed(d, e)',
    'elapsed(p, q)',
    'elapsed(w, v)',
    'elapsed(p, q) / 1 hour',
    'elapsed(p, q) <= 2 hours',
    'elapsed(d, e) > 1 week',
    'round(elapsed(w, v), 3)',
    'elapsed(d, e) * i',
  ],
  date_add: [
    'date_add(d, 1 month)',
    'date_add(d, 13 months)',
    'date_add(e, 1 week)',
    'date_add(d, 1 fiscal_year)',
    'date_add(p, 1 day)',
    'date_add(p, 1 month)',
    'date_add(q, 5 hours)',
    'date_add(w, 1 quarter)',
    'date_add(w, 3 hours)',
  ],
  cast: [
    'cast(a as integer)',
    'cast(b as decimal(1))',
    'cast(a / j as decimal(2))',
    'cast(i as decimal(2))',
    'cast(a as text)',
    'cast(b as text)',
    'cast(i as text)',
    'cast(d as text)',
    'cast(w as text)',
    'cast(p as text)',
    'cast(o as text)',
    'cast(x as date)',
    'cast(x as decimal(2))',
    'cast(x as integer)',
    'cast(x as boolean)',
    'cast(p as date)',
    'cast(p as datetime)',
    'cast(w as timestamp)',
    'cast(d as timestamp)',
    'cast(d as datetime)',
    'cast(w as date)',
    'cast(i as float)',
  ],
  approx: ['approx(a)', 'approx(a) * f', 'approx(a / j)'],
  growth: [],
  // No field knows it: test/cases/as-of.yml.
  as_of: [],
  case: [
    'case when a > b then a when i > 0 then i / j else 0 end',
    "case x when 'a' then 1 when 'abc' then 2 end",
    'case when o then x else y end',
    'if(a > 0, a / b, b)',
  ],
};

/** Zones with what zones do: halves of hours, midnights that are skipped or passed twice. */
const ZONES = ['UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
const TIMES = new Set([
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'day_of_week',
  'hour',
  'date_trunc',
  'date_diff',
  'elapsed',
  'date_add',
  'cast',
]);

describe('scalar functions in SQL', () => {
  it('are all compared', () => {
    expect(Object.keys(scalarSql).filter((name) => !(name in FORMULAS))).toEqual([]);
  });
  for (const zone of ZONES) {
    it(`mean the same in ${zone}`, async () => {
      const names = Object.keys(FORMULAS).filter((name) => zone === 'Europe/Berlin' || TIMES.has(name));
      const compared = await compareFormulas(
        executor,
        names.flatMap((name) => FORMULAS[name] ?? []),
        zone,
      );
      const refused = compared
        .filter((one) => one.refused !== null)
        .map((one) => `${one.formula}: ${one.refused ?? ''}`);
      const wrong = compared.flatMap(({ formula, rows }) =>
        rows
          .filter(({ sql, reference }) => !same(sql, reference))
          .slice(0, 3)
          .map(({ row, sql, reference }) => ({
            formula,
            sql: show(sql),
            reference: show(reference),
            row: JSON.stringify(row),
          })),
      );
      expect(wrong).toEqual([]);
      expect(refused).toEqual([]);
    });
  }
});

function show(value: Value): string {
  return value.kind === 'none' ? '-' : groupKey([value]);
}

/** No value is one thing, whatever its reason; approximate numbers agree to nine digits. */
function same(a: Value, b: Value): boolean {
  if (a.kind === 'number' && b.kind === 'number' && (a.approximate || b.approximate)) {
    const [x, y] = [Number(a.value.n) / Number(a.value.d), Number(b.value.n) / Number(b.value.d)];
    // A constant beside floats is exact in memory and a float in SQL.
    return a.approximate && Math.abs(x - y) <= 1e-9 * Math.max(1e-300, Math.abs(x), Math.abs(y));
  }
  return show(a) === show(b) && (a.kind === b.kind || a.kind === 'none');
}
