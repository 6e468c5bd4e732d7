// The located tree: what YAML says, with places, and nothing that YAML's typing would have done to it.
import type { Span } from '../source/source-file.js';

export type YamlNode = ScalarNode | MapNode | SeqNode;

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/**
 * A scalar. `text` is the decoded text and never a converted value: `10.10`, `010` and `yes` stay as written.
 * `span` covers the scalar's source with its quotes, or the block with its header, without the last line break.
 * A missing value (`key:`) is a plain scalar with an empty text and an empty span right after the colon or the dash.
 */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  readonly text: string;
  readonly span: Span;
  /**
   * For each offset of `text`, its offset in the file; null where `text` stands in the file as it is (one line, nothing
   * escaped), from `span.start` on or behind the opening quote. One entry more than `text.length`: the end.
   */
  readonly map: Uint32Array | null;
  /** Only where a double-quoted scalar has escapes: for each character of `text`, where its source ends. */
  readonly ends?: Uint32Array;
  /** A diagnostic about this scalar exists already and its text cannot be trusted: later stages stay silent about it. */
  readonly broken?: true;
}

export interface MapEntry {
  readonly key: ScalarNode;
  readonly value: YamlNode;
}

export interface MapNode {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly entries: readonly MapEntry[];
  readonly span: Span;
}

export interface SeqNode {
  readonly kind: 'seq';
  readonly flow: boolean;
  readonly items: readonly YamlNode[];
  readonly span: Span;
}

/** The place in the file of a range of a scalar's decoded text. */
export function spanInScalar(node: ScalarNode, start: number, end: number): Span {
  const from = Math.max(0, Math.min(start, node.text.length));
  const to = Math.max(from, Math.min(end, node.text.length));
  const first = startOf(node, from);
  if (to > from) return { file: node.span.file, start: first, end: endOf(node, to - 1) };
  // The text of a block ends with a line break, which lies after the span: "here it ends" is still said on the last line.
  const place = Math.min(first, node.span.end);
  return { file: node.span.file, start: place, end: place };
}

function startOf(node: ScalarNode, offset: number): number {
  return node.map === null ? unmappedStart(node) + offset : (node.map[offset] ?? node.span.end);
}

/** The end of a character is not the start of the next one: indentation or an escaped line break may lie between. */
function endOf(node: ScalarNode, offset: number): number {
  const end = node.ends?.[offset];
  if (end !== undefined) return end;
  const doubled = node.style === 'single' && node.text[offset] === "'";
  return startOf(node, offset) + (doubled ? 2 : 1);
}

function unmappedStart(node: ScalarNode): number {
  return node.style === 'single' || node.style === 'double' ? node.span.start + 1 : node.span.start;
}
