// Windows and buckets of a question, held against the operators in its formulas.
import { expect, test } from 'vitest';
import { parseProject } from '@sextant/parser';
import { checkQuestion } from '../../../packages/engine/src/question/check-question.js';

const { value: graph } = parseProject([
  { path: 'kpi.project.yaml', text: 'project: p\n' },
  {
    path: 'x.kpi.yaml',
    text: `
datasets:
  stock: { from: stock.csv, key: taken_on, snapshot: taken_on, fields: { taken_on: date, units: integer } }
  orders: { from: orders.csv, key: order_id, time: ordered_on, fields: { order_id: text, ordered_on: date } }
metrics:
  placed: count(orders)
  units: sum(stock.units)
  growth_of_orders: growth(placed, 1 year)
  weekly: avg(placed per week)
`,
  },
]);

const asked = (metric: string, more: object = {}): readonly string[] =>
  checkQuestion(graph, { metrics: [metric], asOf: '2026-06-30', ...more }).diagnostics.map(
    ({ code, span }) => `${code} ${span.file} ${span.start}-${span.end}`,
  );

test('a window is needed to look back', () => {
  expect(asked('growth_of_orders')).toEqual(['KPI4015 metric 1 0-16']);
  expect(asked('placed / to_date(placed, year)')).toEqual(['KPI4015 metric 1 9-30']);
  expect(asked('growth_of_orders', { grain: 'month' })).toEqual([]);
  expect(asked('growth_of_orders', { from: '2026-01' })).toEqual([]);
  expect(asked('prior(rolling(placed, 28 days), 1 year)')).toEqual(['KPI4015 metric 1 0-39']);
  expect(asked('rolling(prior(placed, 1 year), 28 days)')).toEqual([]);
  expect(asked('avg(growth_of_orders per month)')).toEqual([]);
});

test('across time the window is the range again', () => {
  expect(asked('placed / (growth_of_orders across time)', { grain: 'month' })).toEqual(['KPI4015 metric 1 10-26']);
  expect(asked('placed / (growth_of_orders across time)', { grain: 'month', from: '2026' })).toEqual([]);
});

test('weeks move by weeks, and lie in no month', () => {
  expect(asked('growth_of_orders', { grain: 'week' })).toEqual(['KPI4017 metric 1 0-16']);
  expect(asked('growth(placed, 52 weeks)', { grain: 'week' })).toEqual([]);
  expect(asked('weekly', { grain: 'month' })).toEqual(['KPI4016 metric 1 0-6']);
  expect(asked('weekly', { grain: 'week' })).toEqual([]);
  expect(asked('placed', { grain: 'month', having: 'weekly > 1' })).toEqual(['KPI4016 --having 0-6']);
});

test('a state is read at an instant', () => {
  expect(asked('units', { over: '2026' })).toEqual(['KPI4012 metric 1 0-5']);
  expect(asked('closing(units)')).toEqual([]);
  expect(asked('max(stock.units)')).toEqual([]);
});
