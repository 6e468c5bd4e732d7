import { describe, expect, it } from 'vitest';
import { answer, ask, situation } from './ask.js';

/** A calendar of 4-5-4 days: P1 has four days, P2 five, P3 four, all in quarter Q1; P4 has four days in Q2. */
const calendar = (() => {
  const periods = [
    ...Array.from({ length: 4 }, () => 'P1,Q1'),
    ...Array.from({ length: 5 }, () => 'P2,Q1'),
    ...Array.from({ length: 4 }, () => 'P3,Q1'),
    ...Array.from({ length: 4 }, () => 'P4,Q2'),
  ];
  return periods.map((names, i) => `2025-01-${String(i + 1).padStart(2, '0')},${names}`).join('\n');
})();

const retail = situation(
  `
datasets:
  retail:
    key: day
    time: day
    plan: true
    calendar: { day: day, levels: [period, season] }
    fields: { day: date, period: text, season: text }
  sales:
    time: day
    starts: 2025-01-01
    fields: { day: date, n: integer }
metrics:
  n: sum(sales.n)
`,
  {
    retail: `day,period,season\n${calendar}`,
    sales: `day,n\n${Array.from({ length: 17 }, (_, i) => `2025-01-${String(i + 1).padStart(2, '0')},${2 ** i}`).join('\n')}`,
  },
);
const byPeriod = (metric: string, asOf = '2025-01-17'): readonly string[] =>
  answer(retail, { metrics: [metric], grain: 'retail.period', from: '2025-01-01', to: '2025-01-17', asOf });

describe('calendar datasets', () => {
  it('make buckets', () => {
    expect(byPeriod('n')).toEqual(['P1 15', 'P2 496', 'P3 7680', 'P4 122880']);
    expect(byPeriod('to_date(n, season)')).toEqual(['P1 15', 'P2 511', 'P3 8191', 'P4 122880']);
    expect(byPeriod('whole(n, season)')).toEqual(['P1 8191', 'P2 8191', 'P3 8191', 'P4 122880']);
    expect(
      answer(retail, { metrics: ['max(n per period)'], from: '2025-01-01', to: '2025-01-13', asOf: '2025-01-17' }),
    ).toEqual(['7680']);
  });

  it('shift whole periods to whole periods and parts to the same part', () => {
    expect(byPeriod('prior(n, 1 period)')).toEqual(['P1 (no_bucket)', 'P2 15', 'P3 496', 'P4 7680']);
    expect(byPeriod('rolling(n, 2 periods)')).toEqual(['P1 (no_bucket)', 'P2 511', 'P3 8176', 'P4 130560']);
    // Two days of P3 compare with two days of P2.
    expect(byPeriod('prior(n, 1 period)', '2025-01-11').at(2)).toBe('P3 48');
  });

  it('are levels of date functions', () => {
    expect(answer(retail, { metrics: ['count(distinct date_trunc(period, sales.day))'], asOf: '2025-01-17' })).toEqual([
      '4',
    ]);
    expect(
      answer(retail, { metrics: ["sum(date_diff(period, sales.day, date '2025-01-17'))"], asOf: '2025-01-17' }),
    ).toEqual(['26']);
  });
});

const desk = situation(
  `
datasets:
  tickets:
    time: opened_at
    timezone: America/New_York
    fields: { opened_at: datetime }
  pings:
    time: at
    fields: { at: timestamp }
metrics:
  tickets: count(tickets)
  pings: count(pings)
`,
  {
    tickets: `opened_at
      2025-03-31T17:59:59
      2025-03-31T18:00:00`,
    pings: `at
      2025-10-26T00:30:00Z
      2025-10-26T01:30:00Z
      2025-10-26T02:30:00Z`,
  },
  'project: p\ncalendar: { timezone: Europe/Berlin }\n',
);

describe('zones', () => {
  it('read a wall clock in the zone of its dataset', () => {
    expect(
      answer(desk, { metrics: ['tickets'], grain: 'month', from: '2025-03', to: '2025-04', asOf: '2025-12-31' }),
    ).toEqual(['2025-03 1', '2025-04 1']);
    expect(answer(desk, { metrics: ['tickets'], asOf: '2025-03-31' })).toEqual(['1']);
  });

  it('have 25 hours on an autumn day', () => {
    const result = ask(desk, {
      metrics: ['pings'],
      grain: 'hour',
      from: '2025-10-26',
      to: '2025-10-26',
      asOf: '2025-12-31',
    });
    expect(result.rows).toHaveLength(25);
    const hours = result.rows.filter((row) => row.cells[0]?.value === '1').map((row) => row.bucket?.label);
    expect(hours).toEqual(['2025-10-26T02:00+02:00', '2025-10-26T02:00+01:00', '2025-10-26T03:00+01:00']);
    expect(
      answer(desk, { metrics: ['hours()', 'days()'], from: '2025-10-26', to: '2025-10-26', asOf: '2025-12-31' }),
    ).toEqual(['25 1']);
  });
});
