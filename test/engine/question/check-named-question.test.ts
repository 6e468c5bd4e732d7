// What is wrong with a named question is shown where it stands in its file.
import { expect, test } from 'vitest';
import { parseProject } from '@sextant/parser';
import { checkNamedQuestion } from '../../../packages/engine/src/question/check-named-question.js';
import { SHOP } from '../plan/shop.js';

function findings(question: string): readonly string[] {
  const text = `${SHOP}questions:\n  asked: ${question}\n`;
  const { value: graph, diagnostics } = parseProject([{ path: 'shop.kpi.yaml', text }]);
  expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
  const def = graph.questions.get('asked');
  if (def === undefined) throw new Error('no question');
  return checkNamedQuestion(graph, def).diagnostics.map(
    ({ code, span }) => `${code} @ ${span.file} ${text.slice(span.start, span.end)}`,
  );
}

test('a sound question has no findings', () => {
  expect(
    findings(
      "{ metrics: [revenue, aov], by: [channel], grain: month, over: 2026-Q1, where: channel = 'web', order: [revenue desc] }",
    ),
  ).toEqual([]);
});

test('every part is pointed at in its place', () => {
  expect(findings('{ metrics: [revenu], by: [chanel], grain: mnth, order: [x], over: Q1 2026 }')).toEqual([
    'KPI2001 @ shop.kpi.yaml revenu',
    'KPI2001 @ shop.kpi.yaml chanel',
    'KPI4008 @ shop.kpi.yaml mnth',
    'KPI4020 @ shop.kpi.yaml Q1 2026',
    'KPI4023 @ shop.kpi.yaml x',
  ]);
});

test('formulas are pointed into, in quotes too', () => {
  expect(findings(`{ metrics: [revenue], where: "channel = 'web' and chanel = 'x'", having: revenue > 5 }`)).toEqual([
    'KPI2001 @ shop.kpi.yaml chanel',
    'KPI3009 @ shop.kpi.yaml 5',
  ]);
});

test('a group that a metric cannot reach', () => {
  expect(findings('{ metrics: [roas], by: [region] }')).toEqual(['KPI4004 @ shop.kpi.yaml region']);
});
