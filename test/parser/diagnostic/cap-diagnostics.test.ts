import { expect, test } from 'vitest';
import { capDiagnostics } from '../../../packages/parser/src/diagnostic/cap-diagnostics.js';
import type { Diagnostic, Severity } from '../../../packages/parser/src/diagnostic/diagnostic.js';

function at(file: string, start: number, severity: Severity): Diagnostic {
  return {
    code: 'KPI1001',
    severity,
    message: `m${start}`,
    span: { file, start, end: start + 1 },
    related: [],
    notes: [],
    fixes: [],
  };
}

test('a file with few diagnostics keeps them all', () => {
  const few = [at('a', 0, 'warning'), at('b', 0, 'error')];
  expect(capDiagnostics(few)).toEqual({ shown: few, hidden: new Map() });
});

test('each file is cut at 100, with a count', () => {
  const many = ['a', 'b'].flatMap((file) => Array.from({ length: 123 }, (_, start) => at(file, start, 'error')));
  const { shown, hidden } = capDiagnostics([...many, at('c', 0, 'error')]);
  expect(shown).toHaveLength(201);
  expect(hidden).toEqual(
    new Map([
      ['a', 23],
      ['b', 23],
    ]),
  );
});

test('errors stay before warnings, in the order given', () => {
  const mixed = [at('a', 1, 'warning'), at('a', 2, 'hint'), at('a', 3, 'error'), at('a', 4, 'warning')];
  const { shown, hidden } = capDiagnostics(mixed, 2);
  expect(shown.map((diagnostic) => diagnostic.span.start)).toEqual([1, 3]);
  expect(hidden.get('a')).toBe(2);
});
