// States, shifted weeks and nested buckets, as definitions say them.
import { expect, test } from 'vitest';
import { parseProject, type Diagnostic } from '@sextant/parser';
import { OF_A_SET } from '../expect-diagnostics.js';

const DATASETS = `
datasets:
  stock:
    from: stock.csv
    key: [taken_on, warehouse]
    snapshot: taken_on
    fields: { taken_on: date, warehouse: text, units: integer }
  members:
    from: members.csv
    key: member_id
    valid: { from: joined_on, until: left_on }
    fields: { member_id: text, joined_on: date, left_on: { type: date, optional: true } }
  orders:
    from: orders.csv
    key: order_id
    time: ordered_on
    fields: { order_id: text, ordered_on: date, amount: decimal(2) EUR }
owners: { sales: { kind: team } }
goals: { grow: { title: Grow, owner: sales } }
metrics:
  units: { formula: sum(stock.units), empty: 0 }
  weekly_mean: avg(count(orders) per week)
  revenue: { formula: sum(orders.amount), empty: 0 EUR }
`;

function codesOf(formula: string, fiscal = 'january'): readonly string[] {
  const { diagnostics } = parseProject([
    { path: 'kpi.project.yaml', text: `project: p\ncalendar: { fiscal_year_starts: ${fiscal} }\n` },
    { path: 'x.kpi.yaml', text: `${DATASETS.replace('empty: 0 EUR', 'empty: 0')}  asked: "${formula}"\n` },
  ]);
  return codesIn(diagnostics);
}

function codesIn(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code }) => code).filter((code) => !OF_A_SET.test(code));
}

test.each([
  ['sum(stock.units)'],
  ['closing(sum(stock.units))'],
  ['closing(units)'],
  ['avg(closing(units) per day)'],
  ['cumulative(closing(units))'],
  ['closing(count(members))'],
  ['max(stock.units)'],
  ['rolling(max(stock.units), 28 days)'],
  ['cumulative(count(members dated joined_on))'],
  ['avg(units per stock.warehouse)'],
  ['avg(growth(revenue, 52 weeks) per week)'],
  ['avg(growth(revenue, 1 year) per month)'],
  ['avg(max(revenue per day) per week)'],
  ['avg(rolling(weekly_mean, 28 days) per month)'],
])('%s is right', (formula) => {
  expect(codesOf(formula)).toEqual([]);
});

test.each([
  ['cumulative(units)', 'KPI4012'],
  ['rolling(sum(stock.units), 28 days)', 'KPI4012'],
  ['avg(units per month)', 'KPI4012'],
  ['sum(closing(units) per day)', 'KPI4012'],
  ['to_date(count(members), year)', 'KPI4012'],
  ['closing(revenue)', 'KPI4013'],
  ['opening(count(orders))', 'KPI4013'],
  ['avg(weekly_mean per month)', 'KPI4016'],
  ['max(avg(revenue per week) per quarter)', 'KPI4016'],
  ['to_date(weekly_mean, year)', 'KPI4016'],
  ['avg(growth(revenue, 1 year) per week)', 'KPI4017'],
  ['avg(prior(revenue, 1 month) per week)', 'KPI4017'],
])('%s gives %s', (formula, code) => {
  expect(codesOf(formula)).toEqual([code]);
});

test('quarters nest in a fiscal year that begins with one', () => {
  const formula = 'avg(max(revenue per quarter) per fiscal_year)';
  expect(codesOf(formula, 'april')).toEqual([]);
  expect(codesOf(formula, 'february')).toEqual(['KPI4016']);
});

test('a KPI is asked for a period, so its state is read at an instant', () => {
  const kpi = (metric: string): readonly string[] =>
    codesIn(
      parseProject([
        { path: 'kpi.project.yaml', text: 'project: p\n' },
        {
          path: 'x.kpi.yaml',
          text: `${DATASETS.replace('empty: 0 EUR', 'empty: 0')}  at_end: closing(units)\nkpis:\n  k: { metric: ${metric}, goal: grow, owner: sales, direction: up, every: month, baseline: 0, target: 5 }\n`,
        },
      ]).diagnostics,
    );
  expect(kpi('units')).toEqual(['KPI4012']);
  expect(kpi('at_end')).toEqual([]);
});
