// What stands under the pointer.
import type { Hover } from 'vscode-languageserver-types';
import { formulaTokens, spanInScalar, type MapNode, type Range, type ScalarNode } from '@sextant/parser';
import { describeLibraryPart } from '../describe/describe-library.js';
import { describeSymbol, levelText } from '../describe/describe-symbol.js';
import { describeCode, describeKey, describeUnit, describeWord } from '../describe/describe-word.js';
import { code, paragraphs } from '../describe/markdown.js';
import type { NameUse } from '@sextant/parser';
import { mentionAt, type Mention } from '../places/mention.js';
import { keyAt } from '../places/shape-at.js';
import { reading } from '../symbols/index-of.js';
import { usesIn } from '../symbols/occurrence.js';
import { checked, ownPaths, treeAround, type Workspace } from '../workspace/workspace.js';
import { offsetIn, type At } from './at.js';
import { rangeIn } from './locations.js';

interface Found {
  readonly text: string | null;
  /** In the file. */
  readonly span: Range;
}

export function hover(workspace: Workspace, at: At): Hover | null {
  const offset = offsetIn(workspace, at);
  const root = treeAround(workspace, at.path, offset);
  if (root === null) return null;
  // What a name of a library means, the library says.
  const mention = ownPaths(workspace).has(at.path) ? mentionAt(root, offset) : null;
  const found = (mention === null ? null : inMention(workspace, mention, offset)) ?? keyUnder(root, at.path, offset);
  if (found === null || found.text === null || found.text === '') return null;
  return { contents: { kind: 'markdown', value: found.text }, range: rangeIn(workspace, at.path, found.span) };
}

function inMention(workspace: Workspace, mention: Mention, offset: number): Found | null {
  const { node, meaning } = mention;
  if (meaning.kind === 'code')
    return { text: describeCode(node.text, workspace.host.pageOf(node.text)), span: node.span };
  if (meaning.kind === 'library part' && meaning.part !== 'metric') {
    const { graph } = checked(workspace);
    return { text: describeLibraryPart(graph, meaning.part, mention.path, node.text), span: node.span };
  }
  const holds = ({ start, end }: Range): boolean => start <= offset && offset <= end;
  const uses = usesIn(mention, reading(workspace)).map((use) => ({ use, span: spanIn(node, use.range) }));
  const [first] = uses.filter(({ span }) => holds(span)).toSorted((a, b) => b.span.start - a.span.start);
  const text = first === undefined ? null : textOfUse(workspace, first.use, mention);
  if (first !== undefined && text !== null) return { text, span: first.span };
  if (meaning.kind !== 'formula' && meaning.kind !== 'asked') return null;
  for (const token of formulaTokens(node.text)) {
    const span = spanIn(node, token);
    if (!holds(span) || (token.role !== 'call' && token.role !== 'word')) continue;
    const said = describeWord(token.text.replaceAll(/\s+/g, ' '));
    if (said !== null) return { text: said, span };
  }
  return null;
}

function spanIn(node: ScalarNode, { start, end }: Range): Range {
  return spanInScalar(node, start, end);
}

function textOfUse(workspace: Workspace, { means, range }: NameUse, { node }: Mention): string | null {
  const { graph } = checked(workspace);
  switch (means.kind) {
    case 'symbol': {
      const { kind, name } = means.symbol;
      const value = kind === 'metric' || kind === 'kpi' ? workspace.host.currentValue(kind, name) : null;
      return describeSymbol(graph, means.symbol, value);
    }
    case 'level': {
      const text = node.text.slice(range.start, range.end);
      return paragraphs(code(text), levelText(graph, text));
    }
    case 'unit':
      return describeUnit(means.word);
    case 'word':
      return describeWord(node.text.slice(range.start, range.end));
    case 'nothing':
      return null;
  }
}

/** The sentence about a key, from the shapes that the checker reads. */
function keyUnder(root: MapNode, file: string, offset: number): Found | null {
  let map: MapNode = root;
  const path: string[] = [];
  for (;;) {
    const entry = map.entries.find(
      ({ key, value }) => key.span.start <= offset && offset <= Math.max(key.span.end, value.span.end),
    );
    if (entry === undefined) return null;
    path.push(entry.key.text);
    if (offset <= entry.key.span.end) {
      const key = keyAt(file, path);
      return key === null ? null : { text: describeKey(entry.key.text, key), span: entry.key.span };
    }
    let { value } = entry;
    while (value.kind === 'seq') {
      const item = value.items.find(({ span }) => span.start <= offset && offset <= span.end);
      if (item === undefined) return null;
      path.push('[]');
      value = item;
    }
    if (value.kind === 'scalar') return null;
    map = value;
  }
}
