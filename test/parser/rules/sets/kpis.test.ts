// What a set of KPIs and incentives lacks.
import { expect, test } from 'vitest';
import { saidOf, saidWith } from '../sets.js';

test('a volume without a guardrail', () => {
  expect(saidOf([[', guardrails: [returns]', '']])).toEqual(['KPI6048 @ revenue_month']);
  expect(
    saidOf([
      [
        'direction: up, every: month, target: 100 EUR, guardrails: [returns]',
        'every: month, at_least: 100 EUR, worst: 0 EUR',
      ],
    ]),
  ).toEqual(['KPI6048 @ revenue_month']);
  // Neither less of it, nor what does not add up, nor hours.
  expect(
    saidOf([
      [', guardrails: [returns]', ''],
      ['direction: up', 'direction: down, baseline: 200 EUR'],
    ]),
  ).toEqual([]);
  expect(
    saidOf([
      [', guardrails: [returns]', ''],
      ['metric: revenue,', 'formula: revenue / placed,'],
      ['target: 100 EUR', 'target: 9 EUR/order, baseline: 1 EUR/order'],
    ]),
  ).toEqual([]);
});

test('metrics that nothing uses are said where a project asks for it', () => {
  const on = '{ KPI6049: warning }';
  expect(saidWith('metrics', 'spare: placed * 2')).toEqual([]);
  expect(saidWith('metrics', 'spare: placed * 2', on)).toEqual(['KPI6049 @ spare']);
  expect(
    saidOf(
      [
        ['target: 100 EUR', 'target: spare * 1'],
        ['owners:\n', '  spare: revenue * 2\nowners:\n'],
      ],
      on,
    ),
  ).toEqual([]);
  expect(
    saidOf(
      [['owners:\n', '  spare: placed * 2\nquestions: { q: { metrics: [revenue], having: spare > 2 } }\nowners:\n']],
      on,
    ),
  ).toEqual([]);
  expect(
    saidOf(
      [
        [
          'owners:\n',
          '  spare: placed * 2\ntests: { t: { given: { orders: [{ order_id: a, day: 2026-01-01 }] }, expect: [{ metric: spare, over: 2026-01, value: 2 orders }] } }\nowners:\n',
        ],
      ],
      on,
    ),
  ).toEqual(['KPI6049 @ spare']);
});

test('weights that are shares of 1', () => {
  const weights = (a: string, b: string): readonly string[] =>
    saidOf([
      ['care: {', `care: { weight: ${a},`],
      ['goal: company,', `goal: company, weight: ${b},`],
    ]);
  expect(weights('0.5', '0.5')).toEqual([]);
  expect(weights('0.5', '0.50')).toEqual([]);
  expect(weights('0.1', '0.2')).toEqual(['KPI6050 @ company']);
  expect(weights('0.7', '0.4')).toEqual(['KPI6050 @ company']);
  expect(weights('2', '0.5')).toEqual([]);
  expect(saidOf([['care: {', 'care: { weight: 0.5,']])).toEqual([]);
  const incentive = (text: string): readonly string[] =>
    saidOf([
      ['owners:\n', `incentives:\n  i: { participants: sales, amount: 5 EUR, components: [${text}] }\nowners:\n`],
    ]);
  expect(incentive('{ goal: company, weight: 0.9 }, { kpi: returns, weight: 0.1 }')).toEqual([]);
  expect(incentive('{ goal: company, weight: 0.9 }, { kpi: returns, weight: 0.2 }')).toEqual(['KPI6050 @ i']);
});

test('descriptions and playbooks are asked for by a project', () => {
  const on = '{ KPI6053: info, KPI6054: warning }';
  const book = ', playbook: { off_track: Do. } }';
  const kpis = [
    ['guardrails: [returns] }', `guardrails: [returns]${book}`],
    ['worst: 20% }', `worst: 20%${book}`],
  ] as const;
  expect(saidOf(kpis, on)).toEqual([]);
  expect(saidOf([], on)).toEqual(['KPI6054 @ revenue_month', 'KPI6054 @ returns']);
  expect(
    saidOf([...kpis, ['title: Care, description: Care.,', 'title: Care,'], [', description: All orders.', '']], on),
  ).toEqual(['KPI6053 @ placed', 'KPI6053 @ care']);
  expect(saidOf([['title: Care, description: Care.,', 'title: Care,']])).toEqual([]);
});

test('an old benchmark, where the goal has a period', () => {
  const year = (period: string, year: string): readonly string[] =>
    saidOf([
      ['company: { title', `company: { ${period} title`],
      ['goal: care,', `goal: care, benchmark: { population: shops, year: ${year}, source: a survey, value: 4% },`],
    ]);
  expect(year('period: FY2027,', '2021')).toEqual(['KPI6056 @ 2021']);
  expect(year('period: FY2027,', '2022')).toEqual([]);
  expect(year('period: 2027-Q1,', '2021')).toEqual(['KPI6056 @ 2021']);
  expect(year('', '1990')).toEqual([]);
});

test('incentives: a goal of the company, no jumps', () => {
  const incentive = (text: string, severity = ''): readonly string[] =>
    saidOf([['owners:\n', `incentives:\n  i: { participants: sales, amount: 5 EUR, ${text} }\nowners:\n`]], severity);
  const on = '{ KPI6057: warning }';
  expect(incentive('components: [{ kpi: returns }]')).toEqual([]);
  expect(incentive('components: [{ kpi: returns }, { goal: care }]', on)).toEqual(['KPI6057 @ i']);
  expect(incentive('components: [{ goal: company }]', on)).toEqual([]);
  expect(incentive('components: [{ goal: company }], curve: [[0.8, 0], [80%, 0.5], [1, 1]]')).toEqual([
    'KPI6058 @ 80%',
  ]);
  expect(incentive('components: [{ goal: company }], curve: [[0.8, 0], [1, 1]]')).toEqual([]);
});

test('a direction against that of the metric', () => {
  const said = (direction: string): readonly string[] =>
    saidWith('metrics', `turnover: { formula: revenue * 2, direction: ${direction} }`).concat(
      saidOf([
        ['metric: revenue,', 'metric: turnover,'],
        ['owners:\n', `  turnover: { formula: revenue * 2, direction: ${direction} }\nowners:\n`],
      ]),
    );
  expect(said('down')).toEqual(['KPI6065 @ up']);
  expect(said('up')).toEqual([]);
  expect(said('neither')).toEqual([]);
});

test('a volume without a guardrail: its metric may propose some', () => {
  expect(
    saidOf([
      [', guardrails: [returns]', ''],
      ['owners:\n', '  careful: { formula: revenue * 2, guardrails: [placed] }\nowners:\n'],
      ['metric: revenue,', 'metric: careful,'],
    ]),
  ).toEqual(['KPI6048 @ revenue_month']);
  expect(saidWith('metrics', 'careful: { formula: revenue * 2, guardrails: [plcaed] }')).toEqual(['KPI2001 @ plcaed']);
});
