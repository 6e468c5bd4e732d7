// Programs on a page: blocks `ts`, each with what it prints in the block `prints` behind it.
import { readPage } from './page.js';

export interface Program {
  /** The line of its fence on the page. */
  readonly line: number;
  readonly source: string;
  readonly prints: string;
}

export function programsOf(path: string): readonly Program[] {
  const blocks = readPage(path).sections.flatMap((section) => section.blocks);
  return blocks.flatMap(({ info, text, line }, i) => {
    const next = blocks[i + 1];
    return info === 'ts' ? [{ line, source: text, prints: next?.info === 'prints' ? next.text : '' }] : [];
  });
}
