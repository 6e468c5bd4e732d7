// Where comments stand: a line of its own goes with what it speaks of, one behind something keeps its distance.
import { isBlockScalar } from './block-scalar.js';
import { valueColumn, type Token } from './tokens.js';

/** The column of a comment that has a line of its own, outside brackets. */
export function commentColumn(tokens: readonly Token[], index: number): number {
  const comment = tokens[index];
  if (comment === undefined) return 0;
  let next = index + 1;
  while (tokens[next]?.kind === 'comment') next++;
  const after = tokens[next];
  if (after !== undefined && after.kind !== 'marker' && comment.column <= after.column) return columnOf(after);
  // It stands deeper than what follows: it ends a block above.
  let last = index - 1;
  while (tokens[last]?.kind === 'comment') last--;
  const before = tokens[last];
  if (before === undefined) return after === undefined || after.kind === 'marker' ? 0 : columnOf(after);
  for (let frame = before.frame; frame.parent !== null; frame = frame.parent) {
    if (frame.found > comment.column) continue;
    const isDeeper = frame === before.frame && frame.found < comment.column;
    // Deeper than a block's parent it would be text of the block.
    const isInBlock = before.node !== null && isBlockScalar(before.node);
    return isDeeper && !isInBlock ? valueColumn(frame) : frame.column;
  }
  return 0;
}

function columnOf(token: Token): number {
  return token.kind === 'key' || token.kind === 'dash' ? token.frame.column : valueColumn(token.frame);
}

/** The columns of comments behind something, by line. */
export function endColumns(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const columns = new Map<number, number>();
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'comment' && tokens[i - 1]?.endLine === token.line) columns.set(token.line, token.column);
  }
  return columns;
}

/**
 * How many spaces stand in front of a comment behind something. Comments below each other stay so, on lines that have
 * moved by `moved`; any other keeps its distance.
 */
export function commentGap(
  before: Token,
  comment: Token,
  columns: ReadonlyMap<number, number>,
  moved: number,
  line: string,
): number {
  const { column } = comment;
  const isAligned = columns.get(comment.line - 1) === column || columns.get(comment.line + 1) === column;
  if (isAligned && !line.includes('\n')) return Math.max(1, column + moved - line.length);
  return Math.max(1, comment.start - before.end);
}
