// Percentages whose numerator is no part of the denominator: said where it is sure.
import { describe, expect, test } from 'vitest';
import { saidWith } from '../sets.js';

const rate = (formula: string, severity = ''): readonly string[] =>
  saidWith('metrics', `x: { formula: "${formula}", format: percent }`, severity).map((one) => one.slice(0, 7));

describe('a part of its whole', () => {
  test.each([
    ["count(orders where status = 'paid') / count(orders where status in ('paid', 'cancelled'))"],
    ["count(orders where channel = 'a' and status = 'paid') / count(orders where status = 'paid')"],
    ["count(orders where status = 'paid') / count(orders where status is not null)"],
    ["count(orders where status = 'paid') / count(orders where status <> 'new')"],
    ['count(orders where score in (9, 10)) / count(orders where score between 0 and 10)'],
    ['count(orders where score > 8) / count(orders where score >= 0)'],
    [
      "count(orders where day between date '2026-01-01' and date '2026-01-31') / count(orders where day >= date '2026-01-01')",
    ],
    ["(placed where channel = 'a') / placed"],
    ["(placed where channel = 'a' and orders.status = 'paid') / (placed where channel in ('a', 'b'))"],
    ['sum(orders.cost) / revenue'],
    ['1 - count(orders where returned) / placed'],
    ['coalesce(sum(orders.cost), 0) / revenue'],
    // What cannot be told is not said.
    ["count(orders where status = 'paid') / count(orders where is_paid)"],
    ["count(orders where status = 'paid') / count(orders where lower(status) = 'paid')"],
    ['count(orders where score > 1 and score < 5) / count(orders where score between 0 and 10)'],
    ["count(orders where status <> 'new') / count(orders where status in ('paid', 'cancelled'))"],
    ['avg(orders.score) / 10'],
    ['growth(revenue, 1 year)'],
  ])('%s', (formula) => {
    expect(rate(formula)).toEqual([]);
  });
});

describe('no part of its whole', () => {
  test.each([
    ["count(orders where status = 'cancelled') / count(orders where status = 'paid')"],
    ["count(orders where channel = 'a') / count(orders where status = 'paid')"],
    ["placed / (placed where channel = 'a')"],
    ['count(orders where score >= 0) / count(orders where score > 0)'],
    ['count(orders where score in (10, 11)) / count(orders where score between 0 and 10)'],
    ['count(orders where returned) / count(orders where not returned)'],
    ['count(orders dated paid_on) / count(orders)'],
    ["1 - count(orders) / count(orders where channel = 'a')"],
  ])('%s', (formula) => {
    expect(rate(formula)).toEqual(['KPI6051']);
  });
});

test('rows of two datasets are compared only where a project asks for it', () => {
  expect(rate('count(orders) / count(visits)')).toEqual([]);
  expect(rate('count(orders) / count(visits)', '{ KPI6052: warning }')).toEqual(['KPI6052']);
});

test('a number that is not shown as a percentage may be any ratio', () => {
  expect(
    saidWith('metrics', "x: count(orders where status = 'cancelled') / count(orders where status = 'paid')"),
  ).toEqual([]);
});

test('a mean of quotients of rows', () => {
  expect(saidWith('metrics', 'x: avg(orders.cost / orders.amount)')).toEqual([
    'KPI6062 @ avg(orders.cost / orders.amount)',
  ]);
  expect(saidWith('metrics', 'x: avg(orders.margin)')).toEqual(['KPI6062 @ avg(orders.margin)']);
  expect(saidWith('metrics', 'x: avg(orders.cost / 2)')).toEqual([]);
  expect(saidWith('metrics', 'x: sum(orders.cost / orders.amount)')).toEqual([]);
});

test('a mean of quotients of groups', () => {
  expect(saidWith('metrics', 'x: avg(return_rate per channel)')).toEqual(['KPI6062 @ avg(return_rate per channel)']);
  expect(saidWith('metrics', 'x: avg(revenue / placed per channel)')).toEqual([
    'KPI6062 @ avg(revenue / placed per channel)',
  ]);
  // A sum, a largest one, a value in another unit, a quotient by the length of time.
  expect(saidWith('metrics', 'x: avg(revenue per channel)')).toEqual([]);
  expect(saidWith('metrics', 'x: max(return_rate per channel)')).toEqual([]);
  expect(saidWith('metrics', 'x: avg(revenue / 2 per channel)')).toEqual([]);
  expect(saidWith('metrics', 'x: avg(revenue / days() per month)')).toEqual([]);
});
