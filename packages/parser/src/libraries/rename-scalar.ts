// A formula with other names in it, every character of which still stands where it was written.
import { spanInScalar, type ScalarNode } from '../yaml/tree.js';

export interface NewName {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `names` in the order of the text, none within another. A new name stands where the old one stood. */
export function renameScalar(node: ScalarNode, names: readonly NewName[]): ScalarNode {
  if (names.length === 0) return node;
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  const copyTo = (end: number): void => {
    for (; at < end; at++) {
      const { start, end: last } = spanInScalar(node, at, at + 1);
      text += node.text[at] ?? '';
      starts.push(start);
      ends.push(last);
    }
  };
  for (const name of names) {
    copyTo(name.start);
    const place = spanInScalar(node, name.start, name.end);
    text += name.text;
    for (let i = 0; i < name.text.length; i++) {
      starts.push(place.start);
      ends.push(place.end);
    }
    at = name.end;
  }
  copyTo(node.text.length);
  starts.push(spanInScalar(node, node.text.length, node.text.length).start);
  return { ...node, text, map: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}
