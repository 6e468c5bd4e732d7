import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWithPackage } from '../../../packages/parser/src/yaml/read-with-package.js';
import { spanInScalar, type ScalarNode } from '../../../packages/parser/src/yaml/tree.js';

const runs = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500), seed: Number(process.env['FUZZ_SEED'] ?? 1) };

/** A stretch of source and the text that it stands for; each character of the text has all of the source. */
interface Piece {
  readonly source: string;
  readonly text: string;
  /** Where in the source the text is said to stand; the whole of it if left out. */
  readonly places?: readonly (readonly [number, number])[];
}

const raw = (text: string): Piece => ({
  source: text,
  text,
  places: [...Array(text.length).keys()].map((i) => [i, i + 1]),
});

/** Line breaks and indentation, as YAML folds them: one is a space, of several the first goes. */
function fold(before: string, breaks: readonly string[]): Piece {
  const source = before + breaks.map((lineEnd) => `${lineEnd}    `).join('');
  const ends = [...source.matchAll(/\n/g)].map(({ index }): [number, number] => [index, index + 1]);
  return ends.length === 1
    ? { source, text: ' ', places: ends }
    : { source, text: '\n'.repeat(ends.length - 1), places: ends.slice(1) };
}

const word = fc.constantFrom('a', 'b_c', 'é', '😀', 'x(y)', '10.10', '=').map(raw);
const space = fc.constantFrom(' ', '  ').map(raw);
const folds = fc
  .tuple(fc.constantFrom('', ' ', ' \t'), fc.array(fc.constantFrom('\n', '\r\n'), { minLength: 1, maxLength: 3 }))
  .map(([before, breaks]) => fold(before, breaks));
const escapes = fc
  .constantFrom(
    ['\\"', '"'],
    ['\\n', '\n'],
    ['\\\\', '\\'],
    ['\\x41', 'A'],
    ['\\u00e9', 'é'],
    ['\\U0001F600', '😀'],
    ['\\t', '\t'],
  )
  .map(([source = '', text = '']): Piece => ({ source, text }));
const hiddenBreak = fc.constantFrom('\\\n    ', '\\\r\n      ').map((source): Piece => ({ source, text: '' }));
const doubled: Piece = { source: "''", text: "'" };

/** Words with something between them: the ends of a line never touch white space of the text. */
const joined = (words: fc.Arbitrary<Piece>, between: fc.Arbitrary<Piece>): fc.Arbitrary<readonly Piece[]> =>
  fc.tuple(words, fc.array(fc.tuple(between, words), { maxLength: 6 })).map(([first, rest]) => [first, ...rest.flat()]);

function readScalar(source: string): { file: string; node: ScalarNode } {
  const file = `x: 1\na:\n  b: ${source}\nc: 1\n`;
  const { value, diagnostics } = readWithPackage({ path: 'f', text: file });
  expect(diagnostics, file).toEqual([]);
  const a = value?.entries[1]?.value;
  const node = a?.kind === 'map' ? a.entries[0]?.value : undefined;
  if (node?.kind !== 'scalar') throw new Error(`no scalar in ${file}`);
  return { file, node };
}

function checkPieces(open: string, pieces: readonly Piece[], close: string): void {
  const { file, node } = readScalar(open + pieces.map(({ source }) => source).join('') + close);
  expect(node.text, file).toBe(pieces.map(({ text }) => text).join(''));
  let at = file.indexOf('  b: ') + 5 + open.length;
  let decoded = 0;
  for (const { source, text, places } of pieces) {
    for (let unit = 0; unit < text.length; unit++) {
      const [start, end] = places?.[unit] ?? [0, source.length];
      const span = spanInScalar(node, decoded, decoded + 1);
      expect([span.start, span.end], `${JSON.stringify(file)} character ${decoded}`).toEqual([at + start, at + end]);
      decoded++;
    }
    at += source.length;
  }
  expect(spanInScalar(node, decoded, decoded)).toEqual({ file: 'f', start: at, end: at });
}

describe('the map of a scalar', () => {
  it('is exact for plain texts of one and of several lines', () => {
    const pieces = joined(word, fc.oneof(space, folds));
    fc.assert(
      fc.property(pieces, (pieces) => checkPieces('', pieces, '')),
      runs,
    );
  });

  it('is exact for single quotes', () => {
    const pieces = joined(fc.oneof(word, fc.constant(doubled)), fc.oneof(space, folds, fc.constant(doubled)));
    fc.assert(
      fc.property(pieces, (pieces) => checkPieces("'", pieces, "'")),
      runs,
    );
  });

  it('is exact for double quotes with escapes, folded and hidden line breaks', () => {
    const pieces = joined(fc.oneof(word, escapes), fc.oneof(space, folds, escapes, hiddenBreak));
    fc.assert(
      fc.property(pieces, (pieces) => checkPieces('"', pieces, '"')),
      runs,
    );
  });

  const line = fc.constantFrom(
    'a b',
    'sum(x)',
    ' more',
    '  deep é',
    '',
    '',
    ' ',
    'tail  ',
    '😀',
    '\ttab',
    '# no comment',
  );
  const header = fc.tuple(fc.constantFrom('|', '>'), fc.constantFrom('', '-', '+'), fc.constantFrom('', '2'));

  it('is exact for blocks', () => {
    fc.assert(
      fc.property(header, fc.array(line, { maxLength: 7 }), fc.constantFrom('\n', '\r\n'), (head, lines, lineEnd) => {
        // Without an indicator the first line says how deep the block is.
        const content = head[2] === '' ? ['first', ...lines] : lines;
        const written = content.map((text) => (text === '' ? '' : `    ${text}`)).join(lineEnd);
        const { file, node } = readScalar(`${head.join('')}${lineEnd}${written}`);
        const places = Array.from({ length: node.text.length }, (_, index) => spanInScalar(node, index, index + 1));
        let last = -1;
        for (const [index, { start, end }] of places.entries()) {
          const char = node.text[index] ?? '';
          const message = `${JSON.stringify(file)} character ${index}`;
          expect(start, message).toBeGreaterThan(last);
          expect(end, message).toBe(start + 1);
          last = start;
          const source = file[start] ?? '';
          // A folded line break is a space in the text; everything else is what it was.
          expect(source === char || (char === ' ' && source === '\n'), message).toBe(true);
          if (
            index > 0 &&
            char !== '\n' &&
            node.text[index - 1] !== '\n' &&
            source !== '\n' &&
            file[start - 1] !== ' '
          ) {
            expect(spanInScalar(node, index - 1, index).start, message).toBe(start - 1);
          }
        }
        // Strictly growing, the same characters, and as many of them: each is where it stands.
        const visible = (text: string): string => text.replace(/\s/g, '');
        const block = file.slice(file.indexOf('b: ') + 3, file.lastIndexOf('c: 1')).replace(/^.*/, '');
        expect(visible(node.text)).toBe(visible(block));
        expect(node.span.end).toBeLessThanOrEqual(file.lastIndexOf('c: 1'));
      }),
      runs,
    );
  });

  it('says "here it ends" on the last line of a block', () => {
    const { file, node } = readScalar('|\n    a +\n\n');
    const span = spanInScalar(node, node.text.length, node.text.length);
    expect(file.slice(0, span.start)).toMatch(/a \+$/);
  });

  it('covers a whole emoji and a whole escape', () => {
    const { file, node } = readScalar('"x \\U0001F600 😀 y"');
    const place = (start: number, end: number): string => {
      const span = spanInScalar(node, start, end);
      return file.slice(span.start, span.end);
    };
    expect(node.text).toBe('x 😀 😀 y');
    expect([place(2, 4), place(5, 7), place(0, 4), place(8, 9), place(3, 4)]).toEqual([
      '\\U0001F600',
      '😀',
      'x \\U0001F600',
      'y',
      '\\U0001F600',
    ]);
  });
});
