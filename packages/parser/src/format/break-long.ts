// Breaks `key: { }` and `key: [ ]` on a line that is too long into a block, an entry on each line.
import type { MapNode, SeqNode, YamlNode } from '../yaml/tree.js';

/** Hand-made tables of definitions, a line for each, are wide; beyond this nobody reads them. */
const widest = 240;

/** The text with the outermost long brackets broken; null where there are none. */
export function breakLong(text: string, root: YamlNode): string | null {
  if (!text.split('\n').some((line) => line.length > widest)) return null;
  const pieces: string[] = [];
  let at = 0;
  visit(root);
  return pieces.length === 0 ? null : pieces.join('') + text.slice(at);

  /** Items of lists are rows of a table: they stay on their lines. */
  function visit(node: YamlNode): void {
    if (node.kind === 'scalar' || node.flow) return;
    if (node.kind === 'seq') return node.items.forEach(visit);
    for (const { key, value } of node.entries) {
      if (!isLong(key.span.start, value)) {
        visit(value);
        continue;
      }
      const lineEnd = lineEndAt(value.span.end);
      const column = key.span.start - (text.lastIndexOf('\n', key.span.start) + 1);
      const indent = `\n${' '.repeat(column + 2)}`;
      const colon = text.slice(at, value.span.start).trimEnd();
      const comment = text.slice(value.span.end, lineEnd).trimEnd();
      pieces.push(colon, comment, ...partsOf(value).map((part) => indent + part));
      at = lineEnd;
    }
  }

  function isLong(start: number, value: YamlNode): value is MapNode | SeqNode {
    if (value.kind === 'scalar' || !value.flow) return false;
    const { end } = value.span;
    const lineStart = text.lastIndexOf('\n', start) + 1;
    if (end - lineStart <= widest || end > lineEndAt(start)) return false;
    return partsOf(value).length > 0 && !partsOf(value).includes('');
  }

  function lineEndAt(offset: number): number {
    const found = text.indexOf('\n', offset);
    return found === -1 ? text.length : found;
  }

  /** An empty text stands for what has no form outside brackets. */
  function partsOf(value: MapNode | SeqNode): readonly string[] {
    if (value.kind === 'map') {
      return value.entries.map(({ key, value: inner }) => `${source(key)}: ${source(inner)}`.trimEnd());
    }
    return value.items.map((item) => {
      const isPair = item.kind === 'map' && text[item.span.start] !== '{';
      return isPair || source(item) === '' ? '' : `- ${source(item)}`;
    });
  }

  function source({ span }: YamlNode): string {
    return text.slice(span.start, span.end);
  }
}
