// What the laws recognise, what they must not, and what they leave alone.
import { expect, test } from 'vitest';
import { expandedFormula, normalFormula, type Graph } from '@sextant/parser';
import { formulaIn, lawGraph } from './laws-project.js';

const withRates = lawGraph(true);
const plain = lawGraph(false);

function form(graph: Graph, text: string, reasons: 'all' | 'none' = 'all'): string {
  const typed = formulaIn(graph, text);
  if (typed === null) throw new Error(`refused: ${text}`);
  return normalFormula(graph, typed, { reasons });
}

const where = (condition: string): string => `sum(orders.a where ${condition})`;
const value = (formula: string): string => `sum(${formula})`;

test.each([
  // Literals and layout.
  ['sum( orders.p  * 1_000 )', 'SUM(orders.p * 1000.00)'],
  [value('orders.p * 5%'), value('orders.p * 0.05')],
  [value('orders.p * 5%'), value('orders.p / 20')],
  [value('+orders.p'), value('orders.p')],
  [value('((orders.a))'), value('orders.a')],
  // Sums and products of a row.
  [value('orders.a + orders.b'), value('orders.b + orders.a')],
  [value('(orders.a + orders.b) + 1'), value('1 + (orders.b + orders.a)')],
  [value('orders.a - orders.b'), value('-orders.b + orders.a')],
  [value('orders.a - (orders.b - orders.p)'), value('orders.a + orders.p - orders.b')],
  [value('orders.a * orders.b * 2'), value('2 * orders.b * orders.a')],
  [value('-(-orders.a)'), value('orders.a')],
  [value('-orders.a * orders.b'), value('orders.b * -orders.a')],
  [value('orders.a / orders.b * orders.p'), value('orders.p * orders.a / orders.b')],
  [value('orders.a + 1 + 2'), value('orders.a + 3')],
  [value('1 * orders.a + 0'), value('orders.a')],
  [value('orders.f + orders.g'), value('orders.g + orders.f')],
  // Conditions.
  [where("orders.t = 'x'"), where("'x' = orders.t")],
  [where("orders.t != 'x'"), where("not orders.t = 'x'")],
  [where('orders.a > orders.b'), where('orders.b < orders.a')],
  [where('not (orders.a > 1)'), where('orders.a <= 1')],
  [where('not not orders.c'), where('orders.c')],
  [where('orders.c = true'), where('orders.c')],
  [where('orders.c <> true'), where('not orders.c')],
  [where('orders.c and orders.d'), where('orders.d and orders.c and orders.d')],
  [where('orders.c and (orders.d and orders.a > 1)'), where('(orders.c and orders.d) and orders.a > 1')],
  [where('not (orders.c or orders.d)'), where('not orders.c and not orders.d')],
  [where('orders.c and true'), where('orders.c')],
  [where('orders.a between 1 and 2'), where('orders.a >= 1 and orders.a <= 2')],
  [where('orders.a not between 1 and 2'), where('orders.a < 1 or orders.a > 2')],
  [where("orders.t in ('x', 'y', 'x')"), where("orders.t = 'y' or orders.t = 'x'")],
  [where("orders.t not in ('x', 'y')"), where("orders.t <> 'y' and orders.t <> 'x'")],
  [where("orders.t in ('x')"), where("orders.t = 'x'")],
  [where('(orders.a / orders.b) > 1 and orders.c'), where('orders.c and (orders.a / orders.b) > 1')],
  // Choices.
  [value('coalesce(coalesce(orders.a, orders.b), 0)'), value('coalesce(orders.a, orders.b, 0)')],
  [value('least(orders.a, least(orders.b, 1))'), value('least(1, orders.b, orders.a)')],
  [value('case when orders.c then orders.a end'), value('case when orders.c then orders.a else null end')],
  [value('if(orders.c, orders.a, 0)'), value('case when orders.c then orders.a else 0 end')],
  [value("case orders.t when 'x' then 1 end"), value("case when orders.t = 'x' then 1 end")],
  ["count(distinct orders.t || 'a' || orders.u)", "count(distinct orders.t || ('a' || orders.u))"],
  // Over metrics.
  ['100 * sa / n', 'sa / n * 100'],
  ['sum(orders.a) - -sum(orders.b)', 'sum(orders.a) + sum(orders.b)'],
  ['prior(sa, 1 year)', 'prior(sa, 12 months)'],
  ['rolling(sa, 2 weeks)', 'rolling(sa, 14 days)'],
  ['prior(sa, 1 quarter)', 'prior(sa, 3 months)'],
  ['sa across (t, u)', 'sa across (u, t)'],
  ["sa where t = 'x' and u = 'y'", "sa where u = 'y' and t = 'x'"],
  ['growth(sa, 1 year)', 'growth(sa, 12 months)'],
])('%s is %s', (a, b) => {
  expect(form(plain, b)).toBe(form(plain, a));
});

test.each([
  [where('orders.a > 1'), where('orders.a >= 1')],
  [value('orders.a - orders.b'), value('orders.b - orders.a')],
  [value('orders.a / orders.b'), value('orders.b / orders.a')],
  [value('orders.a / (orders.b / orders.p)'), value('orders.a * orders.p / orders.b')],
  [value('(orders.f + orders.g) + approx(orders.p)'), value('orders.f + (orders.g + approx(orders.p))')],
  [value('orders.f * 0.5'), value('orders.f / 2')],
  [value('0 * orders.a'), value('0 * orders.b')],
  [value('coalesce(orders.a, orders.b)'), value('coalesce(orders.b, orders.a)')],
  [value('orders.a'), value('coalesce(orders.a, 0)')],
  [where("orders.t <> 'x'"), where("orders.t is null or orders.t <> 'x'")],
  [where('not orders.c'), where('orders.c is null or not orders.c')],
  [value('case when orders.c then 1 else 2 end'), value('case when not orders.c then 2 else 1 end')],
  [where("orders.t like 'x%'"), where("starts_with(orders.t, 'x')")],
  ['count(orders)', 'count(orders.a)'],
  ['count(orders.a)', 'count(distinct orders.a)'],
  ['avg(orders.a)', 'sum(orders.a) / count(orders)'],
  ['sum(orders.a dated due)', 'sum(orders.a)'],
  ['prior(sa, 1 year)', 'prior(sa, 52 weeks)'],
  ['prior(sa, 1 year)', 'prior(sa, 1 year, full)'],
  ['rolling(sa, 28 days)', 'rolling(sa, 1 month)'],
  ['to_date(sa, year)', 'whole(sa, year)'],
  ['avg(sa per t)', 'sa'],
  ['sa', 'sa across all'],
  ['opening(n)', 'closing(n)'],
  // A row with two tags may have the one and the other, but no tag is both.
  ["sa where tag = 'x' and tag = 'y'", "sa where not (tag <> 'x' or tag <> 'y')"],
  ['sa where weight between 1 and 2', 'sa where weight >= 1 and weight <= 2'],
])('%s is not %s', (a, b) => {
  expect(form(plain, b)).not.toBe(form(plain, a));
  expect(form(plain, b, 'none')).not.toBe(form(plain, a, 'none'));
});

test('where two parts can lack a value for two reasons, their order is told', () => {
  // No rows of the one, none of the other: who comes first says why there is no sum.
  expect(form(plain, 'sa + vn')).not.toBe(form(plain, 'vn + sa'));
  expect(form(plain, 'sa + vn', 'none')).toBe(form(plain, 'vn + sa', 'none'));
  // Sums over the same rows are empty together.
  expect(form(plain, 'sum(orders.a) + sum(orders.b)')).toBe(form(plain, 'sum(orders.b) + sum(orders.a)'));
  // Unless a rate can be missing for the one and not for the other.
  const [a, b] = ['sum(orders.a) + sum(orders.b)', 'sum(orders.b) + sum(orders.a)'] as const;
  expect(form(withRates, a)).not.toBe(form(withRates, b));
});

test('a condition that lacks a rate counts for itself', () => {
  const [a, b] = ['sa where eur > 0 EUR and a > 1', 'sa where a > 1 and eur > 0 EUR'] as const;
  expect(form(withRates, a)).not.toBe(form(withRates, b));
  expect(form(withRates, "sa where t = 'x' and a > 1")).toBe(form(withRates, "sa where a > 1 and t = 'x'"));
});

test('a formula that moves under a name stays what it is', () => {
  const expanded = (text: string): string | null => {
    const typed = formulaIn(plain, text);
    return typed === null ? null : expandedFormula(plain, typed);
  };
  expect(expanded('sa / n')).toBe(expanded('sum(orders.a) / count(orders)'));
  expect(expanded('sum(orders.ab)')).toBe(expanded('sum(orders.a / orders.b)'));
  // `empty: 0` belongs to the metric.
  expect(expanded('sb')).not.toBe(expanded('sum(orders.b)'));
  expect(expanded('sb')).not.toBeNull();
});
