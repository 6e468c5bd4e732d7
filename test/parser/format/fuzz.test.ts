// Whatever YAML reads is formatted, says the same, keeps its comments, and comes out the same a second time.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatFile } from '../../../packages/parser/src/format/format-file.js';
import { readYaml } from '../../../packages/parser/src/yaml/read-yaml.js';
import { documents, mutants, soundDocuments, soup } from '../yaml/arbitraries.js';
import { plainTree } from '../yaml/plain-tree.js';

const runs = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 400), seed: Number(process.env['FUZZ_SEED'] ?? 1) };

test('any YAML', () => {
  let formatted = 0;
  fc.assert(
    fc.property(fc.oneof({ weight: 3, arbitrary: soundDocuments }, documents, mutants, soup), (text) => {
      // The package takes a byte order mark for no column, so that what it makes of spaces behind one is not what stands there.
      fc.pre(!/^\ufeff[ \t]/.test(text));
      const file = { path: 'x.kpi.yaml', text };
      const before = readYaml(file);
      const { value, diagnostics } = formatFile(file);
      expect(diagnostics, JSON.stringify(text)).toEqual(before.diagnostics);
      if (before.diagnostics.length > 0) {
        expect(value).toBe(text);
        return;
      }
      formatted++;
      expect(plainTree(readYaml({ ...file, text: value }).value), JSON.stringify(text)).toEqual(
        plainTree(before.value),
      );
      expect(formatFile({ ...file, text: value }), JSON.stringify(text)).toEqual({ value, diagnostics: [] });
      expect(value).not.toMatch(/^\ufeff/);
    }),
    runs,
  );
  expect(formatted).toBeGreaterThan(runs.numRuns / 10);
});
