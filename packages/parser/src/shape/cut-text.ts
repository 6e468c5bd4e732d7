// Facts about text that YAML has cut: at a comma inside `{ }` or `[ ]`, at ` #`, at `: `.
import type { SourceFile, Span } from '../source/source-file.js';
import type { MapEntry, MapNode, ScalarNode, YamlNode } from '../yaml/tree.js';

/** Whether a parenthesis, or in a formula a quote, is still open at the end of a text. */
export function isOpen(text: string, formula: boolean): boolean {
  let depth = 0;
  let quote = '';
  for (const character of text) {
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (formula && (character === "'" || character === '"')) quote = character;
  }
  return depth > 0 || quote !== '';
}

/**
 * The index of the last entry of a flow map that belongs to the text that begins as the value of entry `first`; `first`
 * itself where nothing was cut. The YAML stage has said so where the rest is no entry; `f(a, b: 2)` looks like one.
 */
export function lastCutEntry(entries: readonly MapEntry[], first: number, file: SourceFile, formula: boolean): number {
  const value = entries[first]?.value;
  if (value === undefined || !mayBeCut(value, formula)) return first;
  for (let last = first + 1; last < entries.length; last++) {
    const entry = entries[last];
    if (entry !== undefined && !isOpen(file.text.slice(value.span.start, entryEnd(entry)), formula)) return last;
  }
  return first;
}

/** The same for the items of a flow list. */
export function lastCutItem(items: readonly YamlNode[], first: number, file: SourceFile, formula: boolean): number {
  const item = items[first];
  if (item === undefined || !mayBeCut(item, formula)) return first;
  for (let last = first + 1; last < items.length; last++) {
    const next = items[last];
    if (next !== undefined && !isOpen(file.text.slice(item.span.start, next.span.end), formula)) return last;
  }
  return first;
}

function mayBeCut(node: YamlNode, formula: boolean): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && node.broken !== true && isOpen(node.text, formula);
}

export function entryEnd(entry: MapEntry): number {
  return Math.max(entry.key.span.end, entry.value.span.end);
}

/** The formula with the rest of its line, where that rest was taken for a comment and the formula stays unfinished without it. */
export function cutByComment(node: ScalarNode, file: SourceFile): Span | null {
  const { text } = file;
  let at = node.span.end;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  if (text.charCodeAt(at) !== 35) return null;
  if (!isOpen(node.text, true) && !/(?:[-+*/=<>|,]|\b(?:and|or|not|where|in|per|across|then|else))$/i.test(node.text))
    return null;
  const line = text.indexOf('\n', at);
  const end = line === -1 ? text.length : line;
  return {
    file: file.path,
    start: node.span.start,
    end: node.span.start + text.slice(node.span.start, end).trimEnd().length,
  };
}

/** The whole of a formula that stands as a map under a key, because a `: ` inside it made its beginning a key. */
export function cutByColon(node: MapNode): Span | null {
  const [only] = node.entries;
  if (node.flow || node.entries.length !== 1 || only === undefined || !/[()'"=<>*+]/.test(only.key.text)) return null;
  return { file: node.span.file, start: only.key.span.start, end: entryEnd(only) };
}

/** Where `--` begins outside quotes, or -1. */
export function commentStart(text: string): number {
  if (!text.includes('--')) return -1;
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === "'" || character === '"') quote = character;
    else if (character === '-' && text.charAt(i + 1) === '-') return i;
  }
  return -1;
}

/** A missing value, as in `key:`. */
export function isMissing(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.text === '' && node.style === 'plain' && node.broken !== true;
}
