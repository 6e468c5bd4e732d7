import { describe, expect, it } from 'vitest';
import { answer, ask, situation } from './ask.js';
import { dayOf } from '../../../packages/engine/src/calendar/civil.js';
import { windowOfDays } from '../../../packages/engine/src/calendar/window.js';
import { evaluateMetric } from '../../../packages/engine/src/reference/evaluate-reference.js';
import { decimalText } from '../../../packages/engine/src/value/to-text.js';

const shop = situation(
  `
datasets:
  customers:
    key: customer_id
    time: joined_on
    fields: { customer_id: text, region: { type: text, optional: true }, joined_on: date }
  orders:
    key: order_id
    time: ordered_at
    one: order
    fields:
      order_id: text
      customer_id: { type: text, references: customers, optional: true }
      ordered_at: { type: timestamp, optional: true }
      channel: text
      amount: decimal(2) EUR
dimensions:
  channel: orders.channel
  region: customers.region
metrics:
  revenue: sum(orders.amount)
  revenue_or_zero: { formula: sum(orders.amount), empty: 0 }
  placed: count(orders)
  buyers: count(distinct orders.customer_id)
  web: revenue where channel = 'web'
  aov: revenue / placed
`,
  {
    customers: `customer_id,region,joined_on
      c1,north,2025-12-01
      c2,south,2025-12-01
      c3,,2025-12-01
      c4,west,2027-01-01`,
    orders: `order_id,customer_id,ordered_at,channel,amount
      a,c1,2026-01-31T22:59:59Z,web,10.10
      b,c1,2026-01-31T23:00:00Z,shop,20.00
      c,c2,2026-03-01T10:00:00Z,web,5.00
      d,c3,2026-03-01T11:00:00Z,web,1.00
      e,c9,2026-03-02T10:00:00Z,shop,2.00
      f,,2026-03-03T10:00:00Z,shop,4.00
      g,c1,,shop,1000.00
      h,c4,2026-03-04T10:00:00Z,shop,8.00`,
  },
  'project: p\ncalendar: { timezone: Europe/Berlin }\n',
);

describe('the value of an aggregate in a context', () => {
  it('buckets instants in the zone of the project and leaves rows without a time out', () => {
    expect(
      answer(shop, {
        metrics: ['revenue', 'placed', 'aov', 'web', 'revenue_or_zero'],
        grain: 'month',
        from: '2026-01',
        to: '2026-04',
        asOf: '2026-03-31',
      }),
    ).toEqual([
      '2026-01 10.1 1 10.1 10.1 10.1',
      '2026-02 20 1 20 (no_rows) 20',
      '2026-03 20 5 4 6 20',
      '2026-04 (not_due) (not_due) (not_due) (not_due) (not_due)',
    ]);
  });

  it('loses no row: an empty, a dangling and a hidden partner make the group without a value', () => {
    expect(answer(shop, { metrics: ['revenue', 'placed'], by: ['region'], asOf: '2026-03-31' })).toEqual([
      'north 30.1 2',
      'south 5 1',
      '- 15 4',
    ]);
  });

  it('hides rows that are later than as_of', () => {
    expect(answer(shop, { metrics: ['placed', 'buyers'], asOf: '2026-01-31' })).toEqual(['1 1']);
    expect(answer(shop, { metrics: ['placed', 'revenue'], asOf: '2025-01-31' })).toEqual(['0 (no_rows)']);
  });

  it('orders as asked, no value last both ways, then by dimension', () => {
    const question = { metrics: ['web'], by: ['region'], asOf: '2026-03-31' } as const;
    expect(answer(shop, { ...question, order: ['web desc'] })).toEqual(['north 10.1', 'south 5', '- 1']);
    expect(answer(shop, { ...question, order: ['region desc'], limit: 2 })).toEqual(['south 5', 'north 10.1']);
    expect(answer(shop, { ...question, having: 'web < 6 EUR' })).toEqual(['south 5', '- 1']);
  });

  it('says what it left out', () => {
    const { diagnostics, rows } = ask(shop, { metrics: ['placed'], from: '2026-01', asOf: '2026-03-31' });
    expect(diagnostics.map((one) => one.message)).toEqual(['1 row of `orders` without a time']);
    expect(rows[0]?.cells[0]).toEqual({ value: '7', reason: null, approximate: false, complete: true });
  });

  it('filters by the question', () => {
    expect(
      answer(shop, { metrics: ['placed'], where: "region = 'north' or channel = 'web'", asOf: '2026-03-31' }),
    ).toEqual(['4']);
  });
});

describe('evaluateMetric', () => {
  it('evaluates one formula in one context', () => {
    const aov = shop.graph.metrics.get('aov');
    const window = windowOfDays(dayOf(2026, 3, 1), dayOf(2026, 4, 1), 'Europe/Berlin');
    const at = { window, asOfDay: dayOf(2026, 3, 2), parameters: new Map() };
    const value = aov === undefined ? null : evaluateMetric(shop.graph, aov.formula, at, shop.rows);
    // 5 + 1 + 2, of three orders up to the second of March.
    expect(value?.kind === 'number' ? decimalText(value.value) : value).toBe('2.666666666666666666666666666666667');
  });
});
