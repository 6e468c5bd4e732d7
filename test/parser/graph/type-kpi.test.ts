// The parts of a KPI, typed: numbers in its unit, defaults, what a formula inherits from its metric.
import { describe, expect, test } from 'vitest';
import { showUnit, type Kpi, type Typed } from '@sextant/parser';
import { parse } from '../expect-diagnostics.js';
import { constantNumber } from '../../../packages/parser/src/types/constant-number.js';

const base = `
datasets:
  orders:
    one: order
    key: order_id
    time: day
    fields: { order_id: text, day: date, channel: text, amount: decimal(2) EUR, minutes: integer minutes }
  targets:
    plan: true
    key: [period, channel]
    fields: { period: text, channel: text, amount: decimal(2) EUR, note: text, dollars: decimal(2) USD, orders: integer }
  plans: { plan: true, key: month, time: month, fields: { month: date, amount: decimal(2) EUR } }
  holidays: { plan: true, key: day, time: day, fields: { day: date } }
dimensions:
  channel: [orders.channel, targets.channel]
parameters:
  goal: 500 EUR
metrics:
  revenue: { formula: sum(orders.amount), decimals: 0 }
  orders_placed: count(orders)
  aov: revenue / orders_placed
  web_share: { formula: "(orders_placed where channel = 'web') / orders_placed", format: percent, decimals: 1 }
  reply: { formula: avg(orders.minutes), unit: hours }
owners:
  sales: { kind: team }
goals:
  grow: { title: Grow, owner: sales }
`;

/** A KPI with these keys; whatever is said about it is not expected. */
function kpi(keys: string, name = 'k'): Kpi {
  const { graph, said } = parse({
    'a.kpi.yaml': base,
    'b.kpi.yaml': `kpis:\n  k: { goal: grow, owner: sales, every: month, ${keys} }\n`,
  });
  expect(said.filter((one) => !one.includes('? @'))).toEqual([]);
  const found = graph.kpis.get(name);
  if (found === undefined) throw new Error('no such KPI');
  return found;
}

/** `45 EUR/order`, a fraction where the number does not end, or the kind of the formula. */
function shown(typed: Typed | null): string | null {
  if (typed === null) return null;
  const number = constantNumber(typed);
  const unit = showUnit(typed.type.unit);
  const text = number === null ? typed.kind : fraction(number.n, number.d);
  return `${text} ${unit}`.trim();
}

function fraction(n: bigint, d: bigint): string {
  const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));
  const by = divisor(n < 0n ? -n : n, d);
  return d === by ? `${n / by}` : `${n / by}/${d / by}`;
}

test('what is shown is inherited from the metric, through `where` too', () => {
  const ofMetric = kpi('metric: revenue, direction: up, target: 100 EUR');
  expect(ofMetric).toMatchObject({ percent: false, decimals: 0, additive: true, datasets: ['orders'], every: 'month' });
  expect(kpi(`metric: web_share, direction: up, baseline: 10%, target: 20%`)).toMatchObject({
    percent: true,
    decimals: 1,
    additive: false,
  });
  const narrowed = kpi(`formula: "revenue where channel = 'web'", direction: up, target: 100 EUR`);
  expect(narrowed).toMatchObject({ decimals: 0, additive: true });
  expect(kpi('formula: revenue * 2, direction: up, target: 100 EUR')).toMatchObject({ decimals: null, additive: true });
});

describe('targets are in the unit of the KPI', () => {
  const target = (keys: string): string | null => {
    const { aim } = kpi(keys);
    return aim?.kind === 'target' && aim.target.kind === 'formula' ? shown(aim.target.formula) : null;
  };
  test.each([
    ['metric: revenue, direction: up, target: 100 EUR', '100 EUR'],
    ['metric: revenue, direction: up, target: goal', 'parameter EUR'],
    ['metric: revenue, direction: up, target: "prior(revenue, 1 year) * 1.15"', 'call EUR'],
    ['metric: orders_placed, direction: up, target: 40', '40 order'],
    ['metric: orders_placed, direction: up, target: 40 orders', '40 order'],
    ['metric: aov, direction: up, baseline: 0, target: 30 EUR/order', '30 EUR/order'],
    ['metric: web_share, direction: up, baseline: 0, target: 5%', '1/20'],
    ['metric: web_share, direction: up, baseline: 0, target: 0.25', '1/4'],
    // 90 minutes are one hour and a half.
    ['metric: reply, direction: down, baseline: 4 hours, target: 90 minutes', '3/2 hour'],
  ])('%s', (keys, wanted) => {
    expect(target(keys)).toBe(wanted);
  });
});

test('a baseline of a bare 0 is 0 of the unit', () => {
  const { aim } = kpi('metric: aov, direction: up, baseline: 0, target: 30 EUR/order');
  expect(aim?.kind === 'target' ? shown(aim.baseline) : null).toBe('0 EUR/order');
});

test('targets by period and by group, and from datasets', () => {
  const periods = kpi(
    'metric: revenue, by: channel, direction: up, target: { 2026-03: 100 EUR, 2026-04: { web: 60 EUR, shop: goal } }',
  );
  expect(periods.slices).toEqual([{ name: 'channel', member: { kind: 'dimension', dimension: 'channel' } }]);
  if (periods.aim?.kind !== 'target' || periods.aim.target.kind !== 'periods') throw new Error('no periods');
  const { periods: found } = periods.aim.target;
  expect([...found.keys()]).toEqual(['2026-03', '2026-04']);
  const april = found.get('2026-04');
  expect(april?.kind === 'groups' ? [...april.groups].map(([group, typed]) => [group, shown(typed)]) : null).toEqual([
    ['web', '60 EUR'],
    ['shop', 'parameter EUR'],
  ]);
  const from = kpi(
    'metric: revenue, by: channel, direction: up, target: { from: targets, period: period, value: amount }',
  );
  expect(from.aim).toMatchObject({
    target: { kind: 'dataset', dataset: 'targets', period: 'period', value: 'amount' },
  });
  const timed = kpi('metric: revenue, direction: up, target: { from: plans, value: amount }');
  expect(timed.aim).toMatchObject({ target: { kind: 'dataset', dataset: 'plans', period: null, value: 'amount' } });
  // A column of plain numbers counts what the KPI counts.
  const counted = kpi('metric: orders_placed, direction: up, target: { from: targets, period: period, value: orders }');
  expect(counted.aim?.kind).toBe('target');
});

test('limits, ranges and curves say where better is', () => {
  const limit = kpi('metric: reply, at_most: 1 hour, worst: 240 minutes, cap: 1.2');
  expect(limit.direction).toBe('down');
  if (limit.aim?.kind !== 'limit') throw new Error('no limit');
  expect([limit.aim.side, shown(limit.aim.bound), shown(limit.aim.worst), shown(limit.aim.cap)]).toEqual([
    'at_most',
    '1 hour',
    '4 hour',
    '6/5',
  ]);
  expect(kpi('metric: revenue, at_least: 100 EUR, worst: 20 EUR').direction).toBe('up');
  const range = kpi('metric: web_share, range: [50%, 70%], tolerance: 20%');
  expect([range.direction, range.aim?.kind]).toEqual(['range', 'range']);
  const rising = kpi('metric: revenue, curve: [[0 EUR, 0], [100 EUR, 0.5], [100 EUR, 1]]');
  expect(rising.direction).toBe('up');
  if (rising.aim?.kind !== 'curve') throw new Error('no curve');
  expect(rising.aim.curve.map(({ x, score }) => [shown(x), shown(score)])).toEqual([
    ['0 EUR', '0'],
    ['100 EUR', '1/2'],
    ['100 EUR', '1'],
  ]);
  expect(kpi('metric: reply, curve: [[0, 1], [4 hours, 0]]').direction).toBe('down');
});

test('bands have defaults on pace where there is pacing, else on score', () => {
  const read = (keys: string): unknown => {
    const { basis, onTrack, atRisk, declared } = kpi(`metric: revenue, direction: up, target: 100 EUR${keys}`).bands;
    return [basis, shown(onTrack), shown(atRisk), declared];
  };
  expect(read('')).toEqual(['score', '19/20', '17/20', false]);
  expect(read(', pacing: linear')).toEqual(['pace', '19/20', '17/20', false]);
  expect(read(', status: { basis: value, on_track: 90 EUR }')).toEqual(['value', '90 EUR', null, true]);
  expect(read(', pacing: linear, status: { basis: pace, on_track: 1, at_risk: 90% }')).toEqual([
    'pace',
    '1',
    '9/10',
    true,
  ]);
});

test('pacing: steps are exact texts from 0, 0 to 1, 1', () => {
  const pacing = (text: string): unknown =>
    kpi(`metric: revenue, direction: up, target: 1 EUR, pacing: ${text}`).pacing;
  expect(pacing('linear')).toEqual({ kind: 'linear' });
  expect(pacing('like prior year')).toEqual({ kind: 'like_prior_year' });
  expect(pacing('working_days')).toEqual({ kind: 'working_days', holidays: null });
  expect(pacing('{ working_days: { holidays: holidays } }')).toEqual({ kind: 'working_days', holidays: 'holidays' });
  expect(pacing('{ steps: [[50%, 0.3], [75.5%, 100%]] }')).toEqual({
    kind: 'steps',
    steps: [
      { elapsed: '0', expected: '0' },
      { elapsed: '0.5', expected: '0.3' },
      { elapsed: '0.755', expected: '1' },
      { elapsed: '1', expected: '1' },
    ],
  });
});

test('what else is compared: trend, guardrails, benchmark', () => {
  const found = kpi(
    'metric: aov, direction: up, baseline: 0, target: 30 EUR/order, weight: 1.5, materiality: 2 EUR/order, compare: 52 weeks, ' +
      'benchmark: { population: shops, year: 2025, source: a survey, percentiles: { p75: 40 EUR/order, p5: 10 EUR/order } }',
  );
  expect(found).toMatchObject({ weight: '1.5', compare: { amount: 52, level: 'week' } });
  expect(shown(found.materiality)).toBe('2 EUR/order');
  expect(found.benchmark?.points.map(({ percentile, value }) => [percentile, shown(value)])).toEqual([
    [5, '10 EUR/order'],
    [75, '40 EUR/order'],
  ]);
  const single = kpi(
    'metric: revenue, direction: up, target: 1 EUR, benchmark: { population: p, year: 2025, source: s, value: 7 EUR }',
  );
  expect(single.benchmark?.points.map(({ percentile, value }) => [percentile, shown(value)])).toEqual([[50, '7 EUR']]);
});

test('a target may name the target of another KPI that stands later, and metrics that need this one', () => {
  const { graph, said } = parse({
    'a.kpi.yaml': base,
    'b.kpi.yaml': `
metrics:
  gap: { formula: revenue - target(b), description: d }
kpis:
  a: { metric: revenue, goal: grow, owner: sales, direction: up, every: month, target: target(b) * 2 }
  b: { metric: revenue, goal: grow, owner: sales, direction: up, every: month, target: 100 EUR }
`,
  });
  expect(said.filter((one) => !one.includes('? @'))).toEqual([]);
  expect(graph.edges).toContainEqual({ from: 'kpi:a', kind: 'targets', to: 'kpi:b' });
});
