import { describe, expect, it } from 'vitest';
import { planQuestion } from '../../../packages/engine/src/plan/plan-question.js';
import type { DataFacts } from '../../../packages/engine/src/plan/facts.js';
import type { Plan } from '../../../packages/engine/src/plan/plan.js';
import type { Question } from '../../../packages/engine/src/question/question.js';
import { checked, shop } from './shop.js';
import { dateText } from '../../../packages/engine/src/calendar/time-text.js';
import { dayAt, pointOfDay } from '../../../packages/engine/src/calendar/window.js';
import { dayOf } from '../../../packages/engine/src/calendar/civil.js';

const graph = shop();
const zone = 'Europe/Berlin';
const history = new Map([
  ['orders', pointOfDay(dayOf(2024, 1, 1), zone)],
  ['spend', pointOfDay(dayOf(2025, 1, 1), zone)],
]);

function plan(question: Omit<Question, 'asOf'>, asOf = '2026-06-30', facts: Partial<DataFacts> = {}): Plan {
  const planning = planQuestion(graph, checked(graph, { ...question, asOf }), {
    history,
    snapshots: new Map(),
    calendars: new Map(),
    references: new Set(),
    ...facts,
  });
  if (planning.kind !== 'plan') throw new Error(JSON.stringify(planning));
  return planning.plan;
}

/** `orders by channel: 12 windows, sum count_rows` */
function shape(made: Plan): readonly string[] {
  return made.scans.map((scan) => {
    const keys = scan.keys.map((key) => `${key.dataset}.${key.field}`).join(', ');
    const windows = `${scan.windows.length} window${scan.windows.length === 1 ? '' : 's'}${scan.disjoint ? '' : ', overlapping'}`;
    return `${scan.dataset}${keys === '' ? '' : ` by ${keys}`}: ${windows}: ${scan.leaves.map((leaf) => leaf.fn).join(' ')}`;
  });
}

function bounds(made: Plan, scan: number): readonly string[] {
  const text = (point: { readonly instant: bigint } | null): string =>
    point === null ? '' : dateText(dayAt(zone, point.instant));
  return (made.scans[scan]?.windows ?? []).map((window) => `${text(window.start)}..${text(window.end)}`);
}

describe('aggregates of one dataset share a scan', () => {
  it('computes a ratio from one scan, its condition lifted out of the leaves', () => {
    const made = plan({ metrics: ['revenue', 'orders_placed', 'aov'], by: ['channel'] });
    expect(shape(made)).toEqual(['orders by orders.channel: 1 window: sum count_rows']);
    expect(made.scans[0]?.where).toHaveLength(1);
    expect(made.scans[0]?.leaves.map((leaf) => leaf.where.length)).toEqual([0, 0]);
  });

  it('keeps facts apart: each is scanned at its own grain', () => {
    expect(shape(plan({ metrics: ['roas'], by: ['channel'], grain: 'month', from: '2026-01', to: '2026-03' }))).toEqual(
      ['orders by orders.channel: 3 windows: sum', 'spend by spend.channel: 3 windows: sum'],
    );
  });

  it('reaches a dimension through its reference', () => {
    expect(shape(plan({ metrics: ['revenue'], by: ['region'] }))).toEqual([
      'orders by customers.region: 1 window: sum',
    ]);
  });

  it('computes the same leaf once, however often it is named', () => {
    expect(shape(plan({ metrics: ['revenue', 'aov', 'revenue + revenue', "revenue where channel = 'web'"] }))).toEqual([
      'orders: 1 window: sum count_rows sum',
    ]);
  });

  it('gives aggregates that do not add up a scan of their own', () => {
    expect(shape(plan({ metrics: ['revenue', 'buyers'], by: ['channel'] }))).toEqual([
      'orders by orders.channel: 1 window: sum',
      'orders by orders.channel: 1 window: count_distinct',
    ]);
  });
});

describe('windows', () => {
  it('cuts buckets to the range and to as_of', () => {
    const made = plan({ metrics: ['revenue'], grain: 'month', from: '2026-01-10', to: '2026-03-31' }, '2026-03-15');
    expect(bounds(made, 0)).toEqual(['2026-01-10..2026-02-01', '2026-02-01..2026-03-01', '2026-03-01..2026-03-16']);
    expect(made.axes.times.map((time) => time.complete)).toEqual([false, true, false]);
  });

  it('shares the windows of a comparison with the buckets that they are', () => {
    const made = plan({ metrics: ['yoy'], grain: 'month', from: '2025-01', to: '2026-05' });
    expect(made.scans).toHaveLength(1);
    // 17 months and the 12 months before them.
    expect(made.scans[0]?.windows).toHaveLength(29);
    expect(made.scans[0]?.disjoint).toBe(true);
  });

  it('compares half a month with the same half of the year before', () => {
    expect(
      bounds(plan({ metrics: ['last_year'], grain: 'month', from: '2026-06', to: '2026-06' }, '2026-06-15'), 0),
    ).toEqual(['2025-06-01..2025-06-16']);
  });

  it('has no value where a comparison begins before history', () => {
    const made = plan({ metrics: ['last_year'], grain: 'year', from: '2024', to: '2025' });
    // The rows of 2023 reach their groups all the same, so their window is computed.
    expect(made.outputs[0]).toMatchObject({ kind: 'leaf', windows: ['incomplete_window', 1], reach: [0, 1] });
  });

  it('is not due in a bucket after as_of, but a plan knows it', () => {
    const made = plan({ metrics: ['revenue', 'planned'], grain: 'month', from: '2026-06', to: '2026-07' });
    expect(made.outputs[0]).toMatchObject({ windows: [0, 'not_due'] });
    expect(made.outputs[1]).toMatchObject({ windows: [0, 1] });
  });

  it('are made once for many metrics under one operator, so that comparisons add no scan', () => {
    const metrics = ['revenue', 'orders_placed', 'aov'];
    const compared = metrics.flatMap((metric) => [metric, `prior(${metric}, 1 month)`, `growth(${metric}, 1 year)`]);
    const made = plan({ metrics: compared, grain: 'month', from: '2025-01', to: '2025-12' });
    expect(shape(made)).toEqual(['orders: 24 windows: sum count_rows']);
    const [, prior, , , priorOrders] = made.outputs;
    expect(prior).toMatchObject({ kind: 'leaf', windows: [12, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });
    expect(priorOrders).toMatchObject({ kind: 'leaf', windows: [12, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] });
  });

  it('of distinct counts may overlap in one scan as long as they have few bounds', () => {
    const metrics = ['buyers', 'prior(buyers, 1 year)', 'rolling(buyers, 3 months)'];
    const monthly = { metrics, grain: 'month', from: '2025-01', to: '2026-05' };
    expect(shape(plan(monthly))).toEqual(['orders: 46 windows, overlapping: count_distinct']);
    const daily = {
      metrics: ['buyers', 'rolling(buyers, 28 days)'],
      grain: 'day',
      from: '2025-01-01',
      to: '2025-12-31',
    };
    expect(shape(plan(daily))).toEqual([
      'orders: 365 windows: count_distinct',
      'orders: 365 windows, overlapping: count_distinct',
    ]);
  });

  it('of one distinct count and of another are the same scan, though they overlap', () => {
    const rolled = ['rolling(buyers, 28 days)', "rolling((buyers where channel = 'web'), 28 days)"];
    const made = plan({ metrics: rolled, grain: 'day', from: '2026-03-01', to: '2026-03-31' });
    expect(shape(made)).toEqual(['orders: 31 windows, overlapping: count_distinct count_distinct']);
  });

  it('rolls over calendar time', () => {
    const made = plan({ metrics: ['smooth'], grain: 'day', from: '2026-03-01', to: '2026-03-02' });
    expect(bounds(made, 0)).toEqual(['2026-02-02..2026-03-02', '2026-02-03..2026-03-03']);
    expect(made.scans[0]?.disjoint).toBe(false);
  });
});

describe('groups', () => {
  const complete = { references: new Set(['orders.customer_id']) };

  it('by a key are groups by the reference, where every reference is known to lead to a row', () => {
    const by = { metrics: ['revenue', 'big'], by: ['customers.customer_id'] };
    expect(shape(plan(by)).map((scan) => scan.split(':')[0])).toEqual([
      'orders by customers.customer_id',
      'orders by customers.customer_id, customers.customer_id',
    ]);
    expect(shape(plan(by, '2026-06-30', complete)).map((scan) => scan.split(':')[0])).toEqual([
      'orders by orders.customer_id',
      'orders by orders.customer_id, orders.customer_id',
    ]);
  });

  it('by another field of the row still need the row', () => {
    expect(shape(plan({ metrics: ['revenue'], by: ['region'] }, '2026-06-30', complete))).toEqual([
      'orders by customers.region: 1 window: sum',
    ]);
  });

  it('drops a dimension for `across`, and keeps the filters', () => {
    const made = plan({ metrics: ['of_all'], by: ['channel', 'region'], where: "channel <> 'shop'" });
    expect(shape(made)).toEqual([
      'orders by orders.channel, customers.region: 1 window: sum',
      'orders by customers.region: 1 window: sum',
    ]);
    expect(made.scans.map((scan) => scan.where.length)).toEqual([2, 2]);
  });

  it("takes the question's conditions on the dimension away for `unfiltered`", () => {
    const made = plan({
      metrics: ['unfiltered_share'],
      by: ['channel'],
      where: "channel <> 'shop' and region = 'north'",
    });
    expect(made.scans.map((scan) => scan.where.length)).toEqual([3, 2]);
  });

  it('cannot take a condition apart that mixes dimensions', () => {
    const question = checked(graph, {
      metrics: ['unfiltered_share'],
      by: ['channel'],
      where: "channel = 'web' or region = 'north'",
      asOf: '2026-06-30',
    });
    expect(
      planQuestion(graph, question, { history, snapshots: new Map(), calendars: new Map(), references: new Set() })
        .kind,
    ).toBe('mixed');
  });

  it('groups the inner metric of `per` by its key, and cuts windows into buckets for a level', () => {
    expect(shape(plan({ metrics: ['mean_region'], by: ['channel'] }))).toEqual([
      'orders by orders.channel, customers.region: 1 window: sum',
    ]);
    expect(shape(plan({ metrics: ['best_month'], grain: 'quarter', from: '2026-Q1', to: '2026-Q1' }))).toEqual([
      'orders: 3 windows: sum',
    ]);
  });
});
