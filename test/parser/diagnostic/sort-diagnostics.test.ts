import { expect, test } from 'vitest';
import type { Code } from '../../../packages/parser/src/diagnostic/codes.js';
import type { Diagnostic } from '../../../packages/parser/src/diagnostic/diagnostic.js';
import { sortDiagnostics } from '../../../packages/parser/src/diagnostic/sort-diagnostics.js';

function at(file: string, start: number, code: string, more: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: code as Code,
    severity: 'error',
    message: 'm',
    span: { file, start, end: start + 1 },
    related: [],
    notes: [],
    fixes: [],
    ...more,
  };
}

test('sorts by file, place and code', () => {
  const wanted = [
    at('B.kpi.yaml', 9, 'KPI1001'),
    at('a.kpi.yaml', 2, 'KPI3001'),
    at('a.kpi.yaml', 10, 'KPI2001'),
    at('a.kpi.yaml', 10, 'KPI2002'),
    at('ä.kpi.yaml', 0, 'KPI1001'),
  ];
  expect(sortDiagnostics(wanted.toReversed())).toEqual(wanted);
});

test('the order in which stages report makes no difference', () => {
  const twins = [
    at('a', 1, 'KPI2001', { message: 'y' }),
    at('a', 1, 'KPI2001', { message: 'x', label: 'l' }),
    at('a', 1, 'KPI2001', { message: 'x' }),
    at('a', 1, 'KPI2001', { span: { file: 'a', start: 1, end: 9 } }),
  ];
  expect(sortDiagnostics(twins.toReversed())).toEqual(sortDiagnostics(twins));
});

test('says what is equal once, and keeps what differs in any part', () => {
  const related = (label: string): Partial<Diagnostic> => ({
    related: [{ span: { file: 'b', start: 0, end: 1 }, label }],
  });
  const sorted = sortDiagnostics([
    at('a', 1, 'KPI2002', related('first declared here')),
    at('a', 1, 'KPI2002', related('also declared here')),
    at('a', 1, 'KPI2002', related('first declared here')),
  ]);
  expect(sorted.map((diagnostic) => diagnostic.related[0]?.label)).toEqual([
    'also declared here',
    'first declared here',
  ]);
});
