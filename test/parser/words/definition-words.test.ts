// Definitions in plain sentences.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { definitionInWords, kpiInWords, parseProject } from '@sextant/parser';
import { exampleFiles } from '../../engine/report/example-project.js';

const { value: graph, diagnostics } = parseProject(exampleFiles);
const plain = (text: string): string => text.replaceAll('\u202f', ' ');

function kpi(name: string) {
  const found = graph.kpis.get(name);
  if (found === undefined) throw new Error(name);
  return found;
}

function metric(name: string): string {
  const found = graph.metrics.get(name);
  if (found === undefined) throw new Error(name);
  return plain(definitionInWords(graph, found));
}

test('metrics', () => {
  expect(metric('cac')).toBe(
    'Cost to win a customer is (Advertising cost plus Marketing costs) divided by New customers, in EUR per customer.',
  );
  expect(metric('revenue')).toBe(
    "Revenue is the sum of net in EUR at the rate of the day over orders whose status is 'paid', in EUR. Without rows it is 0.",
  );
  expect(metric('orders_placed')).toBe("Orders placed is the number of orders whose status is 'paid'.");
});

test('a KPI says what it measures, what for, how far and how it is judged', () => {
  const words = plain(definitionInWords(graph, kpi('cac_fy27')));
  expect(words).toContain('It measures Cost to win a customer in each fiscal quarter.');
  expect(words).toContain('It serves the goal “Win customers at a sane price”. Marketing answers for it.');
  expect(words).toContain('62 EUR per customer in FY2027-Q1, 60 EUR per customer in FY2027-Q2,');
  expect(words).toContain('Progress is measured from 80 EUR per customer.');
  expect(words).toContain(
    'On track from 95 % of the way from the baseline to the target; at risk from 85 %; else off track.',
  );
  expect(words).toContain('Its status is never better than that of Recommendation.');
});

test.each([
  ['revenue_fy27', 'on track from 95 % of what is expected by then; at risk from 85 %; else off track'],
  [
    'orders_monthly',
    'on track from 28 orders in the forecast for the whole period; at risk from 24 orders; else off track',
  ],
  ['cancellations_fy27', 'on track up to 4 %; at risk up to 6 %; else off track'],
  ['ad_budget_fy27', 'on track from 90 % of the full score; at risk from 50 %; else off track'],
])('the status rule of %s', (name, rule) => {
  expect(kpiInWords(graph, kpi(name)).status.map(plain)).toEqual([rule]);
});

test.each([
  [
    'revenue_fy27',
    ['the targets per fiscal quarter and country are the target of each revenue target in Revenue targets'],
  ],
  ['reply_fy27', ['it should be at most 60 minutes', '240 minutes or more scores nothing']],
  ['ad_budget_fy27', ['it should be between 50 % and 70 %', '20 % outside of it scores nothing']],
  [
    'refunds_fy27',
    ['it should be at most 5 %', 'the score is 100 % at 0 %, 100 % at 5 % and 0 % at 10 %, and straight between'],
  ],
  [
    'repeat_fy27',
    ['the target is Repeat rate in the same part of the year before, times 1.05', 'progress is measured from 40 %'],
  ],
])('the target rule of %s', (name, rule) => {
  expect(kpiInWords(graph, kpi(name)).target.map(plain)).toEqual(rule);
});

test('guardrails and trends', () => {
  const { guardrails, trend, pacing } = kpiInWords(graph, kpi('revenue_fy27'));
  expect(guardrails).toEqual([
    'its status is never better than that of Refunds, unless that is at least at risk',
    'its status is never better than that of Recommendation',
  ]);
  expect(trend).toEqual(['its trend compares with 1 year before; a change of less than 500 EUR counts as none']);
  expect(pacing).toEqual([
    'the way to the target is expected evenly over the working days of the period, without Public holidays',
  ]);
});

test('the definitions are sound', () => {
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('every definition of the example company has words', () => {
  const root = join(import.meta.dirname, '../../../examples/trailhead');
  const { value: trailhead } = parseProject(
    readdirSync(root)
      .filter((name) => name.endsWith('.yaml'))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  );
  expect(trailhead.kpis.size).toBeGreaterThan(5);
  for (const one of [...trailhead.metrics.values(), ...trailhead.kpis.values()]) {
    const words = definitionInWords(trailhead, one);
    expect(words).toMatch(/^[^]+\.$/);
    expect(words).not.toMatch(/undefined|not understood|object Object/);
  }
});
