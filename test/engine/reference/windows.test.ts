import { describe, expect, it } from 'vitest';
import { answer, situation } from './ask.js';

// One row a day from 2025-01-15 to 2025-04-30, each worth 1; a plan of 10 a month for the whole year.
const days = (from: string, count: number): string => {
  const start = Date.parse(`${from}T00:00:00Z`);
  return Array.from({ length: count }, (_, i) => new Date(start + i * 86_400_000).toISOString().slice(0, 10)).join(
    ',1\n',
  );
};
const given = situation(
  `
datasets:
  visits:
    time: day
    fields: { day: date, n: integer }
  plans:
    time: month
    plan: true
    fields: { month: date, planned: integer }
metrics:
  n: sum(visits.n)
  rows: count(visits)
  planned: sum(plans.planned)
`,
  {
    visits: `day,n\n${days('2025-01-15', 106)},1`,
    plans: `month,planned\n${Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}-01,10`).join('\n')}`,
  },
);
const monthly = (formula: string, asOf = '2025-04-30'): readonly string[] =>
  answer(given, { metrics: [formula], grain: 'month', from: '2025-01', to: '2025-04', asOf });

describe('prior', () => {
  it('moves whole months to whole months and stops where history begins', () => {
    expect(monthly('n')).toEqual(['2025-01 17', '2025-02 28', '2025-03 31', '2025-04 30']);
    expect(monthly('prior(n, 1 month)')).toEqual([
      '2025-01 (incomplete_window)',
      '2025-02 17',
      '2025-03 28',
      '2025-04 31',
    ]);
  });

  it('compares half a month with the same half of the month before, and `full` with the whole', () => {
    expect(monthly('prior(n, 1 month)', '2025-04-10').at(-1)).toBe('2025-04 10');
    expect(monthly('prior(n, 1 month, full)', '2025-04-10').at(-1)).toBe('2025-04 31');
    expect(monthly('n', '2025-04-10').at(-1)).toBe('2025-04 10');
  });

  it('takes the clip along to windows made inside', () => {
    // Year to date up to 2025-03-10: 17 + 28 + 10.
    expect(monthly('prior(to_date(n, year), 1 month)', '2025-04-10').at(-1)).toBe('2025-04 55');
    expect(monthly('prior(whole(n, year), 1 month)', '2025-04-10').at(-1)).toBe('2025-04 55');
  });

  it('does not clip plans', () => {
    expect(monthly('planned', '2025-02-10')).toEqual(['2025-01 10', '2025-02 10', '2025-03 10', '2025-04 10']);
    expect(monthly('n', '2025-02-10')).toEqual(['2025-01 17', '2025-02 10', '2025-03 (not_due)', '2025-04 (not_due)']);
    expect(monthly('n / planned', '2025-02-10').slice(2)).toEqual(['2025-03 (not_due)', '2025-04 (not_due)']);
    expect(monthly('prior(planned, 1 month)', '2025-02-10').slice(1, 2)).toEqual(['2025-02 10']);
  });

  it('is not due where the moved window is not', () => {
    expect(monthly('prior(rows, 1 month, full)', '2025-02-10')).toEqual([
      '2025-01 (incomplete_window)',
      '2025-02 17',
      '2025-03 10',
      '2025-04 (not_due)',
    ]);
    expect(monthly('cumulative(rows)', '2025-02-10').slice(2)).toEqual(['2025-03 (not_due)', '2025-04 (not_due)']);
  });
});

describe('rolling, to_date, whole, cumulative', () => {
  it('counts calendar time up to the end of the bucket', () => {
    const rolling = (formula: string): readonly string[] =>
      answer(given, { metrics: [formula], grain: 'day', from: '2025-01-27', to: '2025-01-29', asOf: '2025-04-30' });
    // History begins with the month of the first row: 28 days before the end of January 28th.
    expect(rolling('rolling(n, 28 days)')).toEqual([
      '2025-01-27 (incomplete_window)',
      '2025-01-28 14',
      '2025-01-29 15',
    ]);
    expect(rolling('rolling(n, 28 days, partial)')).toEqual(['2025-01-27 13', '2025-01-28 14', '2025-01-29 15']);
    expect(rolling('rolling(n, 1 week)')).toEqual(['2025-01-27 7', '2025-01-28 7', '2025-01-29 7']);
  });

  it('totals a unit so far, as a whole and for ever', () => {
    expect(monthly('to_date(n, quarter)')).toEqual(['2025-01 17', '2025-02 45', '2025-03 76', '2025-04 30']);
    expect(monthly('whole(n, quarter)')).toEqual(['2025-01 76', '2025-02 76', '2025-03 76', '2025-04 30']);
    expect(monthly('cumulative(n)')).toEqual(['2025-01 17', '2025-02 45', '2025-03 76', '2025-04 106']);
    expect(monthly('n / whole(n, year)').at(0)).toBe('2025-01 0.1603773584905660377358490566037736');
  });

  it('composes', () => {
    expect(monthly('change(rolling(n, 1 month), 1 month)')).toEqual([
      '2025-01 (incomplete_window)',
      '2025-02 11',
      '2025-03 3',
      '2025-04 -1',
    ]);
    expect(monthly('days()', '2025-04-10')).toEqual(['2025-01 31', '2025-02 28', '2025-03 31', '2025-04 10']);
    expect(monthly('prior(days(), 1 month)', '2025-04-10').at(-1)).toBe('2025-04 10');
  });
});

describe('the range', () => {
  it('cuts buckets and says so', () => {
    const question = { metrics: ['n'], grain: 'month', from: '2025-02-10', to: '2025-04', asOf: '2025-03-31' } as const;
    expect(answer(given, question)).toEqual(['2025-02 19', '2025-03 31', '2025-04 (not_due)']);
  });

  it('begins with history where the question does not say', () => {
    expect(answer(given, { metrics: ['n'], grain: 'month', asOf: '2025-03-02' })).toEqual([
      '2025-01 17',
      '2025-02 28',
      '2025-03 2',
    ]);
    expect(answer(given, { metrics: ['n', 'planned'], asOf: '2025-03-02' })).toEqual(['47 30']);
  });

  it('is what `across time` sees', () => {
    expect(monthly('n across time')).toEqual(['2025-01 106', '2025-02 106', '2025-03 106', '2025-04 106']);
  });
});
