// Tabs at the start of lines: where they are, and the text without them.
import type { SourceFile, Span } from '../source/source-file.js';
import { spanOf } from './problem.js';

export interface TabIndentation {
  readonly span: Span;
  /** The same indentation in spaces, two for a tab. */
  readonly spaces: string;
}

/** The indentations that hold a tab, of lines that hold something else too. */
export function findTabs(file: SourceFile): readonly TabIndentation[] {
  return [...file.text.matchAll(/^ *\t[ \t]*(?=[^\s#])/gm)].map((match) => ({
    span: spanOf(file, match.index, match.index + match[0].length),
    spaces: match[0].replaceAll('\t', '  '),
  }));
}

/** One space for each tab, so that every place stays where it is. */
export function withoutTabs(text: string): string {
  return text.replace(/^ *\t[ \t]*/gm, (indentation) => ' '.repeat(indentation.length));
}
