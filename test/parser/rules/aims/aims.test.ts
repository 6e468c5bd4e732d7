// What KPIs are held against: each mistake once, at its place.
import { describe, expect, test } from 'vitest';
import { said, words } from '../../expect-diagnostics.js';

const base = `
datasets:
  orders:
    one: order
    key: order_id
    time: day
    fields: { order_id: text, day: date, channel: text, region: text, amount: decimal(2) EUR, minutes: integer minutes }
  targets:
    plan: true
    key: [period, channel]
    fields: { period: text, month: integer, channel: text, amount: decimal(2) EUR, note: text, dollars: decimal(2) USD }
  actuals: { key: month, time: month, fields: { month: date, amount: decimal(2) EUR } }
  holidays: { plan: true, key: day, time: day, fields: { day: date } }
  known: { key: day, time: day, fields: { day: date } }
  closed: { plan: true, key: at, time: at, fields: { at: timestamp } }
dimensions:
  channel: [orders.channel, targets.channel]
  region: orders.region
parameters:
  goal: 500 EUR
  share: 0.5
metrics:
  revenue: sum(orders.amount)
  orders_placed: count(orders)
  aov: revenue / orders_placed
  web_share: { formula: "(orders_placed where channel = 'web') / orders_placed", format: percent }
  reply: avg(orders.minutes)
  first_order: min(orders.day)
owners:
  sales: { kind: team, contact: sales@example.com }
goals:
  grow: { title: Grow, owner: sales, status: from_score }
`;

/** The errors of a project with a KPI `k`, and the warnings of this room. */
function of(keys: string, more = ''): readonly string[] {
  const k = `kpis:\n  k: { goal: grow, owner: sales, ${keys} }\n`;
  const all = said({ 'a.kpi.yaml': base, 'b.kpi.yaml': `${k}${more}` });
  return all.filter((one) => !one.includes('? @') || /^KPI60[0-3]/.test(one));
}

const UP = 'every: month, metric: revenue, direction: up';

test.each([
  `${UP}, target: 100 EUR`,
  `${UP}, baseline: 10 EUR, target: goal, cap: 1.5`,
  'every: month, metric: reply, direction: down, baseline: 1 hour, target: 30 minutes',
])('right: %s', (keys) => {
  expect(of(keys)).toEqual([]);
});

describe('KPI6005: numbers in another unit', () => {
  test.each([
    [`${UP}, target: 100 USD`, '100 USD'],
    [`${UP}, target: 100`, '100'],
    [`${UP}, target: orders_placed`, 'orders_placed'],
    [`${UP}, baseline: 1 hour, target: 100 EUR`, '1 hour'],
    [`${UP}, target: 100 EUR, cap: 1.5 EUR`, '1.5 EUR'],
    [`${UP}, target: 100 EUR, materiality: 5%`, '5%'],
    [`${UP}, by: channel, target: { 2026-03: { web: 5 orders } }`, '5 orders'],
    [`${UP}, target: 100 EUR, status: { basis: value, on_track: 0.95 }`, '0.95'],
    [`${UP}, target: 100 EUR, status: { basis: score, on_track: 90 EUR }`, '90 EUR'],
    [`${UP}, target: 100 EUR, benchmark: { population: p, year: 2025, source: s, value: 5 orders }`, '5 orders'],
    ['every: month, metric: reply, at_most: 60, worst: 240 minutes', '60'],
    ['every: month, metric: reply, at_most: 60 minutes, worst: 240', '240'],
    ['every: month, metric: web_share, range: [50%, 70%], tolerance: 2 orders', '2 orders'],
    ['every: month, metric: web_share, range: [50%, 7 EUR], tolerance: 20%', '7 EUR'],
    ['every: month, metric: reply, curve: [[0 EUR, 1], [5 hours, 0]]', '0 EUR'],
    ['every: month, metric: reply, curve: [[0, 1 hour], [5 hours, 0]]', '1 hour'],
    [`${UP}, target: { from: targets, period: period, value: dollars }`, 'dollars'],
  ])('%s', (keys, place) => {
    expect(of(keys)).toEqual([`KPI6005 @ ${place}`]);
  });

  test('says both units, and what to write', () => {
    expect(
      words({ 'a.kpi.yaml': base, 'b.kpi.yaml': `kpis:\n  k: { goal: grow, owner: sales, ${UP}, target: 100 }\n` }),
    ).toBe(
      'the target of the KPI `k` is a plain number, not EUR\n' +
        '^ a plain number where EUR belongs\n& this is EUR\n? write `100 EUR`',
    );
  });

  test('an amount and its cap are in one currency', () => {
    const incentive = (amount: string, cap: string): string =>
      `incentives:\n  i: { participants: sales, components: [ { kpi: k } ], amount: ${amount}, cap: ${cap} }\n`;
    expect(of(`${UP}, target: goal`, incentive('500 EUR', '700 EUR'))).toEqual([]);
    expect(of(`${UP}, target: goal`, incentive('500 EUR', '700 USD'))).toEqual(['KPI6005 @ 700 USD']);
    expect(of(`${UP}, target: goal`, incentive('500 hours', '700 USD'))).toEqual(['KPI6027 @ 500 hours']);
    expect(of(`${UP}, target: goal`, incentive('500', '1'))).toEqual(['KPI6027 @ 500']);
    expect(of(`${UP}, target: goal`, incentive('revenue', '1 EUR'))).toEqual(['KPI2003 @ revenue']);
  });
});

test('what cannot be typed is reported once', () => {
  expect(of(`${UP}, target: revenu`)).toEqual(['KPI2001 @ revenu']);
  expect(of('every: month, metric: revenu, direction: up, target: 100 EUR')).toEqual(['KPI2001 @ revenu']);
  expect(of('every: month, metric: revenu, direction: down, target: 100')).toEqual(['KPI2001 @ revenu']);
  expect(of(`${UP}, baseline: [5 EUR], target: 100 EUR`)).toEqual(['KPI1110 @ [5 EUR]']);
  expect(of(`${UP}, baseline: bas, target: 1 EUR`)).toEqual(['KPI2001 @ bas']);
  // A constant is not computed from rows.
  expect(of(`${UP}, target: 1 EUR, materiality: sum(orders.amount)`)).toEqual(['KPI3024 @ sum(orders.amount)']);
  // A target is: filters in it are held against what they filter.
  expect(of(`${UP}, target: "revenue where targets.note = 'x'"`)).toEqual(['KPI4004 @ targets.note']);
});

test('KPI6007: a KPI says for which periods it is judged', () => {
  expect(of('metric: revenue, direction: up, target: 100 EUR')).toEqual(['KPI6007 @ k']);
  expect(of('every: [month], metric: revenue, direction: up, target: 100 EUR')).toEqual(['KPI1103 @ [month]']);
});

describe('baselines', () => {
  const AOV = 'every: month, metric: aov, target: 30 EUR/order';
  test.each([
    // Down always needs one; up where values do not add up.
    [`${AOV}, direction: up`, 'KPI6008 @ k'],
    [`${AOV}, direction: down`, 'KPI6008 @ k'],
    ['every: month, metric: revenue, target: 30 EUR, direction: down', 'KPI6008 @ k'],
    ['every: month, metric: revenue, target: 30 EUR, direction: down, curve: [[30 EUR, 1], [60 EUR, 0]]', ''],
    [
      'every: month, metric: revenue, target: 9 EUR, direction: down, pacing: linear, curve: [[9 EUR, 1], [60 EUR, 0]]',
      'KPI6008 @ k',
    ],
    [`${AOV}, direction: up, baseline: 30 EUR/order`, 'KPI6009 @ 30 EUR/order'],
    [`${AOV}, direction: up, baseline: 31 EUR/order`, 'KPI6009 @ 30 EUR/order'],
    [`${AOV}, direction: down, baseline: 29.99 EUR/order`, 'KPI6009 @ 30 EUR/order'],
    [`${AOV}, direction: down, baseline: 30.01 EUR/order`, ''],
    ['every: month, metric: reply, direction: down, baseline: 60 minutes, target: 1 hour', 'KPI6009 @ 1 hour'],
    // 0 is where sums start.
    [`${UP}, target: 0`, 'KPI6009 @ 0'],
    [`${UP}, target: -5 EUR`, 'KPI6009 @ -5 EUR'],
    [`${UP}, baseline: -9 EUR, target: -5 EUR`, ''],
    [`${UP}, baseline: 50 EUR, target: { 2026-03: 60 EUR, 2026-04: 40 EUR }`, 'KPI6009 @ 40 EUR'],
    // What is not known before a question is not compared.
    [`${UP}, baseline: 900 EUR, target: goal`, ''],
    [`${UP}, baseline: 900 EUR, target: "prior(revenue, 1 year)"`, ''],
  ])('%s', (keys, wanted) => {
    expect(of(keys)).toEqual(wanted === '' ? [] : [wanted]);
  });
});

describe('limits, ranges, caps', () => {
  const REPLY = 'every: month, metric: reply';
  const SHARE = 'every: month, metric: web_share';
  test.each([
    [`${REPLY}, at_most: 1 hour, worst: 60 minutes`, 'KPI6010 @ 60 minutes'],
    [`${REPLY}, at_most: 1 hour, worst: 61 minutes`, ''],
    ['every: month, metric: revenue, at_least: 10 EUR, worst: 11 EUR', 'KPI6010 @ 11 EUR'],
    [`${REPLY}, at_most: 1 hour, worst: 2 hours, direction: up`, 'KPI6034 @ up'],
    ['every: month, metric: revenue, at_least: 10 EUR, worst: 1 EUR, direction: down', 'KPI6034 @ down'],
    [`${SHARE}, range: [70%, 50%], tolerance: 20%`, 'KPI6011 @ 50%'],
    [`${SHARE}, range: [50%, 50%], tolerance: 20%`, 'KPI6011 @ 50%'],
    [`${SHARE}, range: [50%, 70%], tolerance: 0`, 'KPI6012 @ 0'],
    [`${SHARE}, range: [50%, 70%], tolerance: -20%`, 'KPI6012 @ -20%'],
    [`${UP}, target: 5 EUR, cap: 0.9`, 'KPI6015 @ 0.9'],
    [`${UP}, target: 5 EUR, cap: 201%`, 'KPI6015 @ 201%'],
    [`${UP}, target: 5 EUR, cap: 2`, ''],
    [`${UP}, target: 5 EUR, cap: share`, ''],
  ])('%s', (keys, wanted) => {
    expect(of(keys)).toEqual(wanted === '' ? [] : [wanted]);
  });
});

describe('curves', () => {
  const curve = (points: string, keys = ''): readonly string[] =>
    of(`every: month, metric: web_share, curve: ${points}${keys}`);
  test.each([
    ['[[0%, 0], [50%, 1]]', '', ''],
    ['[[0%, 0], [50%, 0.5], [50%, 1]]', '', ''],
    ['[[50%, 1]]', '', 'KPI6013 @ 50%'],
    ['[[50%, 0], [40%, 1]]', '', 'KPI6013 @ 40%'],
    ['[[0%, 0], [50%, 0.5], [50%, 0.7], [50%, 1]]', '', 'KPI6013 @ 50%'],
    ['[[0%, 0], [50%, 1], [60%, 0.9]]', '', 'KPI6014 @ 0.9'],
    ['[[0%, 1], [50%, 0.5], [60%, 0.6]]', '', 'KPI6014 @ 0.6'],
    ['[[0%, 1], [50%, 1]]', '', 'KPI6014 @ 1'],
    ['[[0%, 0], [50%, 100]]', '', 'KPI6035 @ 100'],
    ['[[0%, -1], [50%, 1]]', '', 'KPI6035 @ -1'],
    ['[[0%, 0], [50%, 1]]', ', direction: down', 'KPI6034 @ 1'],
    ['[[0%, 0], [50%, 1]]', ', at_most: 5%', 'KPI6034 @ 1'],
    ['[[0%, share], [50%, share * 2]]', '', 'KPI6003 @ k'],
    ['[[0%, share], [50%, share * 2]]', ', direction: up', ''],
    // Around a range scores rise and then fall.
    ['[[0%, 0], [50%, 1], [60%, 1], [80%, 0]]', ', range: [50%, 60%]', ''],
    ['[[0%, 0], [50%, 1], [60%, 0.5], [80%, 1]]', ', range: [50%, 60%]', 'KPI6014 @ 1'],
  ])('%s%s', (points, keys, wanted) => {
    expect(curve(points, keys)).toEqual(wanted === '' ? [] : [wanted]);
  });

  test('what an incentive pays rises with the score', () => {
    const pays = (points: string): readonly string[] =>
      of(
        `${UP}, target: goal`,
        `incentives:\n  i: { participants: sales, components: [ { kpi: k } ], amount: 5 EUR, curve: ${points} }\n`,
      );
    expect(pays('[[0.8, 0], [1, 1], [1.2, 1.5]]')).toEqual([]);
    expect(pays('[[1, 0], [0.8, 1]]')).toEqual(['KPI6013 @ 0.8']);
    expect(pays('[[0.8, 1], [1, 0.5]]')).toEqual(['KPI6014 @ 0.5']);
    expect(pays('[[0.8, 0 EUR], [1, 1]]')).toEqual(['KPI6005 @ 0 EUR']);
  });
});

describe('bands', () => {
  const status = (keys: string, more = ''): readonly string[] =>
    of(`${UP}, target: 100 EUR${more}, status: { ${keys} }`);
  const LIMIT = 'every: month, metric: reply, at_most: 1 hour, worst: 4 hours';
  test('worse behind better', () => {
    expect(status('basis: score, on_track: 0.9, at_risk: 0.8')).toEqual([]);
    expect(status('basis: score, on_track: 0.9')).toEqual([]);
    expect(status('basis: score, on_track: 0.9, at_risk: 0.9')).toEqual(['KPI6016 @ 0.9']);
    expect(status('basis: score, on_track: 0.8, at_risk: 90%')).toEqual(['KPI6016 @ 90%']);
    expect(status('basis: value, on_track: 90 EUR, at_risk: 95 EUR')).toEqual(['KPI6016 @ 95 EUR']);
    // With direction down the lower value is the better one, and the higher score all the same.
    expect(of(`${LIMIT}, status: { basis: value, on_track: 1 hour, at_risk: 2 hours }`)).toEqual([]);
    expect(of(`${LIMIT}, status: { basis: value, on_track: 1 hour, at_risk: 30 minutes }`)).toEqual([
      'KPI6016 @ 30 minutes',
    ]);
    expect(of(`${LIMIT}, status: { basis: score, on_track: 0.9, at_risk: 0.8 }`)).toEqual([]);
    expect(of(`${LIMIT}, status: { basis: score, on_track: 0.8, at_risk: 0.9 }`)).toEqual(['KPI6016 @ 0.9']);
  });

  test('within reach', () => {
    expect(status('basis: score, on_track: 95')).toEqual(['KPI6016 @ 95']);
    expect(status('basis: score, on_track: 1')).toEqual([]);
    expect(status('basis: score, on_track: 1.1', ', cap: 1.2')).toEqual([]);
  });

  test('on a basis that there is', () => {
    expect(status('basis: pace, on_track: 1')).toEqual(['KPI6017 @ pace']);
    expect(status('basis: forecast, on_track: 90 EUR')).toEqual(['KPI6017 @ forecast']);
    expect(status('basis: forecast, on_track: 90 EUR', ', pacing: linear')).toEqual([]);
    expect(
      of('every: month, metric: web_share, range: [50%, 70%], tolerance: 10%, status: { basis: value, on_track: 50% }'),
    ).toEqual(['KPI6017 @ value']);
    expect(status('basis: score, on_track: 1', ', pacing: linear')).toEqual(['KPI6018? @ score']);
    expect(status('basis: value, on_track: 1 EUR', ', pacing: linear')).toEqual(['KPI6018? @ value']);
  });

  test('of goals', () => {
    const goal = (keys: string): readonly string[] =>
      of(
        `${UP}, target: 100 EUR`,
        `goals:\n  more: { title: More, parent: grow, owner: sales, status: from_score, ${keys} }\n`,
      );
    expect(goal('on_track: 0.9, at_risk: 0.5')).toEqual([]);
    expect(goal('on_track: 0.9, at_risk: 0.9')).toEqual(['KPI6016 @ 0.9']);
    expect(goal('on_track: 0.8')).toEqual(['KPI6016 @ 0.8']);
  });
});

describe('targets by period', () => {
  const keys = (every: string, period: string): readonly string[] =>
    of(`every: ${every}, metric: revenue, direction: up, target: { ${period}: 5 EUR }`);
  test.each([
    ['month', '2026-03'],
    ['quarter', '2026-Q1'],
    ['year', '2026'],
    ['fiscal_quarter', 'FY2027-Q1'],
    ['fiscal_year', 'FY2027'],
    ['week', '2026-W05'],
    ['day', '2026-03-01'],
  ])('the keys are periods of `every: %s`', (level, right) => {
    expect(keys(level, right)).toEqual([]);
    for (const wrong of ['2026-3', '2026-13', '2026-Q5', 'FY27', '2026-W54', '2026-02-30', 'March'])
      expect(keys(level, wrong)).toEqual([`KPI6019 @ ${wrong}`]);
  });

  test('weeks that do not start on Mondays are named by their first day', () => {
    const texts = (period: string): Readonly<Record<string, string>> => ({
      'kpi.project.yaml': 'project: p\ncalendar: { week_starts: sunday }\n',
      'a.kpi.yaml': base,
      'b.kpi.yaml': `kpis:\n  k: { goal: grow, owner: sales, every: week, metric: revenue, direction: up, target: { ${period}: 5 EUR } }\n`,
    });
    expect(said(texts('2026-03-01')).filter((one) => !one.includes('?'))).toEqual([]);
    expect(said(texts('2026-W05')).filter((one) => !one.includes('?'))).toEqual(['KPI6019 @ 2026-W05']);
  });

  test('groups are those of the one dimension in `by:`', () => {
    const groups = (by: string): readonly string[] => of(`${UP}${by}, target: { 2026-03: { web: 5 EUR } }`);
    expect(groups(', by: channel')).toEqual([]);
    expect(groups('')).toEqual(['KPI6020 @ 2026-03']);
    expect(groups(', by: [channel, region]')).toEqual(['KPI6020 @ 2026-03']);
  });
});

test('datasets of targets', () => {
  const from = (target: string, more = ''): readonly string[] => of(`${UP}${more}, target: { from: ${target} }`);
  expect(from('targets, period: period, value: amount')).toEqual([]);
  expect(from('targets, period: period, value: amonut')).toEqual(['KPI2001 @ amonut']);
  expect(from('targets, period: preiod, value: amount')).toEqual(['KPI2001 @ preiod']);
  expect(from('targets, period: period, value: note')).toEqual(['KPI6021 @ note']);
  expect(from('targets, period: month, value: amount')).toEqual(['KPI6021 @ month']);
  expect(from('targets, value: amount')).toEqual(['KPI6021 @ targets']);
  expect(from('targets, period: period, value: amount', ', by: channel')).toEqual([]);
  expect(from('targets, period: period, value: amount', ', by: region')).toEqual(['KPI6021 @ targets']);
  expect(from('actuals, value: amount')).toEqual(['KPI6022? @ actuals']);
  expect(from('tragets, period: period, value: amount')).toEqual(['KPI2001 @ tragets']);
});

describe('pacing', () => {
  const steps = (text: string): readonly string[] => of(`${UP}, target: 1 EUR, pacing: { steps: ${text} }`);
  test.each([
    ['[[0.25, 0.1], [50%, 40%]]', ''],
    ['[[0, 0], [0.5, 0.5], [1, 1]]', ''],
    ['[[0.5, 0.4], [0.25, 0.5]]', 'KPI6023 @ 0.25'],
    ['[[0.5, 0.4], [0.5, 0.5]]', 'KPI6023 @ 0.5'],
    ['[[0.25, 0.4], [0.5, 0.3]]', 'KPI6023 @ 0.3'],
    ['[[0, 0.2]]', 'KPI6023 @ 0.2'],
    ['[[1, 0.9]]', 'KPI6023 @ 0.9'],
    ['[[1.5, 1]]', 'KPI6023 @ 1.5'],
    ['[[0.5, 120%]]', 'KPI6023 @ 120%'],
  ])('%s', (text, wanted) => {
    expect(steps(text)).toEqual(wanted === '' ? [] : [wanted]);
  });

  test('holidays are days', () => {
    const holidays = (name: string): readonly string[] =>
      of(`${UP}, target: 1 EUR, pacing: { working_days: { holidays: ${name} } }`);
    expect(holidays('holidays')).toEqual([]);
    expect(holidays('known')).toEqual(['KPI6022? @ known']);
    expect(holidays('closed')).toEqual(['KPI6024 @ closed']);
    expect(holidays('targets')).toEqual(['KPI6024 @ targets']);
  });
});

test('KPI6025: guardrails form no circle', () => {
  const kpi = (name: string, guard: string): string =>
    `  ${name}: { goal: grow, owner: sales, ${UP}, target: 5 EUR, guardrails: [${guard}] }\n`;
  expect(of(`${UP}, target: 5 EUR, guardrails: [k]`)).toEqual(['KPI6025 @ k']);
  expect(of(`${UP}, target: 5 EUR, guardrails: [a]`, kpi('a', 'b') + kpi('b', 'k'))).toEqual(['KPI6025 @ a']);
  expect(
    of(`${UP}, target: 5 EUR, guardrails: [a, b]`, kpi('a', 'b').replace(/, guard.*]/, '') + kpi('b', 'a')),
  ).toEqual([]);
});

test('KPI5001: targets form no circle', () => {
  const kpi = (name: string, target: string): string =>
    `  ${name}: { goal: grow, owner: sales, ${UP}, target: ${target} }\n`;
  expect(of(`${UP}, target: target(k) * 2`)).toEqual(['KPI5001 @ k']);
  expect(of(`${UP}, target: target(a) * 2`, kpi('a', 'target(k)'))).toEqual(['KPI5001 @ a']);
  expect(of(`${UP}, target: target(a) * 2`, kpi('a', '5 EUR'))).toEqual([]);
  expect(of(`${UP}, target: gap * 2`, 'metrics:\n  gap: revenue - target(k)\n')).toEqual(['KPI5001 @ k']);
  // A KPI may measure the distance to the target of another, whose target looks back at it.
  expect(of(`${UP}, target: "prior(revenue, 1 year)"`)).toEqual([]);
});

test('KPI6026: percentiles go one way', () => {
  const benchmark = (values: string): readonly string[] =>
    of(`${UP}, target: 5 EUR, benchmark: { population: p, year: 2025, source: s, percentiles: { ${values} } }`);
  expect(benchmark('p25: 1 EUR, p50: 2 EUR, p75: 3 EUR')).toEqual([]);
  expect(benchmark('p25: 3 EUR, p50: 2 EUR, p75: 1 EUR')).toEqual([]);
  expect(benchmark('p75: 3 EUR, p25: 1 EUR, p50: 4 EUR')).toEqual(['KPI6026 @ 3 EUR']);
});

test('KPI6028: what has a weight counts', () => {
  const INCENTIVE = 'incentives:\n  i: { participants: sales, components: [ { kpi: k, weight: 0 } ], amount: 5 EUR }\n';
  expect(of(`${UP}, target: 5 EUR, weight: 0.5`)).toEqual([]);
  expect(of(`${UP}, target: 5 EUR, weight: 0`)).toEqual(['KPI6028 @ 0']);
  expect(of(`${UP}, target: 5 EUR, weight: 0.00`)).toEqual(['KPI6028 @ 0.00']);
  expect(of(`${UP}, target: 5 EUR`, INCENTIVE)).toEqual(['KPI6028 @ 0']);
});

test('KPI6029: the trend compares with a period', () => {
  const compare = (text: string, every = 'month'): readonly string[] =>
    of(`every: ${every}, metric: revenue, direction: up, target: 5 EUR, compare: ${text}`);
  expect(compare('1 year')).toEqual([]);
  expect(compare('last year')).toEqual(['KPI6029 @ last year']);
  expect(compare('1.5 years')).toEqual(['KPI6029 @ 1.5 years']);
  expect(compare('52 weeks', 'week')).toEqual([]);
  expect(compare('1 year', 'week')).toEqual(['KPI6029 @ 1 year']);
});

test('KPI6031: a KPI is a number, and so is what it is held against', () => {
  expect(
    of("every: month, metric: first_order, direction: up, baseline: date '2026-01-01', target: first_order"),
  ).toEqual(['KPI6031 @ first_order', "KPI6031 @ date '2026-01-01'", 'KPI6031 @ first_order']);
  expect(of(`${UP}, target: first_order`)).toEqual(['KPI6031 @ first_order']);
  expect(of(`${UP}, target: null`)).toEqual(['KPI6031 @ null']);
});

test('formulas of targets are held to what formulas are held to', () => {
  // A target of 25 for a percentage is 2500 %.
  const all = (keys: string): readonly string[] =>
    said({ 'a.kpi.yaml': base, 'b.kpi.yaml': `kpis:\n  k: { goal: grow, owner: sales, ${keys} }\n` }).filter((one) =>
      /^KPI[34]/.test(one),
    );
  expect(all('every: month, metric: web_share, direction: up, baseline: 10%, target: 25')).toEqual(['KPI3030? @ 25']);
  expect(all('every: month, metric: web_share, direction: up, baseline: 10%, target: 25%')).toEqual([]);
  // A week moves by weeks, a period has several instants.
  expect(all('every: week, metric: revenue, direction: up, target: "prior(revenue, 1 year)"')).toEqual([
    'KPI4017 @ prior(revenue, 1 year)',
  ]);
});

test('KPI6032: only what adds up over time is spread', () => {
  const state = `datasets:
  balances: { key: [id, day], snapshot: day, fields: { id: text, day: date, euros: decimal(2) EUR } }
metrics:
  balance: closing(sum(balances.euros))
  before: prior(revenue, 1 year)
  rolled: rolling(revenue, 28 days)
`;
  const of = (metric: string, keys: string): readonly string[] =>
    said({
      'a.kpi.yaml': base,
      'b.kpi.yaml': `${state}kpis:\n  k: { goal: grow, owner: sales, every: month, direction: up, metric: ${metric}, ${keys} }\n`,
    }).filter((one) => one.startsWith('KPI6') && !one.includes('?'));
  expect(of('revenue', 'target: 5 EUR, spread: even')).toEqual([]);
  expect(of('before', 'target: 5 EUR, spread: even')).toEqual([]);
  expect(of('aov', 'baseline: 0, target: 5 EUR/order, spread: even')).toEqual(['KPI6032 @ even']);
  expect(of('rolled', 'baseline: 0, target: 5 EUR, spread: working_days')).toEqual(['KPI6032 @ working_days']);
  // A balance adds up over accounts, not over time; nor does it start at 0 in every month.
  expect(of('balance', 'baseline: 0, target: 5 EUR, spread: even')).toEqual(['KPI6032 @ even']);
  expect(of('balance', 'target: 5 EUR')).toEqual(['KPI6008 @ k']);
});

test('KPI4031: targets in definitions are asked for in their periods', () => {
  const all = (metric: string, keys = ''): readonly string[] =>
    said({
      'a.kpi.yaml': base,
      'b.kpi.yaml': `metrics:\n  m: ${metric}\nkpis:\n  k: { goal: grow, owner: sales, ${UP}, target: 5 EUR${keys} }\n`,
    }).filter((one) => one.startsWith('KPI4'));
  expect(all('target(k) * 2')).toEqual([]);
  expect(all('avg(target(k) per day)')).toEqual(['KPI4031 @ target(k)']);
  expect(all('avg(target(k) per day)', ', spread: even')).toEqual([]);
  expect(all('avg(target(k) per week)', ', spread: even')).toEqual(['KPI4031 @ target(k)']);
  expect(all('whole(target(k), year)')).toEqual([]);
  expect(all('cumulative(target(k))')).toEqual(['KPI4031 @ target(k)']);
  const yearly = `kpis:\n  y: { goal: grow, owner: sales, every: year, metric: revenue, direction: up, target: target(k) * 2 }\n  k: { goal: grow, owner: sales, ${UP}, target: 5 EUR }\n  d: { goal: grow, owner: sales, every: day, metric: revenue, direction: up, target: target(k) * 2 }\n`;
  expect(said({ 'a.kpi.yaml': base, 'b.kpi.yaml': yearly }).filter((one) => one.startsWith('KPI4'))).toEqual([
    'KPI4031 @ target(k)',
  ]);
});
