// Writes tokens as lines. Line breaks are the author's; indentation, gaps, and the number of empty lines are the house's.
import type { ScalarNode } from '../yaml/tree.js';
import { keepsEnd } from './block-scalar.js';
import { commentColumn, commentGap, endColumns } from './comments.js';
import { emptyLines } from './empty-lines.js';
import { gapBetween } from './gap.js';
import { scalarLines } from './scalar-lines.js';
import type { Line } from './line.js';
import { valueColumn, type Flow, type Token } from './tokens.js';

export function layOut(text: string, all: readonly Token[], formulas: ReadonlySet<ScalarNode>): string {
  const tokens = all.filter((_, i) => !isIdle(all, i));
  const lines: Line[] = [];
  /** The columns of the lines on which brackets open. */
  const opened = new Map<Flow, number>();
  const ends = endColumns(tokens);
  let line: Line | null = null;
  let found = 0;
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    if (line === null || before === undefined || token.line > before.endLine) {
      const column = columnOf(tokens, i, opened);
      const emptyBefore = before === undefined ? 0 : token.line - before.endLine - 1;
      line = { text: ' '.repeat(column), column, first: token, last: null, emptyBefore };
      found = token.column;
      lines.push(line);
    } else if (token.kind === 'comment') {
      const moved = line.column - found;
      line.text += ' '.repeat(commentGap(before, token, ends, moved, line.text));
    } else line.text += gapBetween(before, token, text.slice(before.end, token.start));
    if (token.kind === 'open' && token.flow !== null) {
      opened.set(token.flow, line.first.flow === null ? baseOf(token) : line.column);
    }
    line.text += textOf(token, tokens[i + 1], line.column);
    if (token.kind !== 'comment') line.last = token;
  }
  return joined();

  function textOf(token: Token, after: Token | undefined, column: number): string {
    const { node, frame, flow } = token;
    const source = text.slice(token.start, token.end);
    if (token.kind === 'comment') return source.trimEnd();
    if (node === null) return source;
    const below = flow === null ? valueColumn(frame) : (opened.get(flow) ?? column) + 2;
    const isAlone = token.kind === 'scalar' && flow === null && (after === undefined || after.line > token.endLine);
    const isFormula = formulas.has(node);
    const place = { found: frame.found, column: frame.column, below, isFormula, isAlone };
    return scalarLines(text, node, token.end, place).join('\n');
  }

  function joined(): string {
    const empty = emptyLines(lines, (node) => keepsEnd(text, node));
    const last = tokens.at(-1);
    // The empty lines behind a `|+` block are part of it.
    const isOpen = last?.node !== null && last !== undefined && keepsEnd(text, last.node);
    const tail = isOpen ? text.slice(last.end).replace(/[^\n]/g, '') : lines.length === 0 ? '' : '\n';
    return lines.map((one, i) => '\n'.repeat((empty[i] ?? 0) + (i === 0 ? 0 : 1)) + one.text).join('') + tail;
  }
}

/** A comma in front of the bracket that closes on its line says nothing. */
function isIdle(tokens: readonly Token[], index: number): boolean {
  const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  return (
    token?.kind === 'comma' && before?.endLine === token.line && after?.kind === 'close' && after.line === token.line
  );
}

/** Of the line that the token at `index` starts. */
function columnOf(tokens: readonly Token[], index: number, opened: ReadonlyMap<Flow, number>): number {
  const token = tokens[index];
  if (token === undefined) return 0;
  if (token.kind === 'comment' && token.flow === null) return commentColumn(tokens, index);
  if (token.kind === 'marker') return 0;
  const { flow, frame } = token;
  if (flow === null || (token.kind === 'open' && flow.parent === null)) {
    return token.kind === 'key' || token.kind === 'dash' ? frame.column : valueColumn(frame);
  }
  if (token.kind === 'open') return inside(flow.parent ?? flow);
  if (token.kind !== 'close') return inside(flow);
  // Of several brackets that close here the last one says where; only the outermost may stand where its line does.
  let last = flow;
  for (let i = index + 1; tokens[i]?.kind === 'close' && tokens[i]?.line === token.line; i++)
    last = tokens[i]?.flow ?? last;
  const column = opened.get(last) ?? 0;
  return flow.parent === null ? column : Math.max(column, valueColumn(frame));

  function inside(around: Flow): number {
    return (opened.get(around) ?? 0) + 2;
  }
}

/** Where a bracket closes that opens on a line whose start is outside all brackets; YAML lets only the outermost stand there. */
function baseOf({ flow, frame }: Token): number {
  let outermost = flow;
  while (outermost?.parent) outermost = outermost.parent;
  const base = outermost?.base ?? 0;
  return outermost === flow ? base : Math.max(base, valueColumn(frame));
}
