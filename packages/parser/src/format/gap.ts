// What stands between two tokens of one line.
import type { Token } from './tokens.js';

/** `written` is what stands there now. Comments have a rule of their own. */
export function gapBetween(a: Token, b: Token, written: string): string {
  if (a.kind === 'open' && b.kind === 'close') return '';
  if (a.kind === 'open') return edgeOf(a);
  if (b.kind === 'close') return edgeOf(b);
  if (b.kind === 'colon') return '';
  if (a.kind === 'dash') return ' ';
  const isRow = (a.flow ?? b.flow)?.isRow === true;
  if (b.kind === 'comma') return isRow && isRun(written) ? written : a.kind === 'colon' ? ' ' : '';
  return isRow && isRun(written) ? written : ' ';
}

/** Spaces that may align a column: a single one is no more than a gap. */
function isRun(written: string): boolean {
  return written.length > 1 && !written.includes('\t');
}

function edgeOf({ flow }: Token): string {
  return flow === null || flow.isMap || flow.holdsMaps ? ' ' : '';
}
