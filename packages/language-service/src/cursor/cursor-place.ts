// Where a cursor stands in a file, read from the text alone: in a file that is being written the tree is often broken just there.
import { lineStartAt } from '../text/lines.js';
import { holderAbove, keysBelow, levelAbove, type Holder } from './above.js';
import { indentOf, readBlockLine } from './block-line.js';
import { flowPlace, type FlowPlace, type Token } from './flow.js';

export interface CursorPlace {
  /** Of the map whose key is written, or of the value; `[]` for an item of a list. */
  readonly path: readonly string[];
  /** `item`: behind a dash, where a value stands or the first key of a map. */
  readonly role: 'key' | 'value' | 'item';
  /** The keys of the map around, with their texts where they have one on their line. */
  readonly beside: ReadonlyMap<string, string>;
  readonly inFlow: boolean;
  /** Behind a dash or a bracket, or where a line begins. */
  readonly token: Token;
  /** The text before the cursor, from where the key or the value begins; decoded. */
  readonly before: string;
  /** What follows the cursor up to where the key or the value ends; decoded. */
  readonly after: string;
  /** Where it ends in the file. */
  readonly end: number;
  /** The column of the line's first text. */
  readonly indent: number;
}

interface At {
  readonly text: string;
  readonly offset: number;
  readonly lineStart: number;
  /** Without the line break. */
  readonly lineEnd: number;
}

type Around = Pick<CursorPlace, 'path' | 'beside' | 'indent'>;

const NONE: ReadonlyMap<string, string> = new Map();

/** Null where nothing may be written: in a comment. */
export function cursorPlace(text: string, offset: number): CursorPlace | null {
  const lineStart = lineStartAt(text, offset);
  const next = text.indexOf('\n', offset);
  const lineEnd = next === -1 ? text.length : text[next - 1] === '\r' && next > offset ? next - 1 : next;
  const at: At = { text, offset, lineStart, lineEnd };
  const before = text.slice(lineStart, offset);
  const read = readBlockLine(before);
  // On an empty line the column is the indentation that is meant.
  const indent = read === null ? indentOf(before) : (read.dashes[0] ?? read.key?.column ?? read.restColumn);

  const holder = holderAbove(text, lineStart, indent, before.trim() === '');
  const held = holder === null ? null : inHolder(at, holder, indent);
  if (held !== null) return held;
  if (isComment(before)) return null;

  const isItem = read !== null && read.dashes.length > 0;
  const level = levelAbove(text, lineStart, indent, isItem);
  const path = [...level.path, ...(read?.dashes ?? []).map(() => '[]')];
  const start = lineStart + (read?.restColumn ?? indent);
  if (read !== null && read.key !== null) {
    const beside = new Map([...(isItem ? NONE : level.beside), ...keysBelow(text, lineEnd, read.key.column)]);
    return valueFrom(at, start, { path: [...path, read.key.text], beside, indent });
  }
  if (isItem) {
    const value = valueFrom(at, start, { path, beside: NONE, indent });
    return value.inFlow ? value : { ...value, role: 'item' };
  }
  const line = text.slice(lineStart, lineEnd);
  const colon = line.indexOf(':', offset - lineStart);
  const end = Math.max(offset, lineStart + (colon === -1 ? line.trimEnd().length : colon));
  return {
    path,
    role: 'key',
    beside: new Map([...level.beside, ...keysBelow(text, lineEnd, indent)]),
    inFlow: false,
    token: { start, quote: null },
    before: text.slice(start, offset),
    after: text.slice(offset, end),
    end,
    indent,
  };
}

function inHolder(at: At, { kind, path, start }: Holder, indent: number): CursorPlace | null {
  const around = { path, beside: NONE, indent };
  switch (kind) {
    case 'block':
      return inBlock(at, start, around);
    case 'flow': {
      const flow = flowPlace(at.text, start, at.offset, at.lineEnd);
      return flow === null ? null : inFlow(at, flow, around);
    }
    case 'text':
      return valueAt(at, start, around, false);
  }
}

/** The value that begins at `start` on the line of the cursor: in brackets, in quotes, or plain. */
function valueFrom(at: At, start: number, around: Around): CursorPlace {
  const isFlow = start < at.offset && /[[{]/.test(at.text[start] ?? '');
  const flow = isFlow ? flowPlace(at.text, start, at.offset, at.lineEnd) : null;
  return flow === null ? valueAt(at, Math.min(start, at.offset), around, false) : inFlow(at, flow, around);
}

function inFlow(at: At, { path, beside, role, token }: FlowPlace, around: Around): CursorPlace {
  const inside = { path: [...around.path, ...path], beside, indent: around.indent };
  return { ...valueAt(at, token.start - (token.quote === null ? 0 : 1), inside, true), role };
}

function valueAt({ text, offset, lineEnd }: At, start: number, around: Around, isFlow: boolean): CursorPlace {
  const first = start < offset ? text[start] : undefined;
  const quote = first === '"' || first === "'" ? first : null;
  const from = quote === null ? start : start + 1;
  const rest = text.slice(offset, lineEnd);
  const stop = quote === '"' ? /(?<!\\)"/ : quote === "'" ? /(?<!')'(?!')/ : isFlow ? /[,\]}]|\s#|:(?=\s|$)/ : /\s#/;
  const until = rest.search(stop);
  const after = (until === -1 ? rest : rest.slice(0, until)).trimEnd();
  return {
    ...around,
    role: 'value',
    inFlow: isFlow,
    token: { start: from, quote },
    before: decoded(text.slice(from, offset), quote),
    after: decoded(after, quote),
    end: offset + after.length,
  };
}

/** A `|` or `>` block: the lines below its header as far as they are indented. */
function inBlock({ text, offset }: At, header: number, around: Around): CursorPlace {
  const start = text.indexOf('\n', header) + 1;
  const lines: string[] = [];
  let depth: number | null = null;
  for (const line of text.slice(start).split('\n')) {
    const isEmpty = line.trim() === '';
    depth ??= isEmpty ? null : indentOf(line);
    if (!isEmpty && indentOf(line) < (depth ?? 0)) break;
    lines.push(line);
  }
  const body = lines.join('\n');
  const strip = (part: string): string => part.replaceAll(new RegExp(`^ {0,${depth ?? 0}}`, 'gm'), '');
  return {
    ...around,
    role: 'value',
    inFlow: false,
    token: { start, quote: null },
    before: strip(body.slice(0, Math.max(0, offset - start))),
    after: body.slice(Math.max(0, offset - start)),
    end: offset,
  };
}

function decoded(raw: string, quote: Token['quote']): string {
  if (quote === "'") return raw.replaceAll("''", "'");
  return quote === '"' ? raw.replaceAll(/\\(["\\/])/g, '$1') : raw;
}

/** `#` begins one at the start of a line and behind a space, unless a quote is open. */
function isComment(before: string): boolean {
  const match = /(?:^|\s)#/.exec(before);
  if (match === null) return false;
  const written = before.slice(0, match.index);
  return written.split('"').length % 2 === 1 && written.split("'").length % 2 === 1;
}
