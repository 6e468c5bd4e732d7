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

/** Where a range of a located text stands; texts that YAML rewrites (escapes) point at the whole. */
export function placeIn(located: Located): (range: Range) => Span {
  const { span } = located;
  const exact = span.end - span.start === located.text.length;
  return (range) => (exact ? { file: span.file, start: span.start + range.start, end: span.start + range.end } : span);
}
