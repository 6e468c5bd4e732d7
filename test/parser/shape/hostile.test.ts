// Whatever a file says, the stage returns, and what it complains about stands in the file.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shapeFiles } from './read.js';

const words = [
  'metrics',
  'datasets',
  'kpis',
  'tests',
  'fields',
  'formula',
  'target',
  'from',
  'given',
  'expect',
  'a',
  'project',
  'calendar',

  'coalesce(a, b)',
  "'x",
  '"y"',
  '# c',
  ' #d',
  '-- e',
  '|',
  '>',
  '~',
  'null',
  '*x',
  '&y',
  '!t',
  '010',
  '__proto__',
  'constructor',
  '',
];
const piece = fc.constantFrom(
  ...words,
  ': ',
  ':',
  '\n',
  '\n  ',
  '\n    ',
  '{ ',
  ' }',
  '[',
  ']',
  ', ',
  '- ',
  '? ',
  '\t',
  '\u{1f600}',
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

test('it never throws, and every place lies in its file', () => {
  fc.assert(
    fc.property(text, fc.constantFrom('a.kpi.yaml', 'kpi.project.yaml'), (source, path) => {
      for (const { span, fixes, related } of shapeFiles({ [path]: source }).diagnostics) {
        for (const place of [
          span,
          ...related.map((part) => part.span),
          ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span)),
        ]) {
          expect(place.start).toBeGreaterThanOrEqual(0);
          expect(place.end).toBeGreaterThanOrEqual(place.start);
          expect(place.end).toBeLessThanOrEqual(source.length);
        }
      }
    }),
    { seed: 11, numRuns: 3000 },
  );
});

test('keys that every object has are names like others', () => {
  const { value, diagnostics } = shapeFiles({
    'a.kpi.yaml': 'metrics: { constructor: count(a), __proto__: count(b) }',
  });
  expect(diagnostics).toEqual([]);
  expect(value.metrics.map(({ name }) => name.text)).toEqual(['constructor', '__proto__']);
  expect(shapeFiles({ 'a.kpi.yaml': 'constructor: 1\ntoString: 2' }).diagnostics.map(({ code }) => code)).toEqual([
    'KPI1101',
    'KPI1101',
  ]);
});
