// The text of a part of a formula, on one line, and its place in the project's files.
import {
  indexLines,
  positionAt,
  showLevel,
  showMember,
  showSpan,
  showUnit,
  spanInScalar,
  type Graph,
  type LineIndex,
  type Range,
  type ScalarNode,
  type Span,
  type Typed,
  type WindowOp,
} from '@sextant/parser';
import { isContextOperator } from './around.js';
import type { Place } from './explanation.js';

/** A formula's text and where it stands; `node` is null for a formula of the question. */
export interface Source {
  readonly text: string;
  readonly node: ScalarNode | null;
}

export const NOWHERE: Source = { text: '', node: null };

export function sourceOf(node: ScalarNode): Source {
  return { text: node.text, node };
}

/**
 * As written. Where the language wrote something out itself (`growth`, `share`, a factor between minutes and hours) nothing is
 * written for the part alone: it has the range of the whole, and is shown in words of the language.
 */
export function labelOf(typed: Typed, source: Source, whole: Range | null): string {
  const written = unwrapped(oneLine(source.text.slice(typed.range.start, typed.range.end)));
  const isOwn = whole === null || whole.start !== typed.range.start || whole.end !== typed.range.end;
  if (isOwn && written !== '') return written;
  if (isContextOperator(typed)) {
    const of = labelOf(typed.of, source, typed.range);
    switch (typed.kind) {
      case 'window':
        return windowWords(typed.op, of, typed.partial);
      case 'across':
        return `${of} across ${typed.all ? 'all' : typed.keys.map(showMember).join(', ')}`;
      case 'state':
        return `${typed.op}(${of})`;
      case 'filtered':
        return written;
    }
  }
  if (typed.kind === 'const') return constantText(typed);
  if (typed.kind === 'call') {
    const sign = { add: '+', subtract: '-', multiply: '*', divide: '/' }[typed.fn as string];
    if (sign !== undefined) return typed.args.map((arg) => labelOf(arg, source, typed.range)).join(` ${sign} `);
  }
  return typed.kind === 'metric' ? typed.metric : written;
}

function constantText(typed: Extract<Typed, { kind: 'const' }>): string {
  const text = 'text' in typed.value ? typed.value.text : String(typed.value.value);
  return `${text} ${showUnit(typed.type.unit)}`.trim();
}

function windowWords(op: WindowOp, of: string, partial: boolean): string {
  const flag = partial ? ', partial' : '';
  switch (op.kind) {
    case 'prior':
      return `prior(${of}, ${showSpan(op.span)}${op.full ? ', full' : ''}${flag})`;
    case 'rolling':
      return `rolling(${of}, ${showSpan(op.span)}${flag})`;
    case 'to_date':
    case 'whole':
      return `${op.kind}(${of}, ${showLevel(op.level)})`;
    case 'cumulative':
      return `cumulative(${of})`;
  }
}

/** Comments go and lines are joined; quoted texts stay as they are. */
export function oneLine(text: string): string {
  return text
    .replace(/('(?:[^']|'')*'|"(?:[^"]|"")*")|(?:--[^\n]*|\s)+/g, (_, quoted: string | undefined) => quoted ?? ' ')
    .trim();
}

/** Without the parentheses around all of it. */
function unwrapped(text: string): string {
  if (!text.startsWith('(')) return text;
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|[()]/g)) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth === 0) return index === text.length - 1 ? unwrapped(text.slice(1, -1).trim()) : text;
  }
  return text;
}

export interface Places {
  readonly at: (span: Span) => Place | null;
  readonly part: (source: Source, range: Range) => Place | null;
}

export function placesOf(graph: Graph): Places {
  const indexes = new Map<string, LineIndex>();
  const at = (span: Span): Place | null => {
    const file = graph.files.find(({ path }) => path === span.file);
    if (file === undefined) return null;
    const index = indexes.get(file.path) ?? indexLines(file.text);
    indexes.set(file.path, index);
    return { file: file.path, ...positionAt(index, span.start) };
  };
  return {
    at,
    part: ({ node }, range) => (node === null ? null : at(spanInScalar(node, range.start, range.end))),
  };
}
