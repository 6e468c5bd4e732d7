import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic, Edit } from '@sextant/parser';
import { applyFixes } from '../../../packages/cli/src/checking/apply-fixes.js';
import { diagnostic, file, spanOf } from '../reporters/make.js';

const source = file('one two three four\n', 'a.kpi.yaml');
const other = file('x y\n', 'b.kpi.yaml');

function fixable(edits: readonly Edit[], safe = true): Diagnostic {
  return diagnostic('m', spanOf(source, 'one'), { fixes: [{ title: 't', safe, edits }] });
}

const put = (word: string, text: string): Edit => ({ span: spanOf(source, word), text });
const textsOf = (...given: Parameters<typeof applyFixes>) => applyFixes(...given).files.map(({ text }) => text);

test('fixes are applied, whatever their order', () => {
  const all = [fixable([put('three', '3')]), fixable([put('one', 'first'), put('four', '')])];
  expect(textsOf([source], all)).toEqual(['first two 3 \n']);
  expect(textsOf([source], all.toReversed())).toEqual(['first two 3 \n']);
});

test('a fix that is not safe is not applied, and of several safe ones the first', () => {
  expect(applyFixes([source], [fixable([put('one', '1')], false)])).toEqual({ files: [source], applied: [] });
  const two = diagnostic('m', spanOf(source, 'one'), {
    fixes: [
      { title: 'a', safe: false, edits: [put('one', 'a')] },
      { title: 'b', safe: true, edits: [put('one', 'b')] },
      { title: 'c', safe: true, edits: [put('two', 'c')] },
    ],
  });
  expect(textsOf([source], [two])).toEqual(['b two three four\n']);
});

test('a fix that meets an earlier one waits, as a whole', () => {
  const late = fixable([put('two', '2'), put('four', '4')]);
  const { files, applied } = applyFixes([source], [fixable([put('two', 'zwei')]), late]);
  expect(files[0]?.text).toBe('one zwei three four\n');
  expect(applied).toHaveLength(1);
});

test('what only touches meets too: two insertions at one place have no order', () => {
  const at = (start: number, text: string): Edit => ({ span: { file: source.path, start, end: start }, text });
  expect(applyFixes([source], [fixable([at(3, 'A')]), fixable([at(3, 'B')])]).applied).toHaveLength(1);
  expect(applyFixes([source], [fixable([put('one', '1')]), fixable([at(3, 'B')])]).applied).toHaveLength(1);
  expect(applyFixes([source], [fixable([at(3, 'A'), at(3, 'B')])]).applied).toEqual([]);
});

test('a fix of several files is applied in all or in none', () => {
  const both = fixable([put('one', '1'), { span: spanOf(other, 'x'), text: 'z' }]);
  expect(textsOf([source, other], [both])).toEqual(['1 two three four\n', 'z y\n']);
  expect(textsOf([source], [both])).toEqual([source.text]);
  expect(textsOf([source, other], [both], new Set([other.path]))).toEqual([source.text, other.text]);
});

test('a place outside of the text is no place', () => {
  const outside = { span: { file: source.path, start: 5, end: 500 }, text: '' };
  expect(applyFixes([source], [fixable([outside])]).applied).toEqual([]);
  expect(applyFixes([source], [fixable([])]).applied).toEqual([]);
});

test('whatever overlaps, each fix is in the text or left out, and all that no fix names stays', () => {
  const signs = '0123456789';
  const edit = fc.tuple(fc.nat(10), fc.nat(10), fc.constantFrom('', 'A', 'BB'));
  fc.assert(
    fc.property(fc.array(fc.array(edit, { maxLength: 3 }), { maxLength: 6 }), (fixes) => {
      const text = file(signs, 'a');
      const all = fixes.map((edits) =>
        fixable(
          edits.map(([a, b, put]) => ({
            span: { file: 'a', start: Math.min(a, b), end: Math.max(a, b) },
            text: put,
          })),
        ),
      );
      const { files, applied } = applyFixes([text], all);
      const edits = applied.flatMap(({ fix }) => fix.edits).sort((a, b) => a.span.start - b.span.start);
      let expected = '';
      let at = 0;
      for (const { span, text: put } of edits) {
        expect(span.start).toBeGreaterThanOrEqual(at);
        expected += signs.slice(at, span.start) + put;
        at = span.end;
      }
      expect(files[0]?.text).toBe(expected + signs.slice(at));
    }),
    { numRuns: 300, seed: 7 },
  );
});
