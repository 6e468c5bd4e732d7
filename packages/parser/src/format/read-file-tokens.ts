// Cuts a file into tokens. The located tree says what each scalar and bracket is; between them are only punctuation,
// comments and white space, so nothing of the text can be missed.
import type { MapNode, ScalarNode, SeqNode, YamlNode } from '../yaml/tree.js';
import { endOfScalar } from './block-scalar.js';
import type { Flow, Frame, Token, TokenKind } from './tokens.js';

/** In front of the file's first line. */
const outside: Frame = { found: -1, column: -2, parent: null };

interface Place {
  readonly frame: Frame;
  readonly flow: Flow | null;
  /** Where the closing bracket of an outermost `{ }` or `[ ]` stands that starts behind a key or a dash. */
  readonly base: number;
}

/** Null where something stands between the tree's parts that should not be there. */
export function readFileTokens(text: string, root: MapNode): readonly Token[] | null {
  const reader = readerOf(text);
  walk(reader, root, { frame: outside, flow: null, base: 0 }, root);
  advance(reader, text.length, { frame: outside, flow: null, base: 0 });
  return reader.isLost ? null : reader.tokens;
}

interface Reader {
  readonly text: string;
  readonly tokens: Token[];
  at: number;
  line: number;
  lineStart: number;
  isLost: boolean;
}

function readerOf(text: string): Reader {
  return { text, tokens: [], at: 0, line: 0, lineStart: 0, isLost: false };
}

interface TokenFacts {
  readonly node?: ScalarNode;
  readonly isSection?: boolean;
  readonly opensBlock?: boolean;
}

function put(reader: Reader, kind: TokenKind, end: number, { frame, flow }: Place, facts: TokenFacts = {}): void {
  const { text, at: start, line, lineStart } = reader;
  for (let lineBreak = text.indexOf('\n', start); lineBreak !== -1 && lineBreak < end;) {
    reader.line++;
    reader.lineStart = lineBreak + 1;
    lineBreak = text.indexOf('\n', lineBreak + 1);
  }
  reader.tokens.push({
    kind,
    start,
    end,
    line,
    endLine: reader.line,
    column: start - lineStart,
    node: facts.node ?? null,
    frame,
    flow,
    isSection: facts.isSection ?? false,
    opensBlock: facts.opensBlock ?? false,
  });
  reader.at = end;
}

/** Takes what stands in front of `end`. */
function advance(reader: Reader, end: number, place: Place): void {
  const { text } = reader;
  while (reader.at < end) {
    const { at } = reader;
    const char = text[at];
    if (char === '\n') {
      reader.at++;
      reader.line++;
      reader.lineStart = reader.at;
    } else if (char === ' ' || char === '\t') reader.at++;
    else if (char === '#') put(reader, 'comment', lineEndAt(text, at), place);
    else if (at === reader.lineStart && /^(?:---|\.\.\.)(?=\s|$)/.test(text.slice(at, at + 4)))
      put(reader, 'marker', at + 3, place);
    else if (char === ':') put(reader, 'colon', at + 1, place);
    else if (char === ',') put(reader, 'comma', at + 1, place);
    else if (char === '-') put(reader, 'dash', at + 1, place);
    else {
      reader.isLost = true;
      return;
    }
  }
  if (reader.at > end) reader.isLost = true;
}

function lineEndAt(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found === -1 ? text.length : found;
}

function walk(reader: Reader, node: YamlNode, place: Place, root: MapNode): void {
  const { text } = reader;
  advance(reader, node.span.start, place);
  if (reader.isLost) return;
  switch (node.kind) {
    case 'scalar':
      if (node.span.end > node.span.start) put(reader, 'scalar', endOfScalar(text, node), place, { node });
      return;
    case 'map':
      return node.flow ? walkFlow(reader, node, place, root) : walkMap(reader, node, place, root);
    case 'seq':
      return node.flow ? walkFlow(reader, node, place, root) : walkSeq(reader, node, place, root);
  }
}

function walkMap(reader: Reader, node: MapNode, outer: Place, root: MapNode): void {
  if (node.entries.length === 0) return;
  const frame = frameAt(reader, outer);
  const place = { frame, flow: null, base: frame.column };
  const rows = rowsAmong(
    reader.text,
    node.entries.map(({ value }) => value),
  );
  for (const [i, { key, value }] of node.entries.entries()) {
    advance(reader, key.span.start, place);
    const opensBlock = value.kind !== 'scalar' && !value.flow;
    put(reader, 'key', key.span.end, place, { node: key, isSection: node === root, opensBlock });
    walkValue(reader, value, place, rows[i] === true, root);
  }
}

function walkSeq(reader: Reader, node: SeqNode, outer: Place, root: MapNode): void {
  const frame = frameAt(reader, outer);
  const place = { frame, flow: null, base: frame.column + 2 };
  const rows = rowsAmong(reader.text, node.items);
  for (const [i, item] of node.items.entries()) walkValue(reader, item, place, rows[i] === true, root);
}

function frameAt(reader: Reader, { frame }: Place): Frame {
  return { found: reader.at - reader.lineStart, column: frame.column + 2, parent: frame };
}

function walkValue(reader: Reader, value: YamlNode, place: Place, isRow: boolean, root: MapNode): void {
  if (value.kind === 'scalar' || !value.flow) return walk(reader, value, place, root);
  const before = reader.line;
  advance(reader, value.span.start, place);
  const base = reader.line > before ? place.frame.column + 2 : place.base;
  walkFlow(reader, value, { ...place, base }, root, isRow);
}

function walkFlow(reader: Reader, node: MapNode | SeqNode, outer: Place, root: MapNode, isRow = false): void {
  const { text } = reader;
  const { start, end } = node.span;
  // `[a: b]` has a map without braces inside.
  const hasBrackets = text[start] === (node.kind === 'map' ? '{' : '[');
  const flow: Flow | null = hasBrackets
    ? {
        parent: outer.flow,
        isMap: node.kind === 'map',
        holdsMaps:
          node.kind === 'seq' && node.items.some((item) => item.kind === 'map' && text[item.span.start] === '{'),
        isRow: outer.flow?.isRow ?? isRow,
        base: outer.base,
      }
    : outer.flow;
  const place = { ...outer, flow };
  if (hasBrackets) put(reader, 'open', start + 1, place);
  if (node.kind === 'map') {
    for (const { key, value } of node.entries) {
      advance(reader, key.span.start, place);
      put(reader, 'key', key.span.end, place, { node: key });
      walk(reader, value, place, root);
    }
  } else for (const item of node.items) walk(reader, item, place, root);
  if (!hasBrackets) return;
  advance(reader, end - 1, place);
  put(reader, 'close', end, place);
}

/** Which of some values are brackets on one line with a neighbour that is too. */
function rowsAmong(text: string, values: readonly YamlNode[]): readonly boolean[] {
  const lines = values.map(
    (value) => value.kind !== 'scalar' && value.flow && !text.slice(value.span.start, value.span.end).includes('\n'),
  );
  return lines.map((is, i) => is && (lines[i - 1] === true || lines[i + 1] === true));
}
