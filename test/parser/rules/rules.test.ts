// What the rules say of the whole.
import { expect, test } from 'vitest';
import { said, words } from '../expect-diagnostics.js';
import { base, kpi, saidAfter, saidWith } from './rules.js';

test('the base has no mistakes', () => {
  expect(said(base)).toEqual([]);
  expect(saidAfter(kpi())).toEqual([]);
});

test('a KPI has a number, a goal, an owner, a direction and a target', () => {
  expect(saidAfter(kpi({ metric: null }))).toEqual(['KPI1102 @ k']);
  expect(saidAfter(kpi({ goal: null }))).toEqual(['KPI6001 @ k']);
  expect(saidAfter(kpi({ owner: null }))).toEqual(['KPI6002 @ k']);
  expect(saidAfter(kpi({ direction: null }))).toEqual(['KPI6003 @ k']);
  expect(saidAfter(kpi({ target: null }))).toEqual(['KPI6004 @ k']);
  expect(saidAfter('kpis:\n  k: { metric: revenue, every: month }\n')).toEqual([
    'KPI6001 @ k',
    'KPI6002 @ k',
    'KPI6003 @ k',
    'KPI6004 @ k',
  ]);
});

test('limits and ranges say the direction and are targets', () => {
  expect(saidAfter(kpi({ direction: null, target: null, at_most: '5 EUR', worst: '9 EUR' }))).toEqual([]);
  expect(saidAfter(kpi({ direction: null, target: null, range: '[4 EUR, 5 EUR]', tolerance: '1 EUR' }))).toEqual([]);
});

test('a part that was written in a wrong shape is not missing', () => {
  expect(saidAfter(kpi({ goal: '[more]' }))).toEqual(['KPI1103 @ [more]']);
  expect(saidAfter(kpi({ direction: 'upwards' }))).toEqual(['KPI1107 @ upwards']);
  expect(saidAfter(kpi({ metric: null, metirc: 'revenue' }))).toEqual(['KPI1101 @ metirc']);
});

test.each([
  [kpi({ goal: 'mor' }), 'KPI2001 @ mor'],
  [kpi({ owner: 'sale' }), 'KPI2001 @ sale'],
  [kpi({ contributors: '[sales, hed]' }), 'KPI2001 @ hed'],
  [kpi({ guardrails: '[ { kpi: kk, at_least: at_risk } ]' }), 'KPI2001 @ kk'],
  [kpi({ metric: 'revenu' }), 'KPI2001 @ revenu'],
  [kpi({ target: '{ from: plan, value: amount }' }), 'KPI2001 @ plan'],
  [kpi({ pacing: '{ working_days: { holidays: holidayz } }' }), 'KPI2001 @ holidayz'],
  ['goals:\n  g: { title: G, parent: gro }\n', 'KPI2001 @ gro'],
  ['goals:\n  g: { title: G, owner: sals }\n', 'KPI2001 @ sals'],
  ['owners:\n  x: { kind: role, team: sals }\n', 'KPI2001 @ sals'],
  ['metrics:\n  x: { formula: revenue, owner: sals }\n', 'KPI2001 @ sals'],
  ['datasets:\n  x: { from: { connection: wh, table: t }, fields: { a: text } }\n', 'KPI2001 @ wh'],
  [
    'tests:\n  t: { given: { order: [ { a: 1 } ] }, expect: [ { metric: revenue, over: 2026-01, value: 1 EUR } ] }\n',
    'KPI2001 @ order',
  ],
  [
    'tests:\n  t: { given: { orders: [ { amuont: 1 } ] }, expect: [ { metric: revenue, over: 2026-01, value: 1 EUR } ] }\n',
    'KPI2001 @ amuont',
  ],
  [
    'tests:\n  t: { given: { orders: [ { amount: 1 } ] }, expect: [ { metric: revenu, over: 2026-01, value: 1 EUR } ] }\n',
    'KPI2001 @ revenu',
  ],
])('names outside formulas: %s', (text, wanted) => {
  expect(saidAfter(text)).toEqual([wanted]);
});

test('a KPI where it is measured: mistakes in formula and in where, each at its place', () => {
  expect(saidAfter(kpi({ metric: null, formula: 'revenue * 2', where: "chanel = 'web'" }))).toEqual([
    'KPI2001 @ chanel',
  ]);
  expect(
    saidAfter(kpi({ metric: null, target: '5', formula: "visited where channel = 'x'", where: "region = 'EU'" })),
  ).toEqual(['KPI4004 @ channel', 'KPI4004 @ region']);
  expect(saidAfter(kpi({ metric: 'visited', target: '5', where: "region = 'EU'" }))).toEqual(['KPI4004 @ region']);
  expect(saidAfter(kpi({ where: 'orders.amount' }))).toEqual(['KPI3007 @ orders.amount']);
  expect(saidAfter(kpi({ where: "region = 'EU'" }))).toEqual([]);
});

test('by: dimensions that what is measured reaches', () => {
  expect(saidAfter(kpi({ by: 'region' }))).toEqual([]);
  expect(saidAfter(kpi({ by: '[region, channel]' }))).toEqual([]);
  expect(saidAfter(kpi({ by: 'regin' }))).toEqual(['KPI2001 @ regin']);
  expect(saidAfter(kpi({ metric: 'visited', target: '5', by: 'region' }))).toEqual(['KPI4004 @ region']);
  expect(saidAfter(kpi({ by: 'orders_placed' }))).toEqual(['KPI2003 @ orders_placed']);
});

test('levels', () => {
  expect(saidAfter(kpi({ every: 'fiscal_quarter' }))).toEqual([]);
  expect(saidAfter(kpi({ every: 'monht' }))).toEqual(['KPI4008 @ monht']);
  expect(saidWith('visits: { one', 'visits: { grain: dya, one')).toEqual(['KPI4008 @ dya']);
  expect(saidWith('visits: { one', 'visits: { grain: day, one')).toEqual([]);
});

test('a calendar dataset names its own fields', () => {
  const text = (calendar: string): string =>
    `datasets:\n  cal: { key: day, time: none, calendar: ${calendar}, fields: { day: date, period: text, label: text } }\nmetrics:\n  x: avg(revenue per period)\n`;
  expect(saidAfter(text('{ day: day, levels: [period] }'))).toEqual([]);
  expect(saidAfter(text('{ day: dy, levels: [period, perid] }'))).toEqual(['KPI2001 @ dy', 'KPI2001 @ perid']);
  expect(saidAfter(text('{ day: label, levels: [period] }'))).toEqual(['KPI4006 @ label']);
});

test('a level that two calendars have is named with its dataset', () => {
  const two = (metric: string): string =>
    `datasets:
  cal: { key: day, time: none, calendar: { day: day, levels: [period] }, fields: { day: date, period: text } }
  other: { key: day, time: none, calendar: { day: day, levels: [period] }, fields: { day: date, period: text } }
metrics:
  x: ${metric}
`;
  expect(saidAfter(two('avg(revenue per period)'))).toEqual(['KPI2005 @ period']);
  expect(saidAfter(two('to_date(revenue, period)'))).toEqual(['KPI2005 @ period']);
  expect(saidAfter(two('prior(revenue, 2 periods)'))).toEqual(['KPI2005 @ periods']);
  expect(saidAfter(two('avg(revenue per cal.period)'))).toEqual([]);
});

test('exchange rates', () => {
  const project = (rates: string): readonly string[] =>
    said({ 'kpi.project.yaml': `project: p\nexchange_rates: ${rates}\n`, 'a.kpi.yaml': base });
  expect(project('{ dataset: orders, from: ccy, to: channel, at: day, rate: quantity }')).toEqual([]);
  expect(project('{ dataset: order, from: ccy, to: channel, at: day, rate: quantity }')).toEqual(['KPI2001 @ order']);
  expect(project('{ dataset: orders, from: cc, to: channel, at: dey, rate: quantity }')).toEqual([
    'KPI2001 @ cc',
    'KPI2001 @ dey',
  ]);
  expect(project('{ dataset: orders, from: quantity, to: channel, at: ccy, rate: weight }')).toEqual([
    'KPI3001 @ quantity',
    'KPI4006 @ ccy',
    'KPI3001 @ weight',
  ]);
});

test('the two ends of an interval are of one type', () => {
  expect(saidWith('until: date,', 'until: timestamp,')).toEqual(['KPI3006 @ until']);
});

test('references have the type of the key', () => {
  expect(saidWith('customer_id: { type: text,', 'customer_id: { type: integer,')).toEqual(['KPI4010 @ integer']);
});

test('times are times, and wall clocks have a zone', () => {
  expect(saidWith('time: day\n', 'time: channel\n')).toEqual(['KPI4006 @ channel']);
  expect(saidWith('time: day\n', 'time: dey\n')).toEqual(['KPI2001 @ dey']);
  expect(saidWith('      at: timestamp', '      at: datetime')).toEqual([]);
  expect(saidWith('time: day\n', 'time: at\n')).toEqual([]);
  expect(said(base.replace('at: timestamp', 'at: datetime').replace('time: day\n', 'time: at\n'))).toEqual([
    'KPI4009 @ at',
  ]);
  expect(
    said(
      base.replace('at: timestamp', 'at: datetime').replace('time: day\n', 'time: at\n    timezone: Europe/Berlin\n'),
    ),
  ).toEqual([]);
});

test('goals are trees', () => {
  expect(saidWith('grow: { title: Grow,', 'grow: { parent: more, title: Grow,')).toEqual(['KPI6006 @ grow']);
  expect(saidWith('more: { title: More, parent: grow', 'more: { title: More, parent: more')).toEqual([
    'KPI6006 @ more',
  ]);
});

test('a side of an addition that can be empty', () => {
  expect(saidAfter('metrics:\n  x: revenue - refunds\n')).toEqual(['KPI3025? @ revenue']);
  expect(saidAfter('metrics:\n  x: refunds + revenue + revenue\n')).toEqual([
    'KPI3025? @ revenue',
    'KPI3025? @ revenue',
  ]);
  expect(saidAfter('metrics:\n  x: coalesce(revenue, 0) - refunds\n')).toEqual([]);
  expect(saidAfter('metrics:\n  x: sum(orders.amount) - refunds\n')).toEqual(['KPI3025? @ sum(orders.amount)']);
  expect(saidAfter("metrics:\n  x: (revenue where channel = 'web') - refunds\n")).toEqual([
    "KPI3025? @ (revenue where channel = 'web')",
  ]);
  expect(saidAfter('metrics:\n  x: revenue / orders_placed - refunds / orders_placed\n')).toEqual([]);
  expect(saidAfter('metrics:\n  x: change(revenue, 1 year)\n')).toEqual([]);
  expect(saidAfter('metrics:\n  x: sum(orders.amount - orders.refund)\n')).toEqual([]);
  expect(saidAfter('metrics:\n  other: revenue\n  x: other - refunds\n')).toEqual(['KPI3025? @ other']);
  // Sums of the same rows are empty together.
  expect(saidAfter('metrics:\n  x: revenue - sum(orders.refund)\n')).toEqual([]);
  expect(saidAfter('metrics:\n  x: sum(orders.amount * orders.quantity) - revenue\n')).toEqual([]);
  expect(saidAfter("metrics:\n  x: revenue - sum(orders.refund where channel = 'web')\n")).toEqual([
    'KPI3025? @ revenue',
    "KPI3025? @ sum(orders.refund where channel = 'web')",
  ]);
  expect(saidAfter(kpi({ metric: null, formula: 'revenue - refunds' }))).toEqual(['KPI3025? @ revenue']);
  expect(words(base.replace('  visited:', '  x: revenue - refunds\n  visited:'))).toContain(
    '? declare `empty: 0` on `revenue`, or write `coalesce(revenue, 0)`',
  );
});

test('states are read at an instant', () => {
  expect(
    saidAfter('metrics:\n  x: closing(balance)\n  y: avg(closing(balance) per day)\n  z: opening(sum(prices.price))\n'),
  ).toEqual([]);
  expect(saidAfter('metrics:\n  x: sum(closing(balance) per day)\n')).toEqual(['KPI4012 @ closing(balance)']);
  expect(saidAfter('metrics:\n  x: rolling(balance, 28 days)\n')).toEqual(['KPI4012 @ balance']);
  expect(saidAfter('metrics:\n  x: closing(revenue)\n')).toEqual(['KPI4013 @ closing(revenue)']);
});

test('weeks move by weeks, and buckets nest', () => {
  expect(saidAfter('metrics:\n  x: avg(growth(revenue, 1 year) per week)\n')).toEqual([
    'KPI4017 @ growth(revenue, 1 year)',
  ]);
  expect(saidAfter('metrics:\n  x: avg(growth(revenue, 52 weeks) per week)\n')).toEqual([]);
  expect(saidAfter('metrics:\n  x: avg(avg(revenue per week) per month)\n')).toEqual([
    'KPI4016 @ avg(revenue per week)',
  ]);
  expect(saidAfter('metrics:\n  w: avg(revenue per week)\n  x: avg(w per month)\n')).toEqual(['KPI4016 @ w']);
  expect(
    saidAfter('metrics:\n  x: avg(avg(revenue per day) per month)\n  y: avg(avg(revenue per month) per week)\n'),
  ).toEqual([]);
});

test('time zones have names of the database', () => {
  const project = (zone: string): readonly string[] =>
    said({ 'kpi.project.yaml': `project: p\ncalendar: { timezone: ${zone} }\n`, 'a.kpi.yaml': base });
  expect(project('Europe/Berlin')).toEqual([]);
  expect(project('UTC')).toEqual([]);
  expect(project('Europe/Berln')).toEqual(['KPI4030 @ Europe/Berln']);
  expect(project('here')).toEqual(['KPI4030 @ here']);
  expect(saidWith('visits: { one', 'visits: { timezone: Europe/Londn, one')).toEqual(['KPI4030 @ Europe/Londn']);
  expect(words('datasets:\n  o: { time: t, timezone: Europe/Berln, fields: { t: datetime } }\n')).toContain(
    '? did you mean `Europe/Berlin`',
  );
});

test('a dataset inside a window says when its rows happened', () => {
  const timeless = (time: string, metric: string): string =>
    `datasets:\n  notes: { ${time} fields: { day: date, n: integer } }\nmetrics:\n  n: sum(notes.n)\n  x: ${metric}\n`;
  expect(saidAfter(timeless('', 'prior(n, 1 month)'))).toEqual(['KPI4007 @ prior(n, 1 month)']);
  expect(saidAfter(timeless('', 'avg(n per month)'))).toEqual(['KPI4007 @ avg(n per month)']);
  expect(saidAfter(timeless('', 'n / revenue'))).toEqual([]);
  expect(saidAfter(timeless('', 'cumulative(n)'))).toEqual([]);
  expect(saidAfter(timeless('time: none,', 'prior(n, 1 month)'))).toEqual([]);
  expect(saidAfter(timeless('time: dy,', 'prior(n, 1 month)'))).toEqual(['KPI2001 @ dy']);
  expect(saidAfter(timeless('', 'prior(sum(notes.n dated day), 1 month)'))).toEqual([]);
  expect(saidAfter(timeless('', 'avg(sum(notes.n dated day) per month)'))).toEqual([]);
  expect(saidAfter(timeless('', 'prior(n / sum(notes.n dated day), 1 month)'))).toEqual([
    'KPI4007 @ prior(n / sum(notes.n dated day), 1 month)',
  ]);
  expect(saidAfter(timeless('', 'count(notes dated day)') + kpi({ metric: 'x', target: '5' }))).toEqual([]);
  expect(saidAfter(timeless('', 'first(notes.n)'))).toEqual(['KPI4007 @ first(notes.n)']);
  expect(saidAfter(timeless('', 'first(notes.n dated day)'))).toEqual([]);
  expect(saidAfter(timeless('time: none,', 'last(notes.n)'))).toEqual(['KPI3024 @ last(notes.n)']);
  expect(saidAfter(timeless('', 'n') + kpi({ metric: 'n', target: '5' }))).toEqual(['KPI4007 @ n']);
});

test('buckets finer than the rows of a dataset', () => {
  const plan = (metric: string): string =>
    `datasets:\n  plan: { plan: true, grain: month, time: day, fields: { day: date, n: decimal(2) EUR } }\nmetrics:\n  planned: sum(plan.n)\n  x: ${metric}\n`;
  expect(saidAfter(plan('avg(planned per month)'))).toEqual([]);
  expect(saidAfter(plan('avg(planned per quarter)'))).toEqual([]);
  expect(saidAfter(plan('avg(planned per day)'))).toEqual(['KPI4014 @ avg(planned per day)']);
  expect(saidAfter(plan('avg(planned per week)'))).toEqual(['KPI4014 @ avg(planned per week)']);
  expect(saidAfter(plan('planned') + kpi({ metric: 'planned', every: 'week' }))).toEqual(['KPI4014 @ planned']);
  expect(saidAfter(plan('planned') + kpi({ metric: 'planned', every: 'quarter' }))).toEqual([]);
});
