import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { readWithPackage } from '../../../packages/parser/src/yaml/read-with-package.js';
import type { YamlNode } from '../../../packages/parser/src/yaml/tree.js';
import { documents, mutants, soundDocuments, soup } from './arbitraries.js';
import { plainTree } from './plain-tree.js';

const runs = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 400), seed: Number(process.env['FUZZ_SEED'] ?? 1) };
const texts = fc.oneof(soundDocuments, documents, mutants, soup);

function* scalarsOf(node: YamlNode): Generator<YamlNode & { kind: 'scalar' }> {
  if (node.kind === 'scalar') yield node;
  else if (node.kind === 'seq') for (const item of node.items) yield* scalarsOf(item);
  else
    for (const { key, value } of node.entries) {
      yield key;
      yield* scalarsOf(value);
    }
}

describe('readWithPackage', () => {
  it('reads what the package reads, and says something about everything that the package refuses', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { value, diagnostics } = readWithPackage({ path: 'f', text });
        const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent', prettyErrors: false });
        const isSound = document.errors.length === 0 && document.contents !== null;
        // The package wants a space in front of a comment in brackets even at the start of a line; YAML does not.
        const errors = document.errors.filter(
          ({ message, pos }) => !(message.startsWith('Comments must') && text[pos[0] - 1] === '\n'),
        );
        if (errors.length > 0) expect(diagnostics, JSON.stringify(text)).not.toHaveLength(0);
        if (diagnostics.length === 0 && isSound) {
          const expected: unknown = document.toJS();
          // A file with comments only is an empty map to us and an empty text to the package.
          expect(plainTree(value), JSON.stringify(text)).toEqual(expected === '' ? {} : expected);
        }
      }),
      runs,
    );
  });

  it('gives every diagnostic and every node a place inside the file', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { value, diagnostics } = readWithPackage({ path: 'f', text });
        const spans = diagnostics.flatMap((d) => [
          d.span,
          ...d.fixes.flatMap((fix) => fix.edits.map((edit) => edit.span)),
        ]);
        if (value !== null) for (const scalar of scalarsOf(value)) spans.push(scalar.span);
        for (const { start, end } of spans) {
          expect(start >= 0 && start <= end && end <= text.length, `${start} ${end} ${JSON.stringify(text)}`).toBe(
            true,
          );
        }
        if (value === null) expect(diagnostics).not.toEqual([]);
      }),
      runs,
    );
  });
});
