// Tabs at the start of lines: where they are, and the text without them.
import type { SourceFile, Span } from '../source/source-file.js';
import { spanOf } from './problem.js';

export interface TabIndentation {
  readonly span: Span;
  /** The same indentation in spaces, two for a tab. */
  readonly spaces: string;
}

/** White space and the dashes of list items: all of it counts as indentation. */
const indentation = /^[ \t]*(?:-[ \t]+)*/gm;

/** The indentations that hold a tab, of lines that hold something else too. */
export function findTabs(file: SourceFile): readonly TabIndentation[] {
  const { text } = file;
  return [...text.matchAll(indentation)]
    .map((match) => ({ start: match.index, prefix: match[0] }))
    .filter(
      ({ start, prefix }) =>
        prefix.includes('\t') && /^[^\s#]/.test(text.slice(start + prefix.length, start + prefix.length + 1)),
    )
    .map(({ start, prefix }) => ({
      span: spanOf(file, start, start + prefix.length),
      spaces: prefix.replaceAll('\t', '  '),
    }));
}

export function hasTab(lines: string): boolean {
  return (lines.match(indentation) ?? []).some((prefix) => prefix.includes('\t'));
}

/** One space for each tab, so that every place stays where it is. */
export function withoutTabs(text: string): string {
  return text.includes('\t') ? text.replace(indentation, (prefix) => prefix.replaceAll('\t', ' ')) : text;
}
