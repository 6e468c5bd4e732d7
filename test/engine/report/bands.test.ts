// Bands of a status as stretches of values: what an end of a period needs.
import { expect, test } from 'vitest';
import { bandsAt } from '../../../packages/engine/src/report/chart/bands.js';
import { exampleCard } from './example-card.js';

function bands(kpi: string, straight = true) {
  const reading = exampleCard.kpis.find((one) => one.kpi === kpi);
  const point = reading?.history.at(-1);
  if (reading === undefined || point === undefined) throw new Error(kpi);
  return bandsAt(reading, point, straight);
}

test('a pace at the end is the whole way', () => {
  expect(bands('revenue_fy27')).toEqual({ onTrack: 36400 * 0.95, atRisk: 36400 * 0.85, better: 'up' });
});

test('a score lies between baseline and target, downwards too', () => {
  expect(bands('cac_fy27')).toEqual({ onTrack: 80 - 20 * 0.95, atRisk: 80 - 20 * 0.85, better: 'down' });
});

test('values and forecasts are what they say', () => {
  expect(bands('cancellations_fy27')).toEqual({ onTrack: 0.04, atRisk: 0.06, better: 'down' });
  expect(bands('orders_monthly')).toEqual({ onTrack: 28, atRisk: 24, better: 'up' });
});

test('a limit is scored from its worst', () => {
  expect(bands('reply_fy27')).toEqual({ onTrack: 60, atRisk: 240 - 180 * 0.8, better: 'down' });
});

test('a range, a curve and a limit without a worst have none', () => {
  expect([bands('ad_budget_fy27'), bands('nps_fy27', false), bands('refunds_fy27')]).toEqual([null, null, null]);
});
