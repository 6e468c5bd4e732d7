import { describe, expect, it } from 'vitest';
import { answer, ask, situation } from './ask.js';

const given = situation(
  `
datasets:
  leads:
    time: day
    key: lead
    fields: { lead: text, person: { type: text, optional: true }, day: date, source: text }
  orders:
    time: at
    key: order_id
    fields: { order_id: text, person: { type: text, optional: true }, at: timestamp, paid: boolean, channel: text }
dimensions:
  source: leads.source
  channel: orders.channel
metrics:
  rate: conversion(leads to orders where paid by person within 7 days)
  converted: conversions(leads to orders where paid by person within 7 days)
  within_month: conversion(leads to orders by person within 1 month)
  again: conversion(orders to orders by person within 2 days)
  back: retention(orders where paid by person at 1 week)
`,
  {
    leads: `lead,person,day,source
      1,p1,2025-01-31,ad
      2,p2,2025-01-31,ad
      3,,2025-01-31,web
      4,p3,2025-02-03,web
      5,p1,2025-02-28,web`,
    orders: `order_id,person,at,paid,channel
      a,p1,2025-02-07T23:00:00Z,true,x
      b,p2,2025-02-08T00:00:00Z,true,x
      c,p3,2025-02-02T10:00:00Z,true,y
      d,p3,2025-02-04T10:00:00Z,false,y
      e,,2025-02-01T10:00:00Z,true,y
      f,p1,2025-02-10T10:00:00Z,true,y`,
  },
);
const january = { from: '2025-01', to: '2025-01' } as const;

describe('conversion', () => {
  it('counts days where one side is a day; without an entity a row counts in the base', () => {
    // Lead 1 converts on day 7, lead 2 on day 8, lead 3 is nobody.
    expect(answer(given, { metrics: ['rate', 'converted'], ...january, asOf: '2025-03-31' })).toEqual([
      '0.3333333333333333333333333333333333 1',
    ]);
    expect(answer(given, { metrics: ['within_month'], ...january, asOf: '2025-03-31' })).toEqual([
      '0.6666666666666666666666666666666667',
    ]);
  });

  it('is dated and grouped by the first row', () => {
    const question = { metrics: ['rate'], by: ['source'], from: '2025-01', to: '2025-02', asOf: '2025-03-31' } as const;
    expect(answer(given, question)).toEqual(['ad 0.5', 'web 0']);
    expect(answer(given, { ...question, where: "source = 'web'", grain: 'month' })).toEqual([
      '2025-01 web 0',
      '2025-02 web 0',
    ]);
  });

  it('leaves rows whose window is open out, and says so', () => {
    const question = { metrics: ['rate', 'converted'], from: '2025-01', to: '2025-02' } as const;
    expect(answer(given, { ...question, asOf: '2025-02-07' })).toEqual(['0.3333333333333333333333333333333333 1']);
    expect(answer(given, { ...question, asOf: '2025-02-06' })).toEqual(['(not_due) 0']);
    expect(ask(given, { ...question, asOf: '2025-02-06' }).diagnostics.map((one) => one.message)).toEqual([
      '4 rows of `leads` whose time is not over left out',
    ]);
  });

  it('does not let a row follow itself', () => {
    expect(answer(given, { metrics: ['again'], from: '2025-02', to: '2025-02', asOf: '2025-03-31' })).toEqual([
      '0.1666666666666666666666666666666667',
    ]);
  });
});

describe('retention', () => {
  it('follows entities from their first row, wherever it lies', () => {
    // First weeks: p1 W06 (back in W07), p2 W06, p3 W05.
    expect(
      answer(given, { metrics: ['back'], grain: 'week', from: '2025-W05', to: '2025-W07', asOf: '2025-03-31' }),
    ).toEqual(['2025-W05 0', '2025-W06 0.5', '2025-W07 (no_rows)']);
    expect(answer(given, { metrics: ['back'], from: '2025-02', to: '2025-02', asOf: '2025-02-16' })).toEqual([
      '0.3333333333333333333333333333333333',
    ]);
    expect(
      answer(given, { metrics: ['back'], by: ['channel'], from: '2025-02', to: '2025-02', asOf: '2025-02-15' }),
    ).toEqual(['x (not_due)', 'y 0']);
  });
});
