// Readers of lists: several of a kind, one or several, a pair.
import type { ScalarNode, SeqNode, YamlNode } from '../yaml/tree.js';
import { lastCutItem } from './cut-text.js';
import { byKind } from './by-kind.js';
import { cutText, firstLine, repeatedItem, wrongCount } from './errors.js';
import { refuse, transform, type Reader, type Reading } from './reader.js';
import { takesFormula, type ListShape } from './shape.js';

export interface ListOptions {
  readonly least?: number;
  readonly most?: number;
  readonly distinct?: boolean;
}

/** The items that could be read; the others were reported. */
export function list<T>(of: Reader<T>, options: ListOptions = {}): Reader<readonly T[]> {
  const { least = 1, most = null, distinct = false } = options;
  const shape: ListShape = { kind: 'list', of: of.shape, least, most, distinct };
  const isFormula = takesFormula(of.shape);
  return {
    shape,
    read: (node, at, reading) => {
      const { file, diagnostics } = reading;
      if (node.kind !== 'seq') {
        refuse(node, at, shape, reading);
        return null;
      }
      const values: T[] = [];
      let count = 0;
      for (let i = 0; i < node.items.length; i++) {
        const item = node.items[i];
        if (item === undefined) continue;
        count++;
        const last = node.flow ? lastCutItem(node.items, i, file, isFormula) : i;
        if (last > i) {
          const span = { file: file.path, start: item.span.start, end: node.items[last]?.span.end ?? item.span.end };
          diagnostics.push(cutText(span, file, 'comma', isFormula));
          i = last;
          continue;
        }
        const value = of.read(item, at, reading);
        if (value !== null) values.push(value);
      }
      if (count < least || (most !== null && count > most)) {
        diagnostics.push(wrongCount(count, least, most, 'items', at, firstLine(node.span, file)));
        return null;
      }
      if (distinct) reportRepeated(node, at, reading);
      return values;
    },
  };
}

/** `channel` or `[channel, region]`. */
export function oneOrMore<T>(of: Reader<T>, options: ListOptions = {}): Reader<readonly T[]> {
  return byKind<readonly T[]>({
    scalar: transform(of, (value) => [value]),
    list: list(of, { distinct: true, ...options }),
  });
}

/** `[0.5, 1]`. */
export function pair<T>(of: Reader<T>): Reader<readonly [T, T]> {
  return transform(list(of, { least: 2, most: 2 }), ([first, second]) =>
    first === undefined || second === undefined ? null : [first, second],
  );
}

function reportRepeated(node: SeqNode, at: ScalarNode, { diagnostics }: Reading): void {
  if (node.items.length < 2) return;
  const seen = new Map<string, ScalarNode>();
  for (const item of node.items) {
    if (!isText(item)) continue;
    const first = seen.get(item.text);
    if (first === undefined) seen.set(item.text, item);
    else diagnostics.push(repeatedItem(item, first, at));
  }
}

function isText(node: YamlNode): node is ScalarNode {
  return node.kind === 'scalar';
}
