import { describe, expect, it } from 'vitest';
import { answer, situation } from './ask.js';

const club = situation(
  `
datasets:
  stock:
    snapshot: taken_on
    key: [taken_on, item]
    fields: { taken_on: date, item: text, units: integer }
  members:
    key: member_id
    valid: { from: started_on, until: ended_on }
    one: member
    fields: { member_id: text, plan: text, started_on: date, ended_on: { type: date, optional: true } }
  phases:
    key: entry_id
    valid: { from: entered_at, until: next, each: lead }
    fields: { entry_id: text, lead: text, stage: text, entered_at: timestamp }
  prices:
    key: product
    valid: { from: valid_from, until: valid_until }
    fields: { product: text, valid_from: date, valid_until: { type: date, optional: true }, price: integer }
  sales:
    time: sold_at
    key: sale
    fields: { sale: text, product: { type: text, references: prices }, sold_at: timestamp, at_price: { formula: prices.price } }
  parts:
    time: none
    key: part
    fields: { part: text, sale: { type: text, references: sales } }
dimensions:
  item: stock.item
  plan: members.plan
  stage: phases.stage
metrics:
  units: closing(sum(stock.units))
  members: closing(count(members))
  started: count(members dated started_on)
  ended: count(members dated ended_on where ended_on is not null)
  opening_members: opening(count(members))
  phases: closing(count(phases))
`,
  {
    stock: `taken_on,item,units
      2025-01-31,a,10
      2025-01-31,b,5
      2025-02-28,a,7
      2025-03-30,b,1`,
    members: `member_id,plan,started_on,ended_on
      m1,basic,2025-01-01,2025-02-01
      m2,basic,2025-01-10,
      m3,plus,2025-02-01,2025-03-15
      m4,plus,2025-02-28,`,
    phases: `entry_id,lead,stage,entered_at
      1,l1,new,2025-01-10T00:00:00Z
      2,l1,won,2025-02-01T00:00:00Z
      3,l2,new,2025-01-20T00:00:00Z`,
    prices: `product,valid_from,valid_until,price
      p,2025-01-01,2025-02-01,10
      p,2025-02-01,,12`,
    sales: `sale,product,sold_at
      s1,p,2025-01-31T23:59:59Z
      s2,p,2025-02-01T00:00:00Z
      s3,p,2024-12-31T23:00:00Z`,
    parts: `part,sale
      x,s2`,
  },
);
const asOf = '2025-03-31';
const monthly = (metric: string, more: object = {}): readonly string[] =>
  answer(club, { metrics: [metric], grain: 'month', from: '2024-12', to: '2025-03', asOf, ...more });

describe('snapshots', () => {
  it('are read at the end of the window, chosen before filters and groups', () => {
    expect(monthly('units')).toEqual(['2024-12 (no_snapshot)', '2025-01 15', '2025-02 7', '2025-03 1']);
    expect(monthly('units', { where: "item = 'b'" })).toEqual([
      '2024-12 (no_snapshot)',
      '2025-01 5',
      '2025-02 (no_rows)',
      '2025-03 1',
    ]);
    expect(monthly('units', { by: ['item'] })).toEqual(['2025-01 a 10', '2025-01 b 5', '2025-02 a 7', '2025-03 b 1']);
  });

  it('may be chosen per account and carried forward', () => {
    expect(monthly('closing(sum(stock.units) each stock.item)')).toEqual([
      '2024-12 (no_snapshot)',
      '2025-01 15',
      '2025-02 12',
      '2025-03 8',
    ]);
  });

  it('open where the window before closed, and move with it', () => {
    expect(monthly('opening(sum(stock.units))')).toEqual([
      '2024-12 (no_snapshot)',
      '2025-01 (no_snapshot)',
      '2025-02 15',
      '2025-03 7',
    ]);
    expect(monthly('prior(units, 1 month)').at(-1)).toBe('2025-03 7');
    expect(monthly('closing(prior(sum(stock.units), 1 month))').at(-1)).toBe('2025-03 7');
  });

  it('are not known before their day is over', () => {
    expect(answer(club, { metrics: ['units'], asOf: '2025-01-30' })).toEqual(['(no_snapshot)']);
    expect(answer(club, { metrics: ['units'], asOf: '2025-01-31' })).toEqual(['15']);
  });

  it('give means over days', () => {
    // 15 on 28 days of February but the last, then 7.
    expect(answer(club, { metrics: ['avg(units per day)'], from: '2025-02', to: '2025-02', asOf })).toEqual([
      '14.71428571428571428571428571428571',
    ]);
  });
});

describe('intervals', () => {
  it('are half-open, and opening + started - ended = closing', () => {
    expect(monthly('members')).toEqual(['2024-12 0', '2025-01 2', '2025-02 3', '2025-03 2']);
    expect(monthly('opening_members + started - ended - members')).toEqual([
      '2024-12 0',
      '2025-01 0',
      '2025-02 0',
      '2025-03 0',
    ]);
    expect(monthly('members', { by: ['plan'] })).toEqual([
      '2025-01 basic 2',
      '2025-02 basic 1',
      '2025-02 plus 2',
      '2025-03 basic 1',
      '2025-03 plus 1',
    ]);
  });

  it('have no growth against what was before them', () => {
    expect(monthly('prior(members, 1 month)')).toEqual([
      '2024-12 (incomplete_window)',
      '2025-01 (incomplete_window)',
      '2025-02 2',
      '2025-03 3',
    ]);
  });

  it('end where the next one of the entity begins', () => {
    expect(monthly('phases', { by: ['stage'] })).toEqual([
      '2025-01 new 2',
      '2025-02 new 1',
      '2025-02 won 1',
      '2025-03 new 1',
      '2025-03 won 1',
    ]);
  });
});

describe('versions', () => {
  it('are picked by the time of the row that refers to them', () => {
    expect(answer(club, { metrics: ['sum(sales.at_price)', 'count(sales)'], by: ['sales.sale'], asOf })).toEqual([
      's1 10 1',
      's2 12 1',
      's3 (no_rows) 1',
    ]);
  });

  it('are picked by the time of the row before, where a row has none', () => {
    expect(answer(club, { metrics: ['count(parts)'], by: ['prices.price'], asOf })).toEqual(['12 1']);
  });
});
