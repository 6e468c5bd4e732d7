// What the use of a library makes: its metrics and parameters, over what stands for its inputs.
import { expect, test } from 'vitest';
import { showType } from '../expect-diagnostics.js';
import { parse, said } from '../expect-diagnostics.js';
import { graphOf, LIBRARY, made, project, WITH } from './ads.js';

test('metrics that are no input, with the names of the project', () => {
  expect(made(project(`  ads:\n    from: libs/ads\n    version: 1\n    with:${WITH}`))).toEqual([
    'ads.cost_per_lead = ad_cost / calls_made : USD/call',
    "ads.revenue = sum(sales.net * ads.share_kept where state = 'paid') : USD",
    'ads.revenue_abroad = sum(sales.net where sales.payer.land <> ads.home) : USD',
    'ads.roas = ads.revenue / ad_cost : ',
    "ads.paid_spend = ad_cost where medium = 'paid' : USD",
    'ads.buyers = count(distinct sales.customer) : person',
  ]);
});

test('only what is asked for, and what it is made of, needs inputs', () => {
  expect(
    made(project('  ads: { from: libs/ads, only: cost_per_lead, with: { spend: ad_cost, leads: calls_made } }')),
  ).toEqual(['ads.cost_per_lead = ad_cost / calls_made : USD/call']);
});

test('a parameter has the default of the library, or the value of the use', () => {
  const use = (value: string): string =>
    `  ads: { from: libs/ads, only: revenue, with: { orders: { dataset: sales, fields: { amount: net, status: state } }${value} } }`;
  const value = (texts: ReturnType<typeof project>): unknown => graphOf(texts).parameters.get('ads.share_kept')?.value;
  expect(value(project(use('')))).toMatchObject({ kind: 'const', value: { text: '1.00' } });
  expect(value(project(use(', share_kept: 1 - tax'), 'parameters:\n  tax: 19%\n'))).toMatchObject({ kind: 'call' });
  expect(said(project(use(', share_kept: 1 - tax'), 'parameters:\n  tax: 19%\n'))).toEqual([]);
});

test('two uses of one library, one over the other', () => {
  const texts = project(
    `  ads: { from: libs/ads, only: cost_per_lead, with: { spend: ad_cost, leads: calls_made } }
  more: { from: ./libs/ads/, only: cost_per_lead, with: { spend: doubled, leads: calls_made } }`,
    'metrics:\n  doubled: ads.cost_per_lead * calls_made * 2\n  both: ads.cost_per_lead + more.cost_per_lead\n',
  );
  expect(made(texts)).toEqual([
    'ads.cost_per_lead = ad_cost / calls_made : USD/call',
    'more.cost_per_lead = doubled / calls_made : USD/call',
  ]);
  expect(showType(graphOf(texts).metrics.get('both')?.type ?? fail())).toBe('exact quotient USD/call');
});

test('names that formulas put into quotes', () => {
  const texts = project(
    `  the ads: { from: libs/ads, only: roas, with: { spend: ad cost, orders: { dataset: sales, fields: { amount: net, status: state } } } }`,
    'metrics:\n  ad cost: sum(costs.cost)\n',
  );
  expect(made(texts)).toEqual([
    'the ads.revenue = sum(sales.net * "the ads".share_kept where state = \'paid\') : USD',
    'the ads.roas = "the ads".revenue / "ad cost" : ',
  ]);
});

test('guardrails are those of the project, and left out where they are not made', () => {
  const guards = (texts: ReturnType<typeof project>): unknown =>
    graphOf(texts)
      .metrics.get('ads.cost_per_lead')
      ?.def.guardrails?.map(({ text }) => text);
  expect(guards(project(`  ads:\n    from: libs/ads\n    with:${WITH}`))).toEqual(['calls_made', 'ads.roas']);
  expect(
    guards(project('  ads: { from: libs/ads, only: cost_per_lead, with: { spend: ad_cost, leads: calls_made } }')),
  ).toEqual(['calls_made']);
});

test('KPIs, questions and tests name what is made; parameters of libraries can be given', () => {
  const texts = project(
    `  ads: { from: libs/ads, only: [roas], with: { spend: ad_cost, orders: { dataset: sales, fields: { amount: net, status: state } } } }`,
    `owners: { team: { kind: team } }
goals: { growth: { owner: team } }
kpis:
  roas: { metric: ads.roas, goal: growth, owner: team, direction: up, every: month, target: 4, baseline: 1 }
questions:
  asked: { metrics: [ads.roas], grain: month, from: 2026-01, to: 2026-02, parameters: { ads.share_kept: 50% } }
tests:
  one sale:
    given:
      sales: [{ nr: a, sold_on: 2026-01-01, net: 10.00, state: paid }]
      costs: [{ day: 2026-01-01, cost: 4.00 }]
    parameters: { ads.share_kept: 50% }
    expect: [{ metric: ads.roas, over: 2026-01, value: 1.25 }]
`,
  );
  expect(said(texts)).toEqual([]);
});

test('a definition says where it comes from', () => {
  const origin = graphOf(
    project('  ads: { from: libs/ads, only: cost_per_lead, with: { spend: ad_cost, leads: calls_made } }'),
  ).metrics.get('ads.cost_per_lead')?.def.origin;
  expect(origin).toMatchObject({
    alias: 'ads',
    folder: 'libs/ads',
    library: 'ads',
    version: '1.2.0',
    name: 'cost_per_lead',
  });
});

test('places are those of the library', () => {
  const { graph } = parse(project(`  ads:\n    from: libs/ads\n    with:${WITH}`));
  const def = graph.metrics.get('ads.roas')?.def;
  const { file, start, end } = def?.formula.span ?? fail();
  expect([file, LIBRARY['libs/ads/ads.kpi.yaml'].slice(start, end)]).toEqual([
    'libs/ads/ads.kpi.yaml',
    'revenue / spend',
  ]);
});

test('what is made of what', () => {
  const graph = graphOf(project(`  ads:\n    from: libs/ads\n    with:${WITH}`));
  expect(
    graph.uses.get('ads')?.library?.inputs.map(({ name, kind, bound, fields }) => [name, kind, bound, [...fields]]),
  ).toEqual([
    ['spend', 'metric', 'ad_cost', []],
    ['leads', 'metric', 'calls_made', []],
    [
      'orders',
      'dataset',
      'sales',
      [
        ['amount', 'net'],
        ['status', 'state'],
        ['buyer', 'customer'],
      ],
    ],
    ['customers', 'dataset', 'people', [['country', 'land']]],
    ['channel', 'dimension', 'medium', []],
  ]);
  expect(graph.edges).toContainEqual({ from: 'metric:ads.roas', kind: 'uses', to: 'metric:ad_cost' });
});

test('a unit of the library that is a length of time stays, money and things are those of the project', () => {
  const library = {
    'libs/time/kpi.library.yaml':
      'library: time\nversion: 0.1.0\ninputs:\n  work: Hours of work.\n  paid: What was paid.\n',
    'libs/time/t.kpi.yaml': `datasets:
  days: { from: d.csv, key: day, time: day, fields: { day: date, took: integer minute, wage: decimal(2) EUR } }
metrics:
  work: sum(days.took)
  paid: sum(days.wage)
  wage: { formula: paid / work, unit: EUR/hour }
`,
  };
  const own = `datasets:
  shifts: { from: d.csv, key: day, time: day, fields: { day: date, took: integer minute, wage: decimal(2) USD } }
metrics:
  minutes: sum(shifts.took)
  wages: sum(shifts.wage)
use:
  t: { from: libs/time, with: { work: minutes, paid: wages } }
`;
  expect(made({ 'a.kpi.yaml': own, ...library })).toEqual(['t.wage = wages / minutes : USD/hour']);
});

function fail(): never {
  throw new Error('not there');
}
