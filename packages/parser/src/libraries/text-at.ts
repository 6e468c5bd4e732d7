// What a formula with new names says where its file says something else.
import type { Span } from '../source/source-file.js';
import { spanInScalar, type ScalarNode } from '../yaml/tree.js';

/** The text that stands for the characters of the span. */
export function textAt(node: ScalarNode, { start, end }: Span): string {
  let text = '';
  for (let i = 0; i < node.text.length; i++) {
    const place = spanInScalar(node, i, i + 1);
    if (place.start >= start && place.end <= end) text += node.text[i] ?? '';
  }
  return text;
}
