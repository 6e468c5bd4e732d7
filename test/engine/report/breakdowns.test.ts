// Which dimensions a KPI is shown by, and what is shown of the answers.
import { describe, expect, test } from 'vitest';
import { breakdownOf, breakdownQuestions } from '../../../packages/engine/src/report/breakdowns.js';
import type { Result } from '../../../packages/engine/src/result/result.js';
import { exampleCard, exampleGraph } from './example-card.js';

const graph = exampleGraph();
const asked = (kpi: string, datasets: readonly string[] = [...graph.datasets.keys()]) => {
  const reading = exampleCard.kpis.find((one) => one.kpi === kpi);
  if (reading === undefined) throw new Error(kpi);
  return breakdownQuestions(graph, reading, { asOf: '2026-06-17', datasets: new Set(datasets) });
};

describe('the questions', () => {
  test('are asked in the KPI’s period, with its condition, by dimensions that all of it can be asked by', () => {
    const [first] = asked('orders_monthly');
    expect(first?.question).toEqual({
      metrics: ['orders_placed'],
      where: "segment = 'consumer'",
      by: [first?.dimension],
      from: '2026-05-01',
      to: '2026-07-31',
      limit: 13,
      asOf: '2026-06-17',
      parameters: {},
    });
    // Customers have a channel only by what they said; advertising has no country.
    expect(asked('cac_fy27').map(({ dimension }) => dimension)).not.toContain('country');
  });
  test('are none for a KPI with groups of its own, or without a value', () => {
    expect(asked('revenue_fy27')).toEqual([]);
    expect(asked('ad_budget_fy27')).toEqual([]);
  });
  test('need no data that is not open', () => {
    expect(asked('orders_monthly', ['orders']).map(({ dimension }) => dimension)).not.toContain('country');
  });
});

const answer = (values: readonly (readonly [string | null, string | null])[]): Result => ({
  columns: [],
  rows: values.map(([key, value]) => ({
    bucket: null,
    keys: [key],
    cells: [{ value, reason: value === null ? 'no_rows' : null, approximate: false, complete: true }],
  })),
  asOf: '2026-06-17',
  diagnostics: [],
});

describe('the answers', () => {
  test('stand with the largest first, exactly, and those without a value last', () => {
    const found = breakdownOf(
      graph,
      'channel',
      answer([
        ['a', '9007199254740993'],
        ['b', null],
        [null, '9007199254740994'],
        ['c', '-3'],
      ]),
    );
    expect(found).toMatchObject({ kind: 'dimension', title: 'channel', overlapping: false });
    expect(found?.kind === 'dimension' ? found.rows.map(({ key }) => key) : []).toEqual([null, 'a', 'c', 'b']);
  });
  test('are not shown for one group, or for too many', () => {
    expect(breakdownOf(graph, 'channel', answer([['a', '1']]))).toBeNull();
    expect(breakdownOf(graph, 'channel', answer(Array.from({ length: 13 }, (_, i) => [String(i), '1'])))).toBeNull();
  });
});
