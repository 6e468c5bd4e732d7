// The lines of a scalar in the house's style: formulas spaced, needless quotes gone, lines below the first one indented.
import type { ScalarNode } from '../yaml/tree.js';
import { blockLines, isBlockScalar } from './block-scalar.js';
import { formatFormula } from './format-formula.js';

export interface ScalarPlace {
  /** The columns of the block collection around it, as found and as it shall be. */
  readonly found: number;
  readonly column: number;
  /** Where its lines below the first one stand. */
  readonly below: number;
  readonly isFormula: boolean;
  /** A value or an item outside brackets, with nothing behind it. */
  readonly isAlone: boolean;
}

export function scalarLines(text: string, node: ScalarNode, end: number, place: ScalarPlace): readonly string[] {
  const source = text.slice(node.span.start, end);
  if (isBlockScalar(node)) return blockLines(source, place.found, place.column, place.isFormula);
  if (source.includes('\n')) return belowEachOther(source, node, place.below);
  const written = place.isFormula ? withFormula(source, node) : source;
  return [place.isAlone ? withoutQuotes(written) : written];
}

/** YAML joins the lines of such a text with spaces, so what stands at their ends does not count. */
function belowEachOther(source: string, { style }: ScalarNode, column: number): readonly string[] {
  const lines = source.split('\n');
  return lines.map((line, i) => {
    const start = i === 0 ? line : line.trimStart();
    const trimmed = i === lines.length - 1 ? start : start.trimEnd();
    // `\ ` is a space that counts.
    const escapes = style === 'double' ? (/\\*$/.exec(trimmed)?.[0].length ?? 0) : 0;
    const kept = escapes % 2 === 1 && trimmed.length < start.length ? start.slice(0, trimmed.length + 1) : trimmed;
    return i === 0 || kept === '' ? kept : ' '.repeat(column) + kept;
  });
}

function withFormula(source: string, { style, text }: ScalarNode): string {
  const inner = source.slice(1, -1);
  switch (style) {
    case 'single':
      return `'${formatFormula(text, false).replaceAll("'", "''")}'`;
    case 'double':
      // Other escapes stand for characters that are better not written as they are.
      if (!/^(?:[^\\]|\\["\\])*$/.test(inner)) return source;
      return `"${formatFormula(text, false).replace(/["\\]/g, '\\$&')}"`;
    default:
      return formatFormula(text, false);
  }
}

/** Texts that need no quotes anywhere: they start with a letter or a parenthesis, and hold nothing that YAML knows. */
const harmless = /^(?=[\p{L}(])[\p{L}\p{N}\p{M} _.()+*/<>='|%;^$~?!-]*[\p{L}\p{N}\p{M}_.()'%?!]$/u;

/** Other readers of YAML take these for something else than a text. */
const otherType = /^(?:y|yes|n|no|true|false|on|off|null)$/i;

/** The text is what it was: only the marks around it go. */
function withoutQuotes(source: string): string {
  const quote = source[0];
  if (quote !== '"' && quote !== "'") return source;
  const inner = source.slice(1, -1);
  const text = quote === "'" ? inner.replaceAll("''", "'") : inner;
  return harmless.test(text) && !otherType.test(text) ? text : source;
}
