// A dotted name that stands in YAML instead of a formula, as the name of a formula.
import type { NameExpr } from '../expression/tree.js';
import type { Located } from '../shape/definitions.js';
import type { Range, Span } from '../source/source-file.js';

export function nameExprOf(located: Located): NameExpr {
  let start = 0;
  const parts = located.text.split('.').map((text) => {
    const range = { start, end: start + text.length };
    start = range.end + 1;
    return { text, quoted: false, range };
  });
  return { kind: 'name', parts, range: { start: 0, end: located.text.length } };
}

/** Where a range of a located text stands; a text that YAML rewrites (escapes) points at the whole. */
export function placeIn({ text, span }: Located): (range: Range) => Span {
  // The source is the text itself, or the text in quotes.
  const quotes = (span.end - span.start - text.length) / 2;
  if (quotes !== 0 && quotes !== 1) return () => span;
  const from = span.start + quotes;
  return (range) => ({ file: span.file, start: from + range.start, end: from + range.end });
}
