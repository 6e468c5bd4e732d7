// What can be folded: definitions and their parts, blocks of text, lines of comments.
import type { FoldingRange } from 'vscode-languageserver-types';
import type { YamlNode } from '@sextant/parser';
import { linesOf, positionAt, type Lines } from '../text/lines.js';
import { treeOf, type Workspace } from '../workspace/workspace.js';

export function foldingRanges(workspace: Workspace, { path }: { readonly path: string }): readonly FoldingRange[] {
  const file = workspace.files.get(path);
  if (file === undefined) return [];
  const lines = linesOf(file);
  const found: FoldingRange[] = [...commentRanges(lines)];
  const root = treeOf(workspace, path);
  if (root !== null) fold(root, lines, found);
  return found.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

function fold(node: YamlNode, lines: Lines, found: FoldingRange[]): void {
  const add = (start: number, end: number): void => {
    const startLine = positionAt(lines, start).line;
    const endLine = positionAt(lines, lastCharacter(lines.text, start, end)).line;
    if (endLine > startLine) found.push({ startLine, endLine });
  };
  if (node.kind === 'map') {
    for (const { key, value } of node.entries) {
      add(key.span.start, value.span.end);
      fold(value, lines, found);
    }
  } else if (node.kind === 'seq') {
    for (const item of node.items) {
      // The dash of an item is part of no node: its line is that of what follows.
      if (item.kind !== 'scalar') add(item.span.start, item.span.end);
      fold(item, lines, found);
    }
  }
}

/** The end of a block may lie on the line below it. */
function lastCharacter(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}

function commentRanges({ text, starts }: Lines): readonly FoldingRange[] {
  const found: FoldingRange[] = [];
  let first: number | null = null;
  for (let line = 0; line <= starts.length; line++) {
    const isComment = line < starts.length && /^[ \t]*#/.test(text.slice(starts[line], starts[line + 1]));
    if (isComment) first ??= line;
    else {
      if (first !== null && line - first > 1) found.push({ startLine: first, endLine: line - 1, kind: 'comment' });
      first = null;
    }
  }
  return found;
}
