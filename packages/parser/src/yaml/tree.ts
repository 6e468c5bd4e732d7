// The located tree: what YAML says, with places, and nothing that YAML's typing would have done to it.
import type { Span } from '../source/source-file.js';

export type YamlNode = ScalarNode | MapNode | SeqNode;

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/**
 * A scalar. `text` is the decoded text and never a converted value: `10.10`, `010` and `yes` stay as written.
 * `span` covers the scalar's source with its quotes, or the block with its header.
 * A missing value (`key:`) is a plain scalar with an empty text and an empty span.
 */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  readonly text: string;
  readonly span: Span;
  /**
   * For each offset of `text`, its offset in the file; null where `text` stands in the file as it is from `span.start`
   * on (plain, one line). One entry more than `text.length`: the end.
   */
  readonly map: Uint32Array | null;
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
  const at = (offset: number): number =>
    node.map === null ? node.span.start + offset : (node.map[Math.min(offset, node.text.length)] ?? node.span.end);
  const first = at(start);
  if (end <= start) return { file: node.span.file, start: first, end: first };
  // The end of the last character, not the start of the next: an escape or a folded break may lie between.
  const last = node.map === null ? at(end) : Math.max(at(end - 1) + 1, first + 1);
  return { file: node.span.file, start: first, end: node.map === null ? last : Math.min(Math.max(last, first + 1), node.span.end) };
}
