import { describe, expect, it } from 'vitest';
import { checkQuestion } from '../../../packages/engine/src/question/check-question.js';
import { answer, situation, type Situation } from './ask.js';

const given = situation(
  `
datasets:
  sales:
    time: day
    fields: { day: date, country: text, amount: integer }
  targets:
    time: none
    fields: { quarter: text, country: text, goal: integer }
dimensions:
  country: [sales.country, targets.country]
metrics:
  revenue: sum(sales.amount)
  reached: revenue / target(by_period)
owners: { team: { kind: team } }
goals: { grow: { title: Grow, owner: team } }
kpis:
  by_period: { metric: revenue, goal: grow, owner: team, direction: up, every: quarter, target: { 2025-Q1: 100, 2025-Q2: 200 } }
  by_formula: { metric: revenue, goal: grow, owner: team, direction: up, every: quarter, target: "prior(revenue, 1 quarter) * 2" }
  by_group: { metric: revenue, by: [country], goal: grow, owner: team, direction: up, every: quarter, target: { 2025-Q1: { DE: 60, FR: 40 } } }
  by_dataset: { metric: revenue, by: [country], goal: grow, owner: team, direction: up, every: quarter, target: { from: targets, period: quarter, value: goal } }
`,
  {
    sales: `day,country,amount
      2025-01-10,DE,30
      2025-03-10,FR,20
      2025-05-10,DE,10`,
    targets: `quarter,country,goal
      2025-Q1,DE,7
      2025-Q1,FR,8`,
  },
);
const ask = (metric: string, more: object = {}): readonly string[] =>
  answer(given, { metrics: [metric], grain: 'quarter', from: '2025-Q1', to: '2025-Q2', asOf: '2025-05-15', ...more });

describe('target', () => {
  it('is that of the period that is the window', () => {
    expect(ask('target(by_period)')).toEqual(['2025-Q1 100', '2025-Q2 200']);
    expect(ask('reached')).toEqual(['2025-Q1 0.5', '2025-Q2 0.05']);
  });

  it('compares with whole periods, though the period itself is not over', () => {
    expect(ask('target(by_formula)')).toEqual(['2025-Q1 (incomplete_window)', '2025-Q2 100']);
  });

  it('is that of the group, or of all groups together', () => {
    expect(ask('target(by_group)')).toEqual(['2025-Q1 100', '2025-Q2 (no_target)']);
    expect(ask('revenue / target(by_group)', { by: ['country'], to: '2025-Q1' })).toEqual([
      '2025-Q1 DE 0.5',
      '2025-Q1 FR 0.5',
    ]);
    expect(ask('target(by_dataset)', { to: '2025-Q1' })).toEqual(['2025-Q1 15']);
    expect(ask('revenue - target(by_dataset)', { by: ['country'], to: '2025-Q1' })).toEqual([
      '2025-Q1 DE 23',
      '2025-Q1 FR 12',
    ]);
  });
});

/** Sales of 2024: 10, 30 and 60 EUR in the first three months; of 2025 one day in January. */
const spread = (keys: string, metric = 'revenue'): Situation =>
  situation(
    `
datasets:
  sales:
    one: sale
    time: day
    fields: { day: date, country: text, amount: decimal(2) EUR }
  holidays: { plan: true, key: day, time: day, fields: { day: date } }
dimensions:
  country: sales.country
metrics:
  revenue: sum(sales.amount)
  mean: revenue / count(sales)
owners: { team: { kind: team } }
goals: { grow: { title: Grow, owner: team } }
kpis:
  k: { metric: ${metric}, goal: grow, owner: team, direction: up, every: quarter, ${keys} }
`,
    {
      sales: `day,country,amount
      2024-01-15,DE,10
      2024-02-15,FR,30
      2024-03-15,DE,60
      2025-01-10,DE,30`,
      holidays: `day
      2025-01-01
      2025-02-01`,
    },
  );

const T = 'target: { 2025-Q1: 900 EUR, 2025-Q2: 910 EUR, 2025-Q3: 920 EUR, 2025-Q4: 920 EUR }';
const of = (given: Situation, more: object): readonly string[] =>
  answer(given, { metrics: ['target(k)'], asOf: '2025-05-15', ...more });
const MONTHS = { grain: 'month', from: '2025-01', to: '2025-03' };

describe('a part of a period', () => {
  it('even: by days', () => {
    // Q1 of 2025 has 31 + 28 + 31 = 90 days.
    const given = spread(`${T}, spread: even`);
    expect(of(given, MONTHS)).toEqual(['2025-01 310', '2025-02 280', '2025-03 310']);
    expect(of(given, { grain: 'day', from: '2025-01-01', to: '2025-01-02' })).toEqual([
      '2025-01-01 10',
      '2025-01-02 10',
    ]);
    // A range inside a period, and a bucket that the range cuts.
    expect(of(given, { from: '2025-01', to: '2025-02' })).toEqual(['590']);
    expect(of(given, { ...MONTHS, from: '2025-01-12', to: '2025-01' })).toEqual(['2025-01 200']);
  });

  it('even: hours are parts of days by the wall clock', () => {
    const hours = of(spread(`${T}, spread: even`), { grain: 'hour', from: '2025-01-01', to: '2025-01-01' });
    expect(hours).toHaveLength(24);
    // 900 / 90 / 24.
    expect(hours[0]).toBe('2025-01-01T00:00+00:00 0.4166666666666666666666666666666667');
  });

  it('by working days', () => {
    // Mondays to Fridays: 23 in January, 20 in February, 21 in March. 900 / 64 = 14.0625 a day.
    const given = spread(`${T}, spread: working_days`);
    expect(of(given, MONTHS)).toEqual(['2025-01 323.4375', '2025-02 281.25', '2025-03 295.3125']);
    // The third is a Friday.
    expect(of(given, { grain: 'day', from: '2025-01-03', to: '2025-01-04' })).toEqual([
      '2025-01-03 14.0625',
      '2025-01-04 0',
    ]);
  });

  it('by working days without holidays', () => {
    // The first of January is a Wednesday, the first of February a Saturday: 22 + 20 + 21 = 63 days, 100 / 7 each.
    const given = spread(`${T}, spread: working_days, pacing: { working_days: { holidays: holidays } }`);
    expect(of(given, { ...MONTHS, to: '2025-02' })).toEqual([
      '2025-01 314.2857142857142857142857142857143',
      '2025-02 285.7142857142857142857142857142857',
    ]);
    expect(of(given, { grain: 'day', from: '2025-01-01', to: '2025-01-01' })).toEqual(['2025-01-01 0']);
  });

  it('like the prior year', () => {
    // 10, 30 and 60 of 100.
    const given = spread(`${T}, spread: like prior year`);
    expect(of(given, MONTHS)).toEqual(['2025-01 90', '2025-02 270', '2025-03 540']);
    // A day without sales in the year before added nothing to it.
    expect(of(given, { grain: 'day', from: '2025-01-14', to: '2025-01-15' })).toEqual([
      '2025-01-14 0',
      '2025-01-15 90',
    ]);
    // Of what came before the data begins nothing is known; a year that is not over has no shares.
    expect(of(given, { ...MONTHS, asOf: '2024-03-30' })).toEqual([
      '2025-01 (not_due)',
      '2025-02 (not_due)',
      '2025-03 (not_due)',
    ]);
    expect(of(spread('target: 5 EUR, spread: like prior year'), { ...MONTHS, from: '2024-12', to: '2024-12' })).toEqual(
      ['2024-12 (incomplete_window)'],
    );
  });

  it('is nothing where there is no target for the period', () => {
    expect(of(spread(`target: { 2025-Q2: 5 EUR }, spread: even`), MONTHS)).toEqual([
      '2025-01 (no_target)',
      '2025-02 (no_target)',
      '2025-03 (no_target)',
    ]);
  });
});

describe('several periods', () => {
  it('have their sum, where all are there', () => {
    expect(of(spread(T), { grain: 'year', from: '2025', to: '2025' })).toEqual(['2025 3650']);
    expect(of(spread(T), { from: '2025-Q2', to: '2025-Q3' })).toEqual(['1830']);
    expect(of(spread('target: { 2025-Q1: 900 EUR }'), { grain: 'year', from: '2025', to: '2025' })).toEqual([
      '2025 (no_target)',
    ]);
    // Each period has its own value of a formula: 2024 had 100 EUR, all in its first quarter.
    const growth = spread('target: "coalesce(prior(revenue, 1 year partial), 0 EUR) + 5 EUR"');
    expect(of(growth, { grain: 'year', from: '2025', to: '2025' })).toEqual(['2025 120']);
  });

  it('a window that operators make', () => {
    const asked = (metric: string, more: object): readonly string[] => of(spread(T), { metrics: [metric], ...more });
    expect(asked('whole(target(k), quarter)', MONTHS)).toEqual(['2025-01 900', '2025-02 900', '2025-03 900']);
    expect(asked('to_date(target(k), year)', { grain: 'quarter', from: '2025-Q1', to: '2025-Q2' })).toEqual([
      '2025-Q1 900',
      '2025-Q2 1810',
    ]);
    expect(asked('prior(target(k), 1 quarter)', { grain: 'quarter', from: '2025-Q2', to: '2025-Q2' })).toEqual([
      '2025-Q2 900',
    ]);
    expect(asked('rolling(target(k), 40 days)', { grain: 'quarter', from: '2025-Q2', to: '2025-Q2' })).toEqual([
      '2025-Q2 (no_target)',
    ]);
  });
});

it('the last bucket of a question without an end has the target of the whole bucket', () => {
  expect(of(spread(T), { grain: 'quarter', from: '2025-Q1' })).toEqual(['2025-Q1 900', '2025-Q2 910']);
  const both = of(spread(T), { metrics: ['revenue', 'target(k)'], grain: 'quarter' });
  expect(both.slice(-2)).toEqual(['2025-Q1 30 900', '2025-Q2 (no_rows) 910']);
  const months = of(spread(`${T}, spread: even`), { grain: 'month', from: '2025-04' });
  // 910 / 91 = 10 a day: May has 31.
  expect(months).toEqual(['2025-04 300', '2025-05 310']);
});

describe('KPI4031: a window without a target', () => {
  const said = (keys: string, more: object, metric = 'target(k)', measured = 'revenue'): readonly string[] =>
    checkQuestion(spread(keys, measured).graph, { metrics: [metric], asOf: '2025-05-15', ...more }).diagnostics.map(
      ({ code, message }) => `${code} ${message}`,
    );
  const PART = 'KPI4031 a month is a part of a quarter, and `k` has a target for the whole quarter only';
  it('a finer grain, unless it is spread', () => {
    expect(said(T, MONTHS)).toEqual([PART]);
    expect(said(T, MONTHS, 'revenue - target(k)')).toEqual([PART]);
    expect(said(`${T}, spread: even`, MONTHS)).toEqual([]);
    expect(said(T, { grain: 'quarter' })).toEqual([]);
    expect(said(T, { grain: 'quarter' }, 'avg(target(k) per month)')).toEqual([PART]);
    expect(said(T, MONTHS, 'whole(target(k), quarter)')).toEqual([]);
  });

  it('weeks lie in no quarter, spread or not', () => {
    const weeks = 'KPI4031 a week is not made of whole quarters, for which `k` has its targets';
    expect(said(T, { grain: 'week' })).toEqual([weeks]);
    expect(said(`${T}, spread: even`, { grain: 'week' })).toEqual([weeks]);
  });

  it('a coarser grain, where targets do not add up', () => {
    const mean = 'baseline: 0, target: 5 EUR/sale';
    expect(said(mean, { grain: 'year' }, 'target(k)', 'mean')).toEqual([
      'KPI4031 a year has several targets of `k`, and they do not add up',
    ]);
    expect(said(T, { grain: 'year' })).toEqual([]);
  });

  it('a range', () => {
    expect(said(T, { from: '2025-Q1', to: '2025-Q1' })).toEqual([]);
    expect(said(T, { from: '2025-Q1', to: '2025-Q2' })).toEqual([]);
    expect(said(T, { from: '2025-01', to: '2025-02' })).toEqual([
      'KPI4031 the range is a part of a quarter, and `k` has a target for the whole quarter only',
    ]);
    expect(said(T, { from: '2025-02', to: '2025-05' })).toEqual([
      'KPI4031 the range is not made of whole quarters, for which `k` has its targets',
    ]);
    expect(said(T, {})).toEqual(['KPI4031 `k` has a target for each quarter, and here is no such window']);
    // Up to as_of, which ends no quarter.
    expect(said(T, { from: '2025-04' })).toEqual([
      'KPI4031 the range is a part of a quarter, and `k` has a target for the whole quarter only',
    ]);
    expect(said(T, { grain: 'quarter', from: '2025-Q1' }, 'target(k) across time')).toEqual([
      'KPI4031 the range is not made of whole quarters, for which `k` has its targets',
    ]);
    expect(said(T, { grain: 'quarter' }, 'cumulative(target(k))')).toEqual([
      'KPI4031 `k` has a target for each quarter, and here is no such window',
    ]);
  });

  it('buckets that the range cuts', () => {
    expect(said(T, { grain: 'quarter', from: '2025-02', to: '2025-Q2' })).toEqual([
      'KPI4031 the range is a part of a quarter, and `k` has a target for the whole quarter only',
    ]);
    expect(said(T, { grain: 'quarter', from: '2025-Q1', to: '2025-05' })).toHaveLength(1);
    expect(said(`${T}, spread: even`, { grain: 'quarter', from: '2025-02', to: '2025-05' })).toEqual([]);
  });
});
