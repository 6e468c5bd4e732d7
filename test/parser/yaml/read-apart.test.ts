// What is read apart from the rest of a large file is what the package reads when it reads the whole file.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../packages/parser/src/yaml/read-yaml.js';
import { readWithPackage } from '../../../packages/parser/src/yaml/read-with-package.js';
import { documents, mutants, soundDocuments, soup } from './arbitraries.js';

const runs = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 400), seed: Number(process.env['FUZZ_SEED'] ?? 1) };

/** A file is large from 50,000 characters on. */
const BELOW = `goals:\n  filling:\n    title: ${'x'.repeat(50_000)}\n`;

const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

/** A file with a section, some entries of which hold documents of all kinds. */
const files: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom('    ', '    ', '   ', '  ', '      '),
      fc.oneof(soundDocuments, documents, mutants, soup),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((parts) => {
    const entries = parts.map(([by, text], i) => `  key_${i}:\n${indented(text, by)}\n  sound_${i}: 1\n`);
    return `metrics:\n  first: 1\n${entries.join('')}${BELOW}`;
  });

/** The package says that a block without text ends where the file ends. */
function withoutEnds(_key: string, value: unknown): unknown {
  const isEmpty = typeof value === 'object' && value !== null && 'text' in value && value.text === '';
  return isEmpty ? { ...value, map: null } : value;
}

it('says nothing where the package says nothing, and reads the same there', () => {
  let apart = 0;
  fc.assert(
    fc.property(files, (text) => {
      const read = readText({ path: 'f', text });
      if (read.locality === 'none') return;
      if (read.locality === 'apart') apart++;
      const whole = readWithPackage({ path: 'f', text });
      expect(read.diagnostics.length === 0, JSON.stringify(text.slice(0, -BELOW.length))).toBe(
        whole.diagnostics.length === 0,
      );
      if (whole.diagnostics.length > 0) return;
      expect(JSON.stringify(read.value, withoutEnds) === JSON.stringify(whole.value, withoutEnds)).toBe(true);
    }),
    runs,
  );
  expect(apart).toBeGreaterThan(runs.numRuns / 20);
});

describe('one mistake', () => {
  it.each([
    ['a quote that is not closed', '    formula: "sum(a', ''],
    ['a key without a colon', '    formul', ''],
    ['a name without a colon', '', '  reven'],
    ['a text over several lines', '    title: one\n      two', ''],
    ['a bracket that is not closed', '    aliases: [a, b', ''],
    ['an anchor', '    formula: &x 1', ''],
    ['a colon in a text', '    title: one: two', ''],
    ['a wrong indentation', '    title: one\n     owner: x', ''],
    ['a key that stands twice', '    title: one\n    title: two', ''],
  ])('%s is said as in a small file', (_what, inside, beside) => {
    const above = `metrics:\n  a:\n    formula: 1\n${inside}${inside === '' ? '' : '\n'}${beside}${beside === '' ? '' : '\n'}  b:\n    formula: 2\n`;
    const large = readText({ path: 'f', text: above + BELOW });
    const small = readText({ path: 'f', text: above });
    expect(large.locality).toBe('apart');
    expect(small.locality).toBe('none');
    expect(large.diagnostics).toEqual(small.diagnostics);
    expect(large.value?.entries[0]).toEqual(small.value?.entries[0]);
  });
});
