import { describe, expect, it } from 'vitest';
import { answer, situation } from './ask.js';

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
    expect(ask('target(by_period)', { grain: 'month', to: '2025-01' })).toEqual(['2025-01 (no_target)']);
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
