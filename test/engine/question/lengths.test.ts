// A parameter that says how long a window is: no question gives it another value, wherever it stands.
import { expect, test } from 'vitest';
import { parseProject } from '@sextant/parser';
import { checkQuestion } from '../../../packages/engine/src/question/check-question.js';
import { readOptions } from '../../../packages/engine/src/status/read-options.js';

const { value: graph, diagnostics } = parseProject([
  { path: 'kpi.project.yaml', text: 'project: p\n' },
  {
    path: 'a.kpi.yaml',
    text: `datasets:
  orders: { from: o.csv, key: id, time: day, fields: { id: text, day: date, n: integer } }
parameters: { lookback: base, base: 28 days, recent: 7 days, factor: 2 }
metrics:
  total: sum(orders.n) * factor
  lately: { formula: "rolling(total, lookback)" }
`,
  },
]);

const asked = (metric: string, parameters: Readonly<Record<string, string>>): readonly string[] =>
  checkQuestion(graph, { metrics: [metric], parameters, asOf: '2026-03-31' }).diagnostics.map(
    ({ code, message }) => `${code} ${message}`,
  );

test('the definitions are sound', () => {
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a question cannot change it, nor what it is by default', () => {
  expect(asked('lately', { lookback: '7 days' })).toEqual(['KPI4032 no question can change the length `lookback`']);
  expect(asked('lately', { base: '7 days' })).toEqual(['KPI4032 no question can change the length `base`']);
  // The question does not ask for it, and its answer would be right: one rule for all questions is easier to keep in mind.
  expect(asked('total', { lookback: '7 days' })).toEqual(['KPI4032 no question can change the length `lookback`']);
});

test('nor where the question itself uses it as a length', () => {
  expect(asked('rolling(total, recent)', { recent: '3 days' })).toEqual([
    'KPI4032 no question can change the length `recent`',
  ]);
  expect(asked('total / recent', { recent: '3 days' })).toEqual([]);
});

test('other parameters stay changeable', () => {
  expect(asked('lately', { factor: '3' })).toEqual([]);
});

test('a scorecard refuses it too', () => {
  const read = readOptions(graph, { asOf: '2026-03-31', parameters: { lookback: '7 days' } });
  expect(read.diagnostics.map(({ code }) => code)).toEqual(['KPI4032']);
});
