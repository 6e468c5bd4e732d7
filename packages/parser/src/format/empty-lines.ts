// How many empty lines stand in front of each line: one at most, none inside the edges of a block, one between sections.
import type { ScalarNode } from '../yaml/tree.js';
import type { Line } from './line.js';
import type { Token } from './tokens.js';

export function emptyLines(lines: readonly Line[], keepsEnd: (node: ScalarNode) => boolean): readonly number[] {
  const empty = lines.map((line, i) => {
    const before = lines[i - 1];
    if (before === undefined) return 0;
    if (isKept(before)) return line.emptyBefore;
    return isFirstInside(before, line) || line.first.kind === 'close' ? 0 : Math.min(1, line.emptyBefore);
  });
  let before: Token | null = null;
  for (const [i, { first }] of lines.entries()) {
    if (first.kind !== 'key' || !first.isSection) continue;
    if (before !== null && (before.opensBlock || first.opensBlock)) {
      // The comment above a section belongs to it.
      let start = i;
      while (empty[start] === 0 && isComment(lines[start - 1])) start--;
      const above = lines[start - 1];
      if (above !== undefined && !isKept(above)) empty[start] = 1;
    }
    before = first;
  }
  return empty;

  function isKept({ last }: Line): boolean {
    return last?.node !== null && last?.node !== undefined && keepsEnd(last.node);
  }
}

function isComment(line: Line | undefined): boolean {
  return line !== undefined && line.last === null && line.column === 0;
}

/** The first line below the one that opens a block or a bracket. */
function isFirstInside({ last }: Line, line: Line): boolean {
  if (last === null) return false;
  if (last.kind === 'open') return true;
  return (last.kind === 'colon' || last.kind === 'dash') && last.flow === null && line.column > last.frame.column;
}
