// Whatever a text is and wherever the cursor stands: every method answers, within the bounds of the files.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  answer,
  applyInTurn,
  diagnostics,
  indexLines,
  METHODS,
  offsetAt,
  openWorkspace,
  positionAt,
  service,
  update,
  type Method,
  type Params,
  type Position,
  type Workspace,
} from '@sextant/language-service';
import { open, SHOP } from './shop.js';

const PATH = 'metrics.kpi.yaml';
const BITS = [
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  ': ',
  ':',
  '- ',
  '-',
  '\n',
  '\r\n',
  '\r',
  '  ',
  '(',
  ')',
  '|',
  '>',
  '#',
  ' # ',
  ',',
  '.',
  '&',
  '*',
  '!',
  '\t',
  '😀',
  'ü',
  'where',
  'per ',
  "= '",
  '--',
  '1 ',
  '%',
  '\u0000',
  '\ud800',
  '~',
  'null',
  '?',
];

/** A file of the shop that somebody is writing: cut off, with holes, with stray characters. */
const brokenText = fc
  .record({
    path: fc.constantFrom(...Object.keys(SHOP)),
    cut: fc.nat(),
    isCut: fc.boolean(),
    changes: fc.array(
      fc.record({ at: fc.nat(), drop: fc.integer({ min: 0, max: 30 }), bit: fc.constantFrom(...BITS) }),
      {
        maxLength: 4,
      },
    ),
  })
  .map(({ path, cut, isCut, changes }) => {
    let text = SHOP[path] ?? '';
    if (isCut) text = text.slice(0, cut % (text.length + 1));
    for (const { at, drop, bit } of changes) {
      const place = at % (text.length + 1);
      text = text.slice(0, place) + bit + text.slice(place + drop);
    }
    return text;
  });

const shop = open(SHOP);
diagnostics(shop);

function paramsOf(method: Method, position: Position): unknown {
  const range = { start: { line: 0, character: 0 }, end: position };
  switch (method) {
    case 'diagnostics':
      return null;
    case 'resolveCompletion':
      return { label: 'x', data: { kind: 'word', word: 'sum' } };
    case 'workspaceSymbols':
      return { query: 'r' };
    case 'rename':
      return { path: PATH, position, newName: 'other name' };
    case 'references':
      return { path: PATH, position, includeDeclaration: true };
    default:
      return { path: PATH, position, range };
  }
}

function call(workspace: Workspace, method: Method, position: Position): unknown {
  // The parameters of each method are made above, by its name.
  return answer(workspace, method, paramsOf(method, position) as Params<typeof method>);
}

/** All ranges in an answer, wherever they are. */
function rangesIn(value: unknown): readonly { readonly start: Position; readonly end: Position }[] {
  if (value instanceof Map) return [...value.values()].flatMap(rangesIn);
  if (Array.isArray(value)) return value.flatMap(rangesIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'start' in value && 'end' in value ? [value as { start: Position; end: Position }] : [];
  return [...own, ...Object.values(value).flatMap(rangesIn)];
}

/** The methods whose ranges are of the file that was asked about. */
const OF_THE_FILE: readonly Method[] = [
  'hover',
  'completion',
  'documentHighlights',
  'prepareRename',
  'format',
  'inlayHints',
  'documentSymbols',
];

test('no text and no place makes a method throw, or speak of what is not there', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(brokenText, fc.nat(), (text, place) => {
      const workspace = update(shop, [{ kind: 'text', path: PATH, text }]);
      const lines = indexLines(text);
      const position = positionAt(lines, place % (text.length + 1));
      for (const method of METHODS) {
        const found = call(workspace, method, position);
        if (!OF_THE_FILE.includes(method)) continue;
        for (const { start, end } of rangesIn(found)) {
          expect(positionAt(lines, offsetAt(lines, start))).toEqual(start);
          expect(positionAt(lines, offsetAt(lines, end))).toEqual(end);
          expect(offsetAt(lines, start)).toBeLessThanOrEqual(offsetAt(lines, end));
        }
      }
      const { data } = service.semanticTokens(workspace, { path: PATH });
      let [line, character] = [0, 0];
      for (let i = 0; i < data.length; i += 5) {
        const [down = 0, right = 0, length = 0] = data.slice(i, i + 3);
        character = down === 0 ? character + right : right;
        line += down;
        const end = { line, character: character + length };
        expect(length).toBeGreaterThan(0);
        expect(positionAt(lines, offsetAt(lines, end))).toEqual(end);
      }
    }),
    { numRuns: 250, seed: 20_261_122 },
  );
});

test('places out of any file are answered too', () => {
  for (const position of [
    { line: 0, character: 0 },
    { line: 99_999, character: 99_999 },
    { line: -1, character: -1 },
  ]) {
    for (const method of METHODS) {
      expect(() => call(openWorkspace([]), method, position)).not.toThrow();
      expect(() => call(shop, method, position)).not.toThrow();
    }
  }
});

test('a workspace after edits is the workspace of the text', () => {
  const edit = fc.record({
    from: fc.nat(),
    length: fc.integer({ min: 0, max: 20 }),
    bit: fc.constantFrom(...BITS, ''),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      let text = SHOP[PATH] ?? '';
      const sent = edits.map(({ from, length, bit }) => {
        const lines = indexLines(text);
        const start = positionAt(lines, from % (text.length + 1));
        const end = positionAt(lines, Math.min(text.length, (from % (text.length + 1)) + length));
        const [a, b] = [offsetAt(lines, start), offsetAt(lines, end)];
        text = text.slice(0, a) + bit + text.slice(b);
        return { range: { start, end }, text: bit };
      });
      expect(applyInTurn(SHOP[PATH] ?? '', sent)).toBe(text);
      const edited = update(shop, [{ kind: 'edits', path: PATH, edits: sent }]);
      const fresh = open({ ...SHOP, [PATH]: text });
      expect([...diagnostics(edited)]).toEqual([...diagnostics(fresh)]);
    }),
    { numRuns: 100, seed: 20_261_122 },
  );
});

test.each(['\n\nkpis:\n  x: {\n', '\r\n', '', '\n', ' \n  - \n -', 'a: |\n', 'a: >\n\n  b\n c', '- - -\n'])(
  'every place of %j is answered',
  (text) => {
    const workspace = update(shop, [{ kind: 'text', path: PATH, text }]);
    for (let offset = 0; offset <= text.length; offset++) {
      const position = positionAt(indexLines(text), offset);
      for (const method of METHODS) expect(() => call(workspace, method, position)).not.toThrow();
    }
  },
);
