// Turns the `yaml` package's document into the located tree, in one pass, and notes what the tree cannot hold.
import {
  isMap,
  isScalar,
  isSeq,
  type CST,
  type Pair,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { SourceFile, Span } from '../source/source-file.js';
import { mapScalar } from './scalar-map.js';
import type { MapEntry, MapNode, ScalarNode, ScalarStyle, SeqNode, YamlNode } from './tree.js';

/** A text that the reader put right. The parsed text has a plain placeholder for it, by whose start it is found. */
export interface Repair {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly broken: boolean;
}

export type TreeFact =
  | { readonly kind: 'duplicate-key'; readonly key: ScalarNode; readonly first: ScalarNode }
  | { readonly kind: 'merge-key'; readonly key: ScalarNode }
  | { readonly kind: 'empty-key'; readonly key: ScalarNode }
  | { readonly kind: 'complex-key'; readonly span: Span }
  /** An entry without a colon of the `{ }` that opens at `map`; `before` is the value in front of it, where it is plain text. */
  | { readonly kind: 'no-colon'; readonly map: number; readonly key: ScalarNode; readonly before: ScalarNode | null };

export interface TreeParts {
  readonly file: SourceFile;
  /** The text that was parsed: the file's, with what stood in the way blotted out, character for character. */
  readonly text: string;
  readonly repairs: ReadonlyMap<number, Repair>;
  /** Several documents are read as one: sections that come twice are joined. */
  readonly joinsRoot: boolean;
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** Above this many entries a set finds a key that comes twice. */
const fewEntries = 8;

export function toTree(contents: ParsedNode | null, parts: TreeParts): { root: YamlNode; facts: readonly TreeFact[] } {
  const path = parts.file.path;
  const { text, repairs } = parts;
  const facts: TreeFact[] = [];
  const spanOf = (start: number, end: number): Span => ({ file: path, start, end });
  const emptyAt = (place: number): ScalarNode => plainScalar('', place, place);
  const root = contents === null ? emptyAt(0) : nodeOf(contents, 0);
  return { root: parts.joinsRoot && root.kind === 'map' ? joinSections(root) : root, facts };

  function plainScalar(text: string, start: number, end: number): ScalarNode {
    return { kind: 'scalar', style: 'plain', text, span: spanOf(start, end), map: null };
  }

  /** `place` is where a missing value is said to stand. */
  function nodeOf(node: unknown, place: number): YamlNode {
    if (isScalar(node)) return scalarOf(node, place);
    if (isMap(node)) return mapOf(node);
    return isSeq(node) ? seqOf(node) : emptyAt(place);
  }

  function scalarOf(node: Scalar, place: number): ScalarNode {
    const [start, end] = rangeOf(node.range);
    if (start === end) return emptyAt(place);
    const repair = repairs.get(start);
    if (repair !== undefined && repair.end === end) {
      const repaired = plainScalar(repair.text, repair.start, end);
      return repair.broken ? { ...repaired, broken: true } : repaired;
    }
    const style = styles[node.type ?? 'PLAIN'] ?? 'plain';
    const decoded = node.source ?? '';
    const last = style === 'literal' || style === 'folded' ? blockEnd(text, start, end) : end;
    const { map, ends } = mapScalar(text, style, start, last, decoded);
    const scalar = { kind: 'scalar', style, text: decoded, span: spanOf(start, last), map } as const;
    return ends === null ? scalar : { ...scalar, ends };
  }

  function mapOf(node: YAMLMap): MapNode {
    const flow = node.flow === true;
    const entries: MapEntry[] = [];
    let seen: Map<string, ScalarNode> | null = null;
    for (const pair of node.items) {
      const entry = entryOf(pair, flow, entries.at(-1)?.value, node);
      if (entry === null) continue;
      const first = seen === null ? findKey(entries, entry.key.text) : seen.get(entry.key.text);
      if (first !== undefined && !(parts.joinsRoot && node === contents)) {
        facts.push({ kind: 'duplicate-key', key: entry.key, first });
        continue;
      }
      entries.push(entry);
      if (seen !== null) seen.set(entry.key.text, entry.key);
      else if (entries.length > fewEntries) seen = new Map(entries.map(({ key }) => [key.text, key]));
    }
    const [start, end] = rangeOf(node.range);
    if (flow) return { kind: 'map', flow, entries, span: spanOf(start, end) };
    const from = entries[0]?.key.span.start ?? start;
    return { kind: 'map', flow, entries, span: spanOf(from, entries.at(-1)?.value.span.end ?? from) };
  }

  /** Null, with a fact, where the pair is none that the tree can hold. */
  function entryOf(pair: Pair, flow: boolean, before: YamlNode | undefined, map: YAMLMap): MapEntry | null {
    const source = pair.srcToken;
    const colon = source?.sep?.find((token) => token.type === 'map-value-ind');
    const keyPlace = colon?.offset ?? source?.start.at(-1)?.offset ?? 0;
    const key = nodeOf(pair.key, keyPlace);
    if (key.kind !== 'scalar') {
      facts.push({ kind: 'complex-key', span: key.span });
      return null;
    }
    if (key.broken === true) return null;
    if (key.style === 'plain' && key.text === '<<') {
      facts.push({ kind: 'merge-key', key });
      return null;
    }
    if (key.text === '' && key.style === 'plain') {
      facts.push({ kind: 'empty-key', key });
      return null;
    }
    if (flow && colon === undefined) {
      facts.push({
        kind: 'no-colon',
        map: rangeOf(map.range)[0],
        key,
        before: before?.kind === 'scalar' && before.style === 'plain' ? before : null,
      });
      return null;
    }
    return { key, value: nodeOf(pair.value, colon === undefined ? key.span.end : colon.offset + 1) };
  }

  function seqOf(node: YAMLSeq): SeqNode {
    const flow = node.flow === true;
    const dashes = flow ? [] : dashesOf(node.srcToken);
    const items = node.items.map((item, index) => nodeOf(item, (dashes[index] ?? 0) + 1));
    const [start, end] = rangeOf(node.range);
    return { kind: 'seq', flow, items, span: spanOf(start, flow ? end : (items.at(-1)?.span.end ?? end)) };
  }
}

function rangeOf(range: readonly number[] | null | undefined): readonly [number, number] {
  return [range?.[0] ?? 0, range?.[1] ?? 0];
}

function dashesOf(token: CST.Token | undefined): readonly number[] {
  if (token?.type !== 'block-seq') return [];
  return token.items.flatMap(({ start }) =>
    start.filter(({ type }) => type === 'seq-item-ind').map(({ offset }) => offset),
  );
}

function findKey(entries: readonly MapEntry[], text: string): ScalarNode | undefined {
  for (const { key } of entries) if (key.text === text) return key;
  return undefined;
}

/** The end of the last line of a block scalar that says something, without its line break. */
function blockEnd(text: string, start: number, end: number): number {
  const header = text.indexOf('\n', start);
  if (header === -1 || header >= end)
    return start + (/^[|>][-+\d]*/.exec(text.slice(start, start + 8))?.[0].length ?? 1);
  let last = end;
  while (last > header && (text[last - 1] === '\n' || text[last - 1] === '\r' || text[last - 1] === ' ')) last--;
  if (last <= header + 1) return start + (/^[|>][-+\d]*/.exec(text.slice(start, start + 8))?.[0].length ?? 1);
  // Spaces at the end of a line belong to its text.
  const lineBreak = text.indexOf('\n', last);
  const lineEnd = lineBreak === -1 ? text.length : lineBreak;
  return Math.min(end, text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd);
}

function joinSections(root: MapNode): MapNode {
  const sections = new Map<string, MapEntry>();
  for (const entry of root.entries) {
    const first = sections.get(entry.key.text);
    if (first?.value.kind !== 'map' || entry.value.kind !== 'map') sections.set(entry.key.text, first ?? entry);
    else {
      const value = { ...first.value, entries: [...first.value.entries, ...entry.value.entries] };
      sections.set(entry.key.text, { key: first.key, value });
    }
  }
  return { ...root, entries: [...sections.values()] };
}
