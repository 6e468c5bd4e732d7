// The worked cases, from definitions and rows to a scorecard: figures are those of the cases.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { given, kpiOf, openCards, text, type Cards } from './cards.js';

let cards: Cards;
beforeAll(async () => {
  cards = await openCards();
});
afterAll(() => cards.close());

const sales = `
datasets:
  sales: { key: id, time: day, fields: { id: text, day: date, amount: integer } }
metrics:
  revenue: sum(sales.amount)
owners: { o: { kind: team } }
goals: { g: { title: Sell, owner: o } }
`;
const common = 'goal: g, owner: o';

describe('K16', () => {
  const quarterly = `metric: revenue, ${common}, direction: up, every: quarter, target: { 2024-Q1: 900000, 2025-Q1: 900000 }`;
  const project = given(
    `${sales}
kpis:
  linear: { ${quarterly}, pacing: linear }
  working: { ${quarterly}, pacing: working_days }
  seasonal: { ${quarterly}, pacing: like prior year }
  unpaced: { ${quarterly} }
`,
    {
      sales: `id,day,amount
        a,2024-01-31,40
        b,2024-02-14,4
        c,2024-02-15,50
        d,2024-03-31,6
        e,2025-01-10,400000
        f,2025-02-14,5000
        g,2025-02-15,77`,
    },
  );

  it('expects, compares and forecasts by each kind of pacing', async () => {
    const card = await cards.card(project, { asOf: '2025-02-14' });
    const paced = (name: string) => {
      const { standing, status } = kpiOf(card, name);
      const { pacing } = standing;
      if (pacing === null) throw new Error('not paced');
      const { expected, pace, forecast, requiredRate, unitsLeft } = pacing;
      return [text(standing.value), text(expected), text(pace), text(forecast), text(requiredRate), unitsLeft, status];
    };
    expect(paced('linear')).toEqual(['405000', '450000', '0.9', '810000', '11000', 45, 'at_risk']);
    expect(paced('working').slice(0, 3)).toEqual(['405000', '464062.5', '0.8727272727272727272727272727272727']);
    expect(paced('working').slice(5)).toEqual([31, 'at_risk']);
    expect(paced('seasonal').slice(1, 3)).toEqual(['396000', '1.022727272727272727272727272727273']);
    expect(paced('seasonal').at(-1)).toBe('on_track');
    expect(kpiOf(card, 'linear').standing).toMatchObject({ elapsed: '0.5', attainment: { value: '0.45' } });
  });

  it('counts the days of a leap year', async () => {
    const { pacing } = kpiOf(await cards.card(project, { asOf: '2024-02-14' }), 'linear').standing;
    expect(text(pacing?.expected)).toBe('445054.9450549450549450549450549451');
  });

  it('is not due before the end of the period without pacing', async () => {
    const card = await cards.card(project, { asOf: '2025-02-14' });
    expect(kpiOf(card, 'unpaced')).toMatchObject({ status: 'not_due', standing: { because: { kind: 'period_open' } } });
    const after = await cards.card(project, { asOf: '2025-03-31' });
    expect(kpiOf(after, 'unpaced').status).toBe('off_track');
  });

  it('starts a level at its baseline', async () => {
    const level = given(
      `${sales}
kpis:
  level: { formula: avg(sales.amount), ${common}, direction: up, every: quarter, baseline: 20, target: 80, pacing: linear }
`,
      { sales: 'id,day,amount\na,2025-01-10,50' },
    );
    const { standing } = kpiOf(await cards.card(level, { asOf: '2025-02-14' }), 'level');
    expect([text(standing.pacing?.expected), text(standing.pacing?.pace)]).toEqual(['50', '1']);
    // Nothing is left to be had per day of a mean.
    expect(standing.pacing?.requiredRate).toBe(null);
  });
});

describe('K17', () => {
  it('scores less as better, from the baseline to the target', async () => {
    const cpa = (cap: string): string =>
      `formula: sum(sales.amount), ${common}, direction: down, every: month, baseline: 60, target: 40${cap}`;
    const project = given(
      `${sales}
kpis:
  cpa: { ${cpa('')} }
  uncapped: { ${cpa(', cap: 2')} }
  undefined_when_equal: { formula: sum(sales.amount), ${common}, direction: down, every: month, baseline: "prior(revenue, 1 year)", target: 40 }
`,
      {
        sales: `id,day,amount
          z,2024-01-31,40
          a,2025-01-31,50
          b,2025-02-28,40
          c,2025-03-31,36
          d,2025-04-30,70
          e,2025-05-31,60`,
      },
    );
    const card = await cards.card(project, { asOf: '2025-05-31' });
    const { history, standing } = kpiOf(card, 'cpa');
    expect(history.slice(-5).map((point) => `${text(point.value)} ${point.status}`)).toEqual([
      '50 off_track',
      '40 achieved',
      '36 achieved',
      '70 off_track',
      '60 off_track',
    ]);
    expect([text(standing.progress), text(standing.score), standing.attainment]).toEqual(['0', '0', null]);
    const at = async (name: string, period: string) =>
      kpiOf(await cards.card(project, { asOf: '2025-05-31', kpis: [name], period }), name).standing;
    expect(text((await at('cpa', '2025-01')).score)).toBe('0.5');
    expect(text((await at('cpa', '2025-03')).score)).toBe('1');
    expect(text((await at('uncapped', '2025-03')).score)).toBe('1.2');
    expect(text((await at('cpa', '2025-04')).progress)).toBe('-0.5');
    expect(text((await at('cpa', '2025-04')).score)).toBe('0');
    expect(await at('undefined_when_equal', '2025-01')).toMatchObject({
      status: 'no_data',
      because: { kind: 'no_value', reason: 'invalid_argument' },
      score: { value: null, reason: 'invalid_argument' },
    });
  });
});

describe('K19', () => {
  it('holds bands against unrounded numbers', async () => {
    const project = given(
      `
datasets:
  sales: { key: id, time: day, fields: { id: text, day: date, amount: decimal(4) } }
metrics:
  rate: { formula: sum(sales.amount), decimals: 1 }
owners: { o: { kind: team } }
goals: { g: { title: Sell, owner: o } }
kpis:
  rate: { metric: rate, ${common}, direction: up, every: month, target: { 2025-01: 1.1, 2025-02: 1, 2025-03: 1, 2025-04: 1, 2025-05: 1 }, status: { basis: score, on_track: 0.95, at_risk: 0.85 } }
  nine_tenths: { metric: rate, ${common}, direction: up, every: month, target: { 2025-01: 1.1 }, status: { basis: score, on_track: 0.9 } }
`,
      {
        sales: `id,day,amount
          a,2025-01-31,0.99
          b,2025-02-28,0.95
          c,2025-03-31,0.945
          d,2025-04-30,0.85
          e,2025-05-31,0.8499`,
      },
    );
    const card = await cards.card(project, { asOf: '2025-05-31' });
    const points = kpiOf(card, 'rate').history.slice(-4);
    expect(points.map((point) => `${text(point.value)} ${point.status}`)).toEqual([
      '1.0 on_track',
      '0.9 at_risk',
      '0.8 at_risk',
      '0.8 off_track',
    ]);
    const january = await cards.card(project, { asOf: '2025-05-31', kpis: ['nine_tenths'], period: '2025-01' });
    expect(kpiOf(january, 'nine_tenths')).toMatchObject({
      status: 'on_track',
      standing: { score: { value: '0.9' }, because: { kind: 'band', figure: { value: '0.9' }, bound: '0.9' } },
    });
  });
});

describe('K31', () => {
  it('rolls scores up, and says what share of the weight has data', async () => {
    const kpi = (dataset: string, goal: string, weight: number): string =>
      `{ formula: sum(${dataset}.amount), goal: ${goal}, owner: o, direction: up, every: month, target: 100, weight: ${weight}, status: { basis: score, on_track: 0.9, at_risk: 0.6 } }`;
    const names = ['revenue', 'new_customers', 'cac', 'romi'];
    const project = given(
      `
datasets:
${names.map((name) => `  ${name}_rows: { key: id, time: day, fields: { id: text, day: date, amount: integer } }`).join('\n')}
owners: { o: { kind: team } }
goals:
  efficiency: { title: E, owner: o, parent: root, weight: 0.4, status: worst }
  root: { title: R, owner: o, status: worst }
  growth: { title: G, owner: o, parent: root, weight: 0.6, status: worst }
kpis:
  revenue: ${kpi('revenue_rows', 'growth', 2)}
  new_customers: ${kpi('new_customers_rows', 'growth', 1)}
  cac: ${kpi('cac_rows', 'efficiency', 1)}
  romi: ${kpi('romi_rows', 'efficiency', 1)}
`,
      {
        revenue_rows: 'id,day,amount\na,2025-01-10,90',
        new_customers_rows: 'id,day,amount\na,2025-01-10,60',
        cac_rows: 'id,day,amount\na,2025-01-10,50',
        romi_rows: 'id,day,amount',
      },
    );
    const card = await cards.card(project, { asOf: '2025-01-31' });
    expect(card.kpis.map((one) => one.status)).toEqual(['on_track', 'at_risk', 'off_track', 'no_data']);
    expect(card.goals.map((one) => [one.goal, one.depth, text(one.score), one.coverage, one.status])).toEqual([
      ['root', 0, '0.68', '0.8', 'off_track'],
      ['efficiency', 1, '0.5', '0.5', 'off_track'],
      ['growth', 1, '0.8', '1', 'at_risk'],
    ]);
    expect(card.goals[0]?.decidedBy).toEqual({ kind: 'goal', name: 'efficiency' });
  });
});
