import { expect, test } from 'vitest';
import { complaints, shapeFiles } from './read.js';

const project = `
project: trailhead
calendar: { timezone: Europe/Berlin, week_starts: monday, fiscal_year_starts: february }
currency: EUR
data: data
connections:
  warehouse: { type: duckdb, file: warehouse.duckdb }
exchange_rates: { dataset: fx, from: ccy, to: quote, at: day, rate: rate }
`;

const sales = `
datasets:
  customers:
    from: customers.csv
    one: customer
    key: customer_id
    time: joined_on
    fields:
      customer_id: text
      segment: { type: text, values: [consumer, business] }
      joined_on: date
  orders:
    from: orders/*.parquet
    one: order
    key: [order_id, line]
    time: ordered_at
    fields:
      order_id: text
      campaign_id: { type: text, references: campaigns, as: billing, optional: true }
      ordered_at: timestamp
      amount: decimal(2) EUR
      net: { formula: "amount - coalesce(discount, 0 EUR)" }    # row-level field
  leads:
    from: { connection: warehouse, table: main.leads }
    valid: { from: f, until: next, each: lead_id }
    fields: { f: date, lead_id: text }

dimensions:
  channel: [orders.channel, ad_spend.channel]
  region: customers.region
  city: { title: City, fields: customers.city }

metrics:
  revenue: sum(orders.amount where status = 'paid')             # short form
  aov:
    title: Average order value
    formula: revenue / orders_placed
    decimals: 2
  cac: { formula: ad_cost / new_customers, unit: EUR/customer } # unit: checked
  rate:
    formula: |
      -- of all
      count(orders)
    format: percent

parameters: { discount_rate: 10% }

owners:
  marketing: { kind: team, contact: "#marketing" }
  head_of_sales: { kind: role, team: sales }

goals:
  growth: { title: Grow, parent: company, weight: 2, owner: marketing, status: worst, missing: strict }

kpis:
  cac_fy27:
    metric: cac
    goal: growth
    owner: marketing
    contributors: [sales]
    direction: down
    every: fiscal_quarter
    baseline: 60 EUR/customer
    target: { FY2027-Q1: 45 EUR/customer, FY2027-Q2: { web: 42 EUR/customer, shop: 50 EUR/customer } }
    pacing: { working_days: { holidays: holidays } }
    status: { basis: score, on_track: 0.95, at_risk: 0.85 }
    guardrails: [ { kpi: repeat_rate_fy27, at_least: at_risk }, other ]
    review: { every: 6 months, last: 2026-11-01 }
    benchmark: { population: shops, year: 2025, source: a study, percentiles: { p50: 40 EUR/customer } }

incentives:
  bonus:
    participants: marketing
    components: [ { kpi: cac_fy27, weight: 2 }, { goal: growth } ]
    amount: 1_000 EUR
    curve: [[0, 0], [1, 1]]
    gate: { kpi: cac_fy27, at_least: at_risk }

tests:
  cancelled orders bring no revenue.:
    given:
      orders:
        - { order_id: a, ordered_at: 2026-03-01T10:00:00Z, status: paid, amount: 10.10 }
        - { order_id: "", amount: }
    expect:
      - { metric: revenue, over: 2026-03, value: 10.10 EUR, by: { channel: web } }
      - { metric: cac, value: no value, reason: division_by_zero }

questions:
  monthly_by_channel: { metrics: [revenue, aov], by: channel, grain: month, limit: 10, order: revenue desc }

use: { marketing: { from: std/marketing, with: { spend: ad_cost } } }
`;

test('reads every section of a project', () => {
  const { value, diagnostics } = shapeFiles({ 'kpi.project.yaml': project, 'sales.kpi.yaml': sales });
  expect(diagnostics).toEqual([]);
  expect(value.broken).toEqual([]);
  expect(value.project.name?.text).toBe('trailhead');
  expect(value.project.calendar.fiscalYearStarts?.value).toBe(2);
  expect(value.project.calendar.weekStarts?.value).toBe('monday');
  expect(value.project.connections.map(({ name, type }) => [name.text, type?.text])).toEqual([['warehouse', 'duckdb']]);
  expect(value.project.exchangeRates?.to.text).toBe('quote');

  const [customers, orders, leads] = value.datasets;
  expect(customers?.fields.map(({ name, type }) => [name.text, type?.base])).toEqual([
    ['customer_id', 'text'],
    ['segment', 'text'],
    ['joined_on', 'date'],
  ]);
  expect(customers?.fields[1]?.values?.map(({ text }) => text)).toEqual(['consumer', 'business']);
  expect(orders?.key.map(({ text }) => text)).toEqual(['order_id', 'line']);
  expect(orders?.from).toMatchObject({ kind: 'files', path: { text: 'orders/*.parquet' } });
  expect(orders?.fields[1]).toMatchObject({
    optional: true,
    references: { dataset: { text: 'campaigns' }, as: { text: 'billing' } },
  });
  const amount = orders?.fields[3]?.type;
  expect(amount).toMatchObject({ base: 'decimal', scale: 2, unit: { text: 'EUR' } });
  expect(sales.slice(amount?.unit?.span.start, amount?.unit?.span.end)).toBe('EUR');
  expect(orders?.fields[4]?.formula?.text).toBe('amount - coalesce(discount, 0 EUR)');
  expect(leads?.from).toMatchObject({
    kind: 'table',
    connection: { text: 'warehouse' },
    table: { text: 'main.leads' },
  });
  expect(leads?.valid).toMatchObject({ untilNext: true, until: null, each: { text: 'lead_id' } });

  expect(value.dimensions.map(({ name, fields }) => [name.text, fields.map(({ text }) => text)])).toEqual([
    ['channel', ['orders.channel', 'ad_spend.channel']],
    ['region', ['customers.region']],
    ['city', ['customers.city']],
  ]);
  expect(value.metrics.map(({ name, formula }) => [name.text, formula.text])).toEqual([
    ['revenue', "sum(orders.amount where status = 'paid')"],
    ['aov', 'revenue / orders_placed'],
    ['cac', 'ad_cost / new_customers'],
    ['rate', '-- of all\ncount(orders)\n'],
  ]);
  expect(value.metrics[1]).toMatchObject({ title: { text: 'Average order value' }, decimals: { value: 2 } });
  const aov = value.metrics[1]?.span;
  expect(sales.slice(aov?.start, aov?.end).trimEnd()).toMatch(/^aov:[^]*decimals: 2$/);
  expect(value.parameters[0]?.value.text).toBe('10%');
  expect(value.owners[1]).toMatchObject({ kind: { value: 'role' }, team: { text: 'sales' } });
  expect(value.goals[0]).toMatchObject({
    weight: { text: '2' },
    status: { value: 'worst' },
    missing: { value: 'strict' },
  });

  const [kpi] = value.kpis;
  expect(kpi?.target).toMatchObject({
    kind: 'periods',
    periods: [
      { period: { text: 'FY2027-Q1' }, value: { text: '45 EUR/customer' }, groups: [] },
      { period: { text: 'FY2027-Q2' }, value: null, groups: [{ group: { text: 'web' } }, { group: { text: 'shop' } }] },
    ],
  });
  expect(kpi?.pacing).toMatchObject({ kind: 'working_days', holidays: { text: 'holidays' } });
  expect(kpi?.guardrails.map(({ kpi, atLeast }) => [kpi.text, atLeast?.text])).toEqual([
    ['repeat_rate_fy27', 'at_risk'],
    ['other', undefined],
  ]);
  expect(kpi?.review?.last?.text).toBe('2026-11-01');
  expect(kpi?.benchmark?.percentiles).toMatchObject([{ at: { text: 'p50' } }]);
  expect(value.incentives[0]).toMatchObject({
    participants: [{ text: 'marketing' }],
    curve: [
      [{ text: '0' }, {}],
      [{}, {}],
    ],
  });

  const [case1] = value.tests;
  expect(case1?.name.text).toBe('cancelled orders bring no revenue.');
  const given = case1?.given[0]?.source;
  expect(
    given?.kind === 'rows' && given.rows.map((row) => row.map(({ field, value }) => [field.text, value?.text ?? null])),
  ).toEqual([
    [
      ['order_id', 'a'],
      ['ordered_at', '2026-03-01T10:00:00Z'],
      ['status', 'paid'],
      ['amount', '10.10'],
    ],
    [
      ['order_id', null],
      ['amount', null],
    ],
  ]);
  expect(case1?.expect[0]).toMatchObject({
    value: { text: '10.10 EUR' },
    by: [{ dimension: { text: 'channel' }, value: { text: 'web' } }],
  });
  expect(value.questions[0]).toMatchObject({
    by: [{ text: 'channel' }],
    limit: { value: 10 },
    order: [{ text: 'revenue desc' }],
  });
  expect(value.uses[0]).toMatchObject({
    from: { text: 'std/marketing' },
    with: [{ input: { text: 'spend' }, value: { text: 'ad_cost' } }],
  });
});

test('without a project file there are defaults', () => {
  const { value, diagnostics } = shapeFiles({
    'a.kpi.yaml': 'metrics: { a: count(b) }\n',
    'b.kpi.yaml': '# nothing\n',
  });
  expect(diagnostics).toEqual([]);
  expect(value.project).toEqual({
    name: null,
    calendar: { timezone: null, weekStarts: null, fiscalYearStarts: null },
    currency: null,
    data: null,
    connections: [],
    exchangeRates: null,
    severities: [],
  });
});

test('files come in the order of their paths, whatever order they are given in', () => {
  const a = {
    'b.kpi.yaml': 'metrics: { b: count(x) }',
    'a.kpi.yaml': 'metrics: { a: count(x) }',
    'kpi.project.yaml': 'metrics: { p: count(x) }',
  };
  const reversed = Object.fromEntries(Object.entries(a).toReversed());
  expect(shapeFiles(a).value.metrics.map(({ name }) => name.text)).toEqual(['p', 'a', 'b']);
  expect(shapeFiles(reversed).value).toEqual(shapeFiles(a).value);
});

test('the project file nearest to the root counts, another one is an error', () => {
  const { value, diagnostics } = shapeFiles({
    'a/kpi.project.yaml': 'project: inner',
    'kpi.project.yaml': 'project: outer',
  });
  expect(value.project.name?.text).toBe('outer');
  expect(diagnostics).toMatchObject([
    { code: 'KPI1113', span: { file: 'a/kpi.project.yaml' }, related: [{ span: { file: 'kpi.project.yaml' } }] },
  ]);
});

test('a project key in a definition file is told where it belongs', () => {
  expect(complaints('currency: EUR\nmetrics: { a: count(b) }')).toEqual([
    'KPI1112 at <currency>: `currency` belongs in the project file',
  ]);
});

test('an empty section is no mistake, an empty definition is one', () => {
  expect(complaints('metrics:\nkpis:\n')).toEqual([]);
  expect(complaints('metrics:\n  revenue:\ngoals:\n  growth:\n')).toEqual([
    'KPI1104 at <revenue>: `revenue` has no value',
    'KPI1104 at <growth>: `growth` has no value',
  ]);
});

test('several mistakes give several diagnostics, and the rest is read', () => {
  const text = `
metrics:
  a: { formula: count(x), decimals: 010, colour: red }
  b: { titel: B, formula: count(y) }
  c: [count(z)]
  d: { title: D }
  e: count(w)
`;
  expect(complaints(text)).toEqual([
    'KPI1108 at <010>: `decimals` takes a whole number from 0 to 18, not `010`',
    'KPI1101 at <colour>: metric `a` has no key `colour`',
    'KPI1101 at <titel>: metric `b` has no key `titel`',
    'KPI1103 at <[count(z)]>: `c` takes a formula or a map, not a list',
    'KPI1102 at <d>: metric `d` has no `formula`',
  ]);
  const { value } = shapeFiles({ 'a.kpi.yaml': text });
  expect(value.metrics.map(({ name, decimals }) => [name.text, decimals])).toEqual([
    ['a', null],
    ['b', null],
    ['e', null],
  ]);
  expect(value.broken.map(({ section, name, key }) => [section, name.text, key])).toEqual([
    ['metrics', 'a', 'decimals'],
    ['metrics', 'b', 'title'],
    ['metrics', 'c', null],
    ['metrics', 'd', null],
  ]);
});

test('connections of other types come later', () => {
  expect(complaints('connections: { w: { type: postgres, file: x } }', 'kpi.project.yaml')).toEqual([
    'KPI1114 at <postgres>: `type` takes `duckdb`, not `postgres`',
  ]);
});
