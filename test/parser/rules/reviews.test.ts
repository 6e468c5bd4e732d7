// Reviews are due on a day that is given.
import { expect, test } from 'vitest';
import { overdueReviews, parseProject } from '@sextant/parser';
import { addDuration } from '../../../packages/parser/src/rules/reviews/add-duration.js';
import { whole } from './sets.js';

test.each([
  ['2026-01-31', '1 month', '2026-02-28'],
  ['2024-01-31', '1 month', '2024-02-29'],
  ['2026-11-30', '1 quarter', '2027-02-28'],
  ['2024-02-29', '1 year', '2025-02-28'],
  ['2026-12-31', '1 day', '2027-01-01'],
  ['2026-02-01', '4 weeks', '2026-03-01'],
  ['2026-02-01', '12 hours', '2026-02-01'],
  ['2026-02-01', '48 hours', '2026-02-03'],
  ['2026-05-15', '18 months', '2027-11-15'],
])('%s and %s is %s', (day, duration, wanted) => {
  expect(addDuration(day, duration)).toBe(wanted);
});

test('a review is overdue on the day after it was due, and at once where there was none', () => {
  const said = (review: string, day: string): readonly string[] => {
    const text = whole.replace('goal: care,', `goal: care, review: ${review},`);
    const { value, diagnostics } = parseProject([{ path: 'a.kpi.yaml', text }]);
    expect(diagnostics).toEqual([]);
    return overdueReviews(value, day).map(({ code, message }) => `${code} ${message}`);
  };
  const review = '{ every: 6 months, last: 2026-01-15 }';
  expect(said(review, '2026-07-15')).toEqual([]);
  expect(said(review, '2026-07-16')).toEqual(['KPI6059 the review of `returns` was due on 2026-07-15']);
  expect(said('{ every: 6 months }', '2026-01-01')).toEqual(['KPI6059 the KPI `returns` was never reviewed']);
});
