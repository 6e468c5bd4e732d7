// From definitions and rows to a scorecard: targets, groups, periods, staleness, pay; always by the database and the reference alike.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { referenceAsker, scorecard, type Asker, type KpiReading } from '@sextant/engine';
import { makeDiagnostic } from '@sextant/parser';
import { rowsFromTexts } from '../../../packages/engine/src/reference/rows.js';
import { given, kpiOf, openCards, refusals, text, type Cards } from './cards.js';

let cards: Cards;
beforeAll(async () => {
  cards = await openCards();
});
afterAll(() => cards.close());

const shop = `
datasets:
  orders:
    one: order
    key: id
    time: at
    fields: { id: text, at: timestamp, country: text, amount: decimal(2) EUR }
  targets:
    key: [quarter, country]
    time: starts
    plan: true
    fields: { quarter: text, starts: date, country: text, goal: decimal(2) EUR }
dimensions:
  country: [orders.country, targets.country]
metrics:
  revenue: { formula: sum(orders.amount), decimals: 0 }
  placed: count(orders)
  aov: revenue / placed
owners: { o: { kind: team } }
goals: { g: { title: Sell, owner: o } }
`;
const project = 'project: p\ncurrency: EUR\n';
const tables = {
  orders: `id,at,country,amount
    a,2024-01-20T10:00:00Z,DE,100.00
    b,2024-03-20T10:00:00Z,FR,300.00
    c,2025-01-10T10:00:00Z,DE,120.00
    d,2025-02-10T10:00:00Z,FR,80.40`,
  targets: `quarter,starts,country,goal
    2025-Q1,2025-01-01,DE,200.00
    2025-Q1,2025-01-01,FR,100.00
    2025-Q1,2025-01-01,IT,50.00
    2025-Q2,2025-04-01,DE,10.00`,
};
const quarterly = 'goal: g, owner: o, direction: up, every: quarter';
const withKpis = (kpis: string) => given(`${shop}kpis:\n${kpis}`, tables, project);
const aim = (kpi: KpiReading): unknown => {
  const reading = kpi.standing.aim;
  return reading.kind === 'target' ? [text(reading.target), reading.source] : reading;
};
const slices = (kpi: KpiReading): readonly string[] =>
  kpi.slices.map(({ keys, standing: { value, aim: of, status } }) =>
    [keys.join(), text(value), of.kind === 'target' ? text(of.target) : '-', status].join(' '),
  );

describe('targets', () => {
  it('of a formula are said for the whole period, while the value is of a part', async () => {
    const kpis = withKpis(`
  growth: { metric: revenue, ${quarterly}, target: "prior(revenue, 1 year) * 1.15", pacing: linear }
  daily: { metric: revenue, ${quarterly}, target: "2 EUR * (days() / 1 day)", pacing: linear }
`);
    const card = await cards.card(kpis, { asOf: '2025-02-14' });
    // All of last year's quarter, also the order in March.
    expect(aim(kpiOf(card, 'growth'))).toEqual(['460', { kind: 'formula', text: 'prior(revenue, 1 year) * 1.15' }]);
    expect(text(kpiOf(card, 'growth').standing.value)).toBe('200');
    expect(aim(kpiOf(card, 'daily'))).toEqual(['180', expect.objectContaining({ kind: 'formula' })]);
  });

  it('of a dataset are found by the text of the period, or by its own time, and add up', async () => {
    const kpis = withKpis(`
  named: { metric: revenue, ${quarterly}, by: country, target: { from: targets, period: quarter, value: goal }, pacing: linear }
  timed: { metric: revenue, ${quarterly}, target: { from: targets, value: goal }, pacing: linear }
  mean: { metric: aov, goal: g, owner: o, direction: up, every: quarter, baseline: 0 EUR/order, by: country, target: { 2025-Q1: { DE: 70 EUR/order, FR: 60 EUR/order } } }
`);
    const card = await cards.card(kpis, { asOf: '2025-02-14' });
    const source = { kind: 'dataset', dataset: 'targets', period: '2025-Q1', rows: 3 };
    expect(aim(kpiOf(card, 'named'))).toEqual(['350', source]);
    expect(aim(kpiOf(card, 'timed'))).toEqual(['350', source]);
    expect(slices(kpiOf(card, 'named'))).toEqual([
      'DE 120 200 on_track',
      'FR 80 100 on_track',
      'IT (no_rows) 50 no_data',
    ]);
    // A mean has no target for all countries together.
    expect(aim(kpiOf(card, 'mean'))).toEqual(['(no_target)', { kind: 'none', period: '2025-Q1' }]);
    expect(kpiOf(card, 'mean').standing).toMatchObject({ status: 'no_data', because: { kind: 'no_target' } });
    const second = await cards.card(kpis, { asOf: '2025-05-14' });
    expect(aim(kpiOf(second, 'named'))).toEqual(['10', { ...source, period: '2025-Q2', rows: 1 }]);
    expect(aim(kpiOf(await cards.card(kpis, { asOf: '2025-07-14' }), 'named'))).toEqual([
      '(no_target)',
      { kind: 'none', period: '2025-Q3' },
    ]);
  });

  it('of groups are each its own, and a group without rows has one too', async () => {
    const kpis = withKpis(`
  orders: { metric: placed, ${quarterly}, by: country, pacing: linear, target: { 2025-Q1: { DE: 2 orders, FR: "prior(placed, 1 year) * 4", IT: 1 order } } }
`);
    const card = await cards.card(kpis, { asOf: '2025-03-31' });
    const kpi = kpiOf(card, 'orders');
    expect(slices(kpi)).toEqual(['DE 1 2 off_track', 'FR 1 4 off_track', 'IT 0 1 off_track']);
    // The formula of a group is computed in that group, also where the groups are added up.
    expect(aim(kpi)).toEqual(['7', { kind: 'groups', period: '2025-Q1', groups: ['DE', 'FR', 'IT'] }]);
    expect(kpi.slices[1]?.standing.aim).toMatchObject({ source: { kind: 'groups', groups: ['FR'] } });
  });

  it('of all groups together are none of each, where groups add up', async () => {
    const kpis = withKpis(`
  total: { metric: revenue, ${quarterly}, by: country, target: { 2025-Q1: 350 EUR } }
  rate: { metric: aov, ${quarterly}, by: country, baseline: 0 EUR/order, target: { 2025-Q1: 100 EUR/order } }
`);
    const card = await cards.card(kpis, { asOf: '2025-03-31' });
    expect(slices(kpiOf(card, 'total'))).toEqual(['DE 120 (no_target) no_data', 'FR 80 (no_target) no_data']);
    expect(slices(kpiOf(card, 'rate'))).toEqual(['DE 120 100 achieved', 'FR 80.4 100 off_track']);
    expect(kpiOf(card, 'total').status).toBe('off_track');
  });

  it('and bands follow parameters', async () => {
    const kpis = given(
      `${shop}parameters: { wanted: 200 EUR }
kpis:
  sales: { metric: revenue, ${quarterly}, target: wanted }
`,
      tables,
      project,
    );
    const at = async (parameters: Readonly<Record<string, string>>) =>
      kpiOf(await cards.card(kpis, { asOf: '2025-03-31', parameters }), 'sales').status;
    expect(await at({})).toBe('achieved');
    expect(await at({ wanted: '300 EUR' })).toBe('off_track');
  });
});

describe('periods', () => {
  const kpis = withKpis(`
  quarterly: { metric: revenue, ${quarterly}, target: 100 EUR, guardrails: [monthly] }
  monthly: { metric: revenue, goal: g, owner: o, direction: up, every: month, target: 100 EUR }
`);

  it('are those that hold as_of, with a history that is judged alike', async () => {
    const card = await cards.card(kpis, { asOf: '2025-02-28', history: 3 });
    const monthly = kpiOf(card, 'monthly');
    expect(monthly.period).toEqual({ label: '2025-02', start: '2025-02-01', end: '2025-03-01', complete: true });
    expect(
      monthly.history.map(({ period, value, target, status }) => [period.label, text(value), text(target), status]),
    ).toEqual([
      ['2024-12', '(no_rows)', '100', 'no_data'],
      ['2025-01', '120', '100', 'achieved'],
      ['2025-02', '80', '100', 'off_track'],
    ]);
    expect(kpiOf(card, 'quarterly').history.map(({ period, status }) => `${period.label} ${status}`)).toEqual([
      '2024-Q3 no_data',
      '2024-Q4 no_data',
      '2025-Q1 not_due',
    ]);
    expect((await cards.card(kpis, { asOf: '2025-02-28' })).kpis[0]?.history).toHaveLength(12);
  });

  it('may be asked for; guardrails are then those of that time', async () => {
    const asked = { asOf: '2025-06-30', kpis: ['quarterly'], period: '2025-Q1' };
    // March 2025 has no orders, so the guardrail holds nothing back.
    expect(kpiOf(await cards.card(kpis, asked), 'quarterly')).toMatchObject({
      ownStatus: 'achieved',
      status: 'achieved',
    });
    const early = { asOf: '2025-02-28', kpis: ['quarterly'], period: '2025-Q2' };
    const card = await cards.card(kpis, early);
    expect(kpiOf(card, 'quarterly')).toMatchObject({
      status: 'not_due',
      standing: { because: { kind: 'not_started' }, elapsed: '0' },
      trend: null,
      history: expect.arrayContaining([expect.objectContaining({ status: 'not_due' })]),
    });
    expect(card.kpis.map((one) => one.kpi)).toEqual(['quarterly']);
    const held = withKpis(`
  quarterly: { metric: revenue, ${quarterly}, target: { 2025-Q1: 100 EUR }, guardrails: [february] }
  february: { metric: revenue, goal: g, owner: o, direction: up, every: quarter, target: { 2025-Q1: 500 EUR } }
`);
    expect(kpiOf(await cards.card(held, asked), 'quarterly')).toMatchObject({
      ownStatus: 'achieved',
      status: 'off_track',
      heldBackBy: [{ kpi: 'february', status: 'off_track' }],
    });
  });

  it('name the KPIs that are judged in them', async () => {
    const card = await cards.card(kpis, { asOf: '2025-06-30', period: '2025-01' });
    expect(card.kpis.map((one) => `${one.kpi} ${one.status}`)).toEqual(['monthly achieved']);
  });

  it('of a calendar dataset compare when they are whole', async () => {
    const own = given(
      `
datasets:
  days: { key: day, time: day, plan: true, calendar: { day: day, levels: [cycle] }, fields: { day: date, cycle: text } }
  orders: { key: id, time: on, fields: { id: text, on: date } }
metrics: { placed: count(orders) }
owners: { o: { kind: team } }
goals: { g: { title: Sell, owner: o } }
kpis:
  orders: { metric: placed, goal: g, owner: o, direction: up, every: days.cycle, target: { C2: 2, C3: 1 }, pacing: linear }
`,
      {
        days: `day,cycle
          2025-01-01,C1
          2025-01-04,C1
          2025-01-05,C2
          2025-01-07,C2
          2025-01-08,C3
          2025-01-12,C3`,
        orders: 'id,on\na,2025-01-02\nb,2025-01-05\nc,2025-01-06\nd,2025-01-08',
      },
    );
    const over = kpiOf(await cards.card(own, { asOf: '2025-01-07' }), 'orders');
    expect([over.period.label, over.status, over.trend?.direction, over.trend?.versus]).toEqual([
      'C2',
      'achieved',
      'improving',
      'C1',
    ]);
    expect(over.history.map((point) => point.period.label)).toEqual(['C1', 'C2']);
    const open = kpiOf(await cards.card(own, { asOf: '2025-01-09' }), 'orders');
    expect([open.status, open.trend?.direction, open.standing.elapsed]).toEqual(['on_track', null, '0.4']);
    const named = await cards.card(own, { asOf: '2025-01-09', kpis: ['orders'], period: 'C2' });
    expect(kpiOf(named, 'orders').status).toBe('achieved');
    const beyond = kpiOf(await cards.card(own, { asOf: '2025-02-09' }), 'orders');
    expect(beyond).toMatchObject({
      status: 'no_data',
      standing: { because: { kind: 'no_value', reason: 'no_bucket' } },
    });
  });
});

it('trends compare like with like, beyond what is material', async () => {
  const kpis = withKpis(`
  year: { metric: revenue, ${quarterly}, target: 500 EUR, pacing: linear, compare: 1 year, materiality: 150 EUR }
  before: { metric: revenue, ${quarterly}, target: 500 EUR, pacing: linear }
`);
  const card = await cards.card(kpis, { asOf: '2025-02-14' });
  // The order of March 2024 is after the same day of last year.
  expect(kpiOf(card, 'year').trend).toMatchObject({
    direction: 'flat',
    versus: '1 year',
    prior: { value: '100' },
    change: { value: '100' },
  });
  expect(kpiOf(card, 'before').trend).toMatchObject({
    direction: null,
    versus: '2024-Q4',
    prior: { reason: 'no_rows' },
  });
});

describe('freshness', () => {
  const stale = (time: string, within: string) =>
    given(
      `
datasets:
  visits: { key: id, time: at, fresh_within: ${within}, fields: { id: text, at: ${time} } }
metrics: { visits: count(visits) }
owners: { o: { kind: team } }
goals: { g: { title: See, owner: o } }
kpis:
  visits: { metric: visits, goal: g, owner: o, direction: up, every: month, target: 2, pacing: linear }
`,
      { visits: `id,at\na,2025-01-05${time === 'date' ? '' : 'T23:30:00Z'}` },
      'project: p\ncalendar: { timezone: Europe/Berlin }\n',
    );
  const status = async (time: string, within: string, asOf: string) =>
    kpiOf(await cards.card(stale(time, within), { asOf }), 'visits');

  it('counts days of dates up to the end of as_of', async () => {
    expect((await status('date', '2 days', '2025-01-06')).status).toBe('on_track');
    const found = await status('date', '2 days', '2025-01-07');
    expect(found).toMatchObject({
      status: 'stale',
      stale: [{ dataset: 'visits', last: '2025-01-05', within: '2 days' }],
      standing: { because: { kind: 'stale', dataset: 'visits' }, score: { value: '0.5' } },
    });
  });

  it('takes instants in the calendar of the project', async () => {
    // Half past midnight of the sixth in Berlin.
    expect((await status('timestamp', '1 day', '2025-01-06')).status).toBe('on_track');
    expect((await status('timestamp', '1 day', '2025-01-07')).stale).toEqual([
      { dataset: 'visits', last: '2025-01-06', within: '1 day' },
    ]);
  });

  it('says nothing of periods that ended before', async () => {
    const kpi = await status('date', '2 days', '2025-03-20');
    expect(kpi.history.slice(-3).map((point) => point.status)).toEqual(['off_track', 'off_track', 'stale']);
  });

  it('of a dataset without rows is unknown, and stale', async () => {
    expect((await status('date', '2 days', '2025-01-04')).stale).toEqual([
      { dataset: 'visits', last: null, within: '2 days' },
    ]);
  });
});

it('incentives pay in the smallest amounts of their currency, and say when it can still change', async () => {
  const paid = (pay: string) =>
    given(
      `${shop}
kpis:
  sales: { metric: revenue, ${quarterly}, target: 300 EUR, pacing: linear }
  gate: { metric: placed, ${quarterly}, target: 2 orders }
incentives:
  bonus: { participants: o, components: [ { kpi: sales, weight: 2 }, { goal: g } ], ${pay}, gate: { kpi: gate, at_least: at_risk } }
`,
      tables,
      project,
    );
  const over = await cards.card(paid('amount: 1_000 EUR'), { asOf: '2025-03-31' });
  // Sales 0.668, the goal their mean with 1.
  expect(over.incentives).toMatchObject([
    {
      components: [{ score: { value: '0.668' } }, { score: { value: '0.834' } }],
      gate: { passed: true, status: 'achieved' },
      share: { value: '0.7233333333333333333333333333333333' },
      payout: { value: '723.33' },
      provisional: false,
    },
  ]);
  const yen = await cards.card(paid('amount: 1_000 JPY, cap: 500 JPY'), { asOf: '2025-03-31' });
  expect(yen.incentives[0]).toMatchObject({ currency: 'JPY', amount: '1000', cap: '500', payout: { value: '500' } });
  const open = await cards.card(paid('amount: 1_000 EUR'), { asOf: '2025-02-14' });
  expect(open.incentives[0]).toMatchObject({ gate: { passed: null }, payout: { value: null }, provisional: true });
});

it('the playbook speaks of the status after guardrails', async () => {
  const kpis = given(
    `${shop}
kpis:
  sales:
    metric: revenue
    ${quarterly.replaceAll(', ', '\n    ')}
    target: 1 EUR
    guardrails: [orders_placed]
    playbook: { achieved: Say thanks., off_track: Look at the orders. }
  orders_placed: { metric: placed, ${quarterly}, target: 1_000 orders, playbook: { at_risk: Wait. } }
`,
    tables,
    project,
  );
  const { kpis: found } = await cards.card(kpis, { asOf: '2025-03-31' });
  expect(found.map(({ ownStatus, status, playbook }) => [ownStatus, status, playbook])).toEqual([
    ['achieved', 'off_track', 'Look at the orders.'],
    ['off_track', 'off_track', null],
  ]);
});

it('incentives pay nothing yet for a KPI that is not judged', async () => {
  const kpis = given(
    `${shop}
kpis:
  sales: { metric: revenue, ${quarterly}, target: 300 EUR, pacing: linear }
  placed_so_far: { metric: placed, ${quarterly}, target: 2 orders }
incentives:
  bonus: { participants: o, components: [ { kpi: sales }, { kpi: placed_so_far } ], amount: 1_000 EUR }
`,
    tables,
    project,
  );
  const open = await cards.card(kpis, { asOf: '2025-02-14' });
  expect(open.kpis.map((one) => one.status)).toEqual(['on_track', 'not_due']);
  expect(open.incentives[0]).toMatchObject({
    components: [{ score: { reason: null } }, { score: { value: null, reason: 'not_due' } }],
    score: { value: null, reason: 'not_due' },
    payout: { value: null, reason: 'not_due' },
    provisional: true,
  });
  const over = await cards.card(kpis, { asOf: '2025-03-31' });
  expect(over.incentives[0]?.payout.value).not.toBeNull();
});

it('a part of the KPIs comes with the goals above them, computed from all that they need', async () => {
  const kpis = given(
    `${shop.replace('goals: { g: { title: Sell, owner: o } }', '')}
goals:
  top: { title: T, owner: o, status: worst }
  g: { title: Sell, owner: o, parent: top }
  other: { title: O, owner: o, parent: top }
  apart: { title: A, owner: o }
kpis:
  one: { metric: revenue, ${quarterly}, target: 100 EUR }
  two: { metric: revenue, ${quarterly.replace('goal: g', 'goal: other')}, target: 1_000 EUR }
  three: { metric: revenue, ${quarterly.replace('goal: g', 'goal: apart')}, target: 1_000 EUR }
`,
    tables,
    project,
  );
  const card = await cards.card(kpis, { asOf: '2025-03-31', kpis: ['one'] });
  expect(card.kpis.map((one) => one.kpi)).toEqual(['one']);
  expect(card.goals.map((one) => `${one.goal} ${one.status}`)).toEqual(['top off_track', 'g achieved']);
  expect(card.incentives).toEqual([]);
});

it('what the database does not compute is asked apart, and says the same', async () => {
  const two = withKpis(`
  sales: { metric: revenue, ${quarterly}, target: 100 EUR }
  orders: { metric: placed, ${quarterly}, target: 1 order }
  mean: { metric: aov, ${quarterly}, baseline: 0 EUR/order, target: 90 EUR/order }
`);
  const reference = referenceAsker(two.graph, rowsFromTexts(two.graph, two.texts).value);
  const asked: string[] = [];
  const asker: Asker = {
    ...reference,
    isPlanned: async ({ metrics }) => metrics.every((metric) => !metric.name.startsWith('orders')),
    values: (question) => {
      asked.push([...new Set(question.metrics.map((metric) => metric.name.split(' ')[0]))].join());
      return reference.values(question);
    },
  };
  const apart = await scorecard(two.graph, asker, { asOf: '2025-03-31' });
  expect(asked).toEqual(['sales,mean', 'orders']);
  expect(apart).toEqual(await scorecard(two.graph, reference, { asOf: '2025-03-31' }));
});

describe('what is wrong', () => {
  const kpis = withKpis(`  sales: { metric: revenue, ${quarterly}, target: 300 EUR }\n`);
  const said = async (options: Parameters<typeof refusals>[1]) =>
    (await refusals(kpis, options)).map((one) => `${one.code} ${one.span.file}: ${one.message}`);

  it('with what was said is refused', async () => {
    expect(await said({ asOf: '2025-02-30' })).toEqual(['KPI4020 --as-of: `2025-02-30` is no day']);
    expect(await said({ asOf: '2025-02-03', kpis: ['sale'] })).toEqual([expect.stringMatching(/^KPI2\d+ kpi 1: /)]);
    expect(await said({ asOf: '2025-02-03', kpis: ['sales'], period: '2025-01' })).toEqual([
      'KPI4020 --period: `2025-01` is no quarter, and `sales` is judged by quarter',
    ]);
    expect(await said({ asOf: '2025-02-03', kpis: ['sales'], period: 'soon' })).toEqual([
      expect.stringMatching(/^KPI4020 --period: /),
    ]);
    expect(await said({ asOf: '2025-02-03', period: '2025-01' })).toEqual([
      'KPI4020 --period: no KPI is judged in `2025-01`',
    ]);
    expect(await said({ asOf: '2025-02-03', parameters: { x: '1' } })).toEqual([expect.stringMatching(/--param x/)]);
  });

  it('with one KPI is said at its definition, and the others stand', async () => {
    const two = withKpis(`
  sales: { metric: revenue, ${quarterly}, target: 100 EUR }
  orders: { metric: placed, ${quarterly}, target: 1 order }
`);
    const { value: rows } = rowsFromTexts(two.graph, two.texts);
    const reference = referenceAsker(two.graph, rows);
    const asker: Asker = {
      ...reference,
      values: async (question) =>
        question.metrics.some((metric) => metric.name.startsWith('orders'))
          ? {
              value: null,
              diagnostics: [makeDiagnostic('KPI9004', 'too many rows', { file: 'metric 1', start: 0, end: 1 })],
            }
          : reference.values(question),
    };
    const { value } = await scorecard(two.graph, asker, { asOf: '2025-03-31' });
    expect(value?.kpis.map((one) => `${one.kpi} ${one.status}`)).toEqual(['sales achieved', 'orders no_data']);
    expect(value?.diagnostics).toMatchObject([{ code: 'KPI9004', span: { file: 'a.kpi.yaml' } }]);
  });
});
