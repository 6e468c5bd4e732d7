// What each form of the language is read as.
import { expect, test } from 'vitest';
import { parseFormula } from '../../../packages/parser/src/expression/parse-formula.js';
import { walk } from '../../../packages/parser/src/expression/walk.js';
import { brackets } from './shape.js';

function read(text: string): string {
  const { root, problems } = parseFormula(text);
  expect(problems, text).toEqual([]);
  return brackets(root);
}

test.each([
  ['a + b * c', '[a + [b * c]]'],
  ['a - b - c', '[[a - b] - c]'],
  ['a / b / c * d', '[[[a / b] / c] * d]'],
  ["a || 'x' || b + c", "[[[a || 'x'] || b] + c]"],
  ['-a * b', '[[- a] * b]'],
  ['- -a', '[- [- a]]'],
  ['-(a + b)', '[- [a + b]]'],
  ['a or b and not c = d + 1', '[a or [b and [not [c = [d + 1]]]]]'],
  ['not not a', '[not [not a]]'],
  ['a != b', '[a <> b]'],
  ['a <= 1 and b > 2 or c', '[[[a <= 1] and [b > 2]] or c]'],
  ["a in (1, 2) and b not in ('x')", "[[a in 1 2] and [b not in 'x']]"],
  ['a between 1 and 2 + 3 and b', '[[a between 1 [2 + 3]] and b]'],
  ['a not between b and c', '[a not between b c]'],
  ["a like 'x%' or a not like b", "[[a like 'x%'] or [a not like b]]"],
  ['a is null and b is not null', '[[a is null] and [b is not null]]'],
  ['(a or b) and c', '[[a or b] and c]'],
  ['case when a then 1 when b then 2 else 3 end + 1', '[[case when a then 1 when b then 2 else 3] + 1]'],
  ["case status when 'paid' then 1 end", "[case status when 'paid' then 1]"],
  ['cast(x as decimal(2)) / 2', '[[cast x as decimal(2)] / 2]'],
  ['CAST ( x AS decimal( 2 ) EUR / customer )', '[cast x as decimal(2) EUR/customer]'],
])('operators: %s', (text, tree) => {
  expect(read(text)).toBe(tree);
});

test.each([
  ['1_200_000', '1200000'],
  ['0.50', '0.50'],
  ['5%', '5%'],
  ['65 EUR', '65_EUR'],
  ['45 EUR/customer', '45_EUR/customer'],
  ['45 EUR / customer', '[45_EUR / customer]'],
  ['45 EUR*day/order', '45_EUR*day/order'],
  ['45 EUR/12', '[45_EUR / 12]'],
  ['7 days + 1 month', '[7_days + 1_month]'],
  ['x > 5 and y', '[[x > 5] and y]'],
  ['case when a then 1 else 0 end', '[case when a then 1 else 0]'],
  ['5 OR 6', '[5 or 6]'],
  ["'it''s' || ''", "['it's' || '']"],
  ["date '2026-01-31'", '<date 2026-01-31>'],
  ["TIMESTAMP '2026-01-31T10:00:00Z'", '<timestamp 2026-01-31T10:00:00Z>'],
  ["period 'FY2027-Q1'", '<period FY2027-Q1>'],
  ['TRUE and False or NULL', '[[true and false] or null]'],
])('literals: %s', (text, tree) => {
  expect(read(text)).toBe(tree);
});

test.each([
  ['Umsatz_2026', 'Umsatz_2026'],
  ['größe.データ', 'größe.データ'],
  ['orders.billing.region', 'orders.billing.region'],
  ['"Order Date".x', '"Order Date".x'],
  ['"a""b"', '"a"b"'],
  ['"end"', '"end"'],
  ['orders.date + orders.to + orders.by', '[[orders.date + orders.to] + orders.by]'],
  ["date = date '2026-01-01'", '[date = <date 2026-01-01>]'],
  [
    'period + to + by + at + skip + where + per + full',
    '[[[[[[[period + to] + by] + at] + skip] + where] + per] + full]',
  ],
  ['sum(at) + sum(where where where = per)', '[sum(at) + sum({where where [where = per]})]'],
  ['year(year) + count', '[year(year) + count]'],
  ['coalesce(a, full)', 'coalesce(a, full)'],
  ['count(distinct) + count(per)', '[count(distinct) + count(per)]'],
  ['m per per per per', '{{m per per} per per}'],
])('names, also those that read like words of the language: %s', (text, tree) => {
  expect(read(text)).toBe(tree);
});

test.each([
  ["revenue where channel = 'web'", "{revenue where [channel = 'web']}"],
  ["(revenue where channel = 'web') / revenue", "[{revenue where [channel = 'web']} / revenue]"],
  ['a + b where c or d', '{[a + b] where [c or d]}'],
  ['m where a where b', '{{m where a} where b}'],
  ['m across channel', '{m across channel}'],
  ['m across (channel, region) unfiltered', '{m across channel region unfiltered}'],
  ['m across all', '{m across all}'],
  ['m across time', '{m across time}'],
  ['avg(m per region)', 'avg({m per region})'],
  ['avg(m per (region, month) skip)', 'avg({m per region month skip})'],
  ['avg(m where p per customers.region skip where q)', 'avg({{{m where p} per customers.region skip} where q})'],
  ['sum(orders.amount dated refunded_on where x)', 'sum({{orders.amount dated refunded_on} where x})'],
  ['count(per customers.customer_id where m >= 2)', 'count({{- per customers.customer_id} where [m >= 2]})'],
  ['count(per (a, b) skip)', 'count({- per a b skip})'],
  ['count(distinct orders.customer_id where x)', 'count(distinct {orders.customer_id where x})'],
])('contexts: %s', (text, tree) => {
  expect(read(text)).toBe(tree);
});

test.each([
  ['days()', 'days()'],
  ['HOURS ( )', 'hours()'],
  ['target(cac_fy27)', 'target(cac_fy27)'],
  ['date_diff(day, a, b)', 'date_diff(day, a, b)'],
  ['convert(amount to EUR at ordered_at skip missing)', 'convert(amount, to:EUR, at:ordered_at, !skip missing)'],
  ["convert(amount to EUR at date '2025-01-31')", 'convert(amount, to:EUR, at:<date 2025-01-31>)'],
  [
    "conversion(leads where channel = 'x' to orders where status = 'paid' by customer_id within 7 days)",
    "conversion({leads where [channel = 'x']}, to:{orders where [status = 'paid']}, by:customer_id, within:7_days)",
  ],
  ['retention(orders by customer_id at 1 month)', 'retention(orders, by:customer_id, at:1_month)'],
  [
    'top_share(revenue per customers.customer_id, 10% of customers)',
    'top_share({revenue per customers.customer_id}, 10%, of:customers)',
  ],
  ['closing(m each account)', 'closing(m, each:account)'],
  ['prior(m, 1 month, full)', 'prior(m, 1_month, !full)'],
  ['prior(m, 1 month full)', 'prior(m, 1_month, !full)'],
  ['rolling(m, 28 days, Partial)', 'rolling(m, 28_days, !partial)'],
  ['avg(closing(m) per day)', 'avg({closing(m) per day})'],
  ['f((a to_ ), (b))'.replace('to_ ', ''), 'f(a, b)'],
])('calls: %s', (text, tree) => {
  expect(read(text)).toBe(tree);
});

test.each([
  ["quantile(orders.amount, 0.9 where status = 'paid')", "quantile({orders.amount where [status = 'paid']}, 0.9)"],
  ['quantile(a, p dated d where x)', 'quantile({{a dated d} where x}, p)'],
  ['rolling(m, 28 days where x)', 'rolling({m where x}, 28_days)'],
  ['coalesce(a, b where x)', 'coalesce(a, {b where x})'],
  ['quantile(a, (p where x))', 'quantile(a, {p where x})'],
])('a suffix after a last argument that has no rows belongs to the first: %s', (text, tree) => {
  expect(read(text)).toBe(tree);
});

test('line breaks and comments are space where the text has several lines', () => {
  expect(read("revenue -- of all shops\n  / orders -- 'paid' ones")).toBe('[revenue / orders]');
  expect(parseFormula('a -- b', true).problems).toEqual([]);
});

test('places cover what was written, with parentheses', () => {
  const text = 'round((a + b) * \'x\', -2.5 EUR/day) where "n".m = 1';
  const seen: string[] = [];
  walk(parseFormula(text).root, (expr) => {
    seen.push(text.slice(expr.range.start, expr.range.end));
  });
  expect(seen).toEqual([
    text,
    "round((a + b) * 'x', -2.5 EUR/day)",
    "(a + b) * 'x'",
    '(a + b)',
    'a',
    'b',
    "'x'",
    '-2.5 EUR/day',
    '2.5 EUR/day',
    '"n".m = 1',
    '"n".m',
    '1',
  ]);
});

test('the place of a clause, a unit, an operator and a type is their own', () => {
  const text = 'convert(a to EUR skip missing) <> cast(b as decimal(2)) * 45 EUR/day';
  const { root } = parseFormula(text);
  const slice = (range: { start: number; end: number }): string => text.slice(range.start, range.end);
  const found: string[] = [];
  walk(root, (expr) => {
    if (expr.kind === 'binary') found.push(slice(expr.opRange));
    if (expr.kind === 'call') found.push(slice(expr.nameRange), ...expr.clauses.map((one) => slice(one.wordRange)));
    if (expr.kind === 'call') found.push(...expr.flags.map((one) => slice(one.range)));
    if (expr.kind === 'cast') found.push(slice(expr.typeRange));
    if (expr.kind === 'number' && expr.unit !== null) found.push(slice(expr.unit.range));
  });
  expect(found).toEqual(['<>', 'convert', 'to', 'skip missing', '*', 'decimal(2)', 'EUR/day']);
});
