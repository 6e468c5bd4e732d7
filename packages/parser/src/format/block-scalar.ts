// `|` and `>` blocks: where they end, what stands in their header, and their lines at another indentation.
import type { ScalarNode } from '../yaml/tree.js';
import { formatFormula } from './format-formula.js';

export function isBlockScalar({ style }: ScalarNode): boolean {
  return style === 'literal' || style === 'folded';
}

interface Header {
  /** The indicators and a comment, without trailing spaces. */
  readonly text: string;
  /** `|2`: how much deeper than its parent the text stands; null where its first line says it. */
  readonly indent: number | null;
  /** `|+`: the empty lines at the end belong to the text. */
  readonly keepsEnd: boolean;
}

function headerOf(line: string): Header {
  const text = line.trimEnd();
  const indicators = /^[|>]([-+\d]*)/.exec(text)?.[1] ?? '';
  const digit = /[1-9]/.exec(indicators)?.[0];
  return { text, indent: digit === undefined ? null : Number(digit), keepsEnd: indicators.includes('+') };
}

/** Whether the empty lines behind a scalar are part of its text. */
export function keepsEnd(text: string, node: ScalarNode): boolean {
  return isBlockScalar(node) && headerOf(firstLineOf(text.slice(node.span.start, node.span.end))).keepsEnd;
}

/** Lines of nothing but spaces belong to a block where they are longer than its indentation. */
export function endOfScalar(text: string, node: ScalarNode): number {
  let { end } = node.span;
  if (!isBlockScalar(node)) return end;
  const width = widthOf(text.slice(node.span.start, end).split('\n').slice(1));
  if (width === null) return end;
  for (let at = end; text[at] === '\n';) {
    const next = text.indexOf('\n', at + 1);
    const line = text.slice(at + 1, next === -1 ? text.length : next);
    if (line.trim() !== '') break;
    at += 1 + line.length;
    if (line.length > width) end = at;
  }
  return end;
}

/**
 * The lines of a block: its header, and its text moved from below the column `found` of its parent to below the column
 * `column`. The text of a formula is formatted.
 */
export function blockLines(source: string, found: number, column: number, isFormula: boolean): readonly string[] {
  const [first = '', ...lines] = source.split('\n');
  const header = headerOf(first);
  const width = header.indent === null ? widthOf(lines) : found + header.indent;
  if (width === null) return [header.text];
  const indent = ' '.repeat(header.indent === null ? column + 2 : column + header.indent);
  const text = lines.map((line) => (line.trim() === '' && line.length <= width ? '' : line.slice(width)));
  const shown = isFormula && header.text.startsWith('|') ? formatFormula(text.join('\n'), true).split('\n') : text;
  return [header.text, ...shown.map((line) => (line === '' ? '' : indent + line))];
}

/** The indentation of the first line that says something. */
function widthOf(lines: readonly string[]): number | null {
  const line = lines.find((one) => one.trim() !== '');
  return line === undefined ? null : (/^ */.exec(line)?.[0].length ?? 0);
}

function firstLineOf(source: string): string {
  const lineBreak = source.indexOf('\n');
  return lineBreak === -1 ? source : source.slice(0, lineBreak);
}
