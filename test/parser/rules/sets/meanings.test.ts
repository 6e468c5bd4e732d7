// One formula, one name; one word, one formula.
import { describe, expect, test } from 'vitest';
import { parseProject } from '@sextant/parser';
import { meaningsOf } from '../../../../packages/parser/src/graph/meanings.js';
import { acronymsIn } from '../../../../packages/parser/src/rules/one-word-one-meaning.js';
import { saidOf, saidWith, whole } from '../sets.js';

describe('two formulas mean the same', () => {
  const meanings = (a: string, b: string): readonly (number | null)[] => {
    const text = whole.replace('metrics:\n', `metrics:\n  a: "${a}"\n  b: "${b}"\n`);
    const { value, diagnostics } = parseProject([{ path: 'a.kpi.yaml', text }]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    return ['a', 'b'].map((name) => meaningsOf(value).ofMetric(name));
  };
  test.each([
    ['revenue', 'sum(orders.amount)'],
    ['revenue / placed', 'sum(orders.amount)/count(orders)'],
    ['revenue * placed + 5 EUR*order', '5 EUR*order + placed * revenue'],
    ["count(orders where channel = 'a' and score > 1)", "count(orders where 1 < score and 'a' = channel)"],
    ["count(orders where channel in ('a', 'b'))", "count(orders where channel in ('b', 'a'))"],
    ['(revenue)', 'revenue'],
    ['growth(revenue, 1 year)', 'growth(sum(orders.amount), 1 year)'],
  ])('%s and %s', (a, b) => {
    const [first, second] = meanings(a, b);
    expect(first).not.toBeNull();
    expect(second).toBe(first);
  });
  test.each([
    ['revenue', 'placed'],
    ['revenue / placed', 'placed / revenue'],
    ['prior(revenue, 1 year)', 'prior(revenue, 1 month)'],
    ['count(orders where score > 1)', 'count(orders where score >= 1)'],
    ['revenue + 5 EUR', 'revenue + 6 EUR'],
    ["count(orders where channel = 'a')", "count(orders where status = 'a')"],
    ['count(orders)', 'count(orders dated paid_on)'],
    ['cast(placed as decimal(1))', 'cast(placed as decimal(2))'],
    ['revenue * 2', 'revenue'],
  ])('%s and %s do not', (a, b) => {
    const [first, second] = meanings(a, b);
    expect(first).not.toBeNull();
    expect(second).not.toBe(first);
  });
});

test('one formula under two names', () => {
  expect(saidWith('metrics', 'sales: revenue')).toEqual(['KPI6042 @ revenue']);
  expect(saidOf([['owners:\n', '  sales: revenue\nowners:\n']])).toEqual(['KPI6042 @ sales']);
  // What is empty is another number, and so is one in another unit.
  expect(saidWith('metrics', 'sales: { formula: sum(orders.amount), empty: 0 }')).toEqual([]);
  expect(saidWith('metrics', 'orders_made: { formula: count(orders), unit: "1" }')).toEqual([]);
  // Two constants are equal by chance.
  expect(saidWith('metrics', 'a: "5"\nb: "5"')).toEqual([]);
});

test('two KPIs about one thing', () => {
  const again = (put: string): readonly string[] =>
    saidWith(
      'kpis',
      `again: { metric: return_rate, goal: care, owner: head, every: month, at_least: 1%, worst: 0%${put} }`,
    );
  expect(again('')).toEqual(['KPI6043 @ returns']);
  expect(again(", where: channel = 'web'")).toEqual([]);
  expect(again(', by: channel')).toEqual([]);
  expect(again('').length).toBe(1);
});

test('one word with two meanings', () => {
  const two = (a: string, b: string): readonly string[] =>
    saidOf([['owners:\n', `  a: { formula: placed * 2, ${a} }\n  b: { formula: placed * 3, ${b} }\nowners:\n`]]);
  expect(two('aliases: CPC', 'aliases: [x, cpc]')).toEqual(['KPI6044 @ cpc']);
  expect(two('aliases: CPC', 'title: Cost per conversion (CPC)')).toEqual(['KPI6044 @ Cost per conversion (CPC)']);
  expect(two('aliases: A', 'aliases: B')).toEqual([]);
  expect(two('aliases: Revenue', 'aliases: y')).toEqual(['KPI6044 @ Revenue']);
  expect(two('title: Sales (EUR)', 'title: Costs (EUR)')).toEqual([]);
  expect(two('aliases: CPC, title: Cost per click (CPC)', 'aliases: y')).toEqual([]);
  // A KPI and what it measures share a word; so do two KPIs of one metric.
  expect(
    saidOf([
      ['description: What comes back.', 'description: What comes back., aliases: RR'],
      ['goal: care,', "goal: care, where: channel = 'web', aliases: RR,"],
    ]),
  ).toEqual([]);
  expect(
    saidOf([
      ['description: What comes back.', 'description: What comes back., aliases: RR'],
      ['goal: company,', 'goal: company, aliases: RR,'],
    ]),
  ).toEqual(['KPI6044 @ RR']);
});

test.each([
  ['Cost per click (CPC)', ['CPC']],
  ['Marketing-qualified leads (MQLs)', ['MQL']],
  ['Cost per thousand impressions (CPM)', ['CPM']],
  ['Net promoter score (NPS), monthly', ['NPS']],
  ['Revenue (EUR)', []],
  ['Revenue (YTD)', []],
  ['Deals (DE)', []],
  ['Revenue (net)', []],
])('the acronyms of %s', (title, wanted) => {
  expect(acronymsIn(title)).toEqual(wanted);
});

test('one title for two formulas', () => {
  const two = (a: string, b: string): readonly string[] =>
    saidOf([
      ['owners:\n', `  a: { formula: placed * 2, title: ${a} }\n  b: { formula: placed * 3, title: ${b} }\nowners:\n`],
    ]);
  expect(two('Orders', 'orders')).toEqual(['KPI6045 @ orders']);
  expect(two('Orders', 'Orders of all')).toEqual([]);
  // A KPI may be called what its metric is.
  expect(
    saidOf([
      ['goal: care,', 'goal: care, title: X,'],
      ['format: percent', 'format: percent, title: X'],
    ]),
  ).toEqual([]);
});
