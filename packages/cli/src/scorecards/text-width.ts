// Texts in columns of a terminal: measured, padded, wrapped.
import { displayWidth } from '../reporters/display-width.js';
import { graphemesOf } from '../reporters/graphemes.js';

const PLAIN = /^[ -~]*$/;

export function widthOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemesOf(text)) width += displayWidth(grapheme);
  return width;
}

export function padEnd(text: string, width: number): string {
  return `${text}${' '.repeat(Math.max(0, width - widthOf(text)))}`;
}

export function padStart(text: string, width: number): string {
  return `${' '.repeat(Math.max(0, width - widthOf(text)))}${text}`;
}

/** Lines of at most `width` columns, broken between words; later lines are indented. A word that is too long is broken itself. */
export function wrap(text: string, width: number, indent = ''): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let room = Math.max(1, width);
  const next = (): void => {
    lines.push(line);
    line = indent;
    room = Math.max(widthOf(indent) + 1, width);
  };
  for (const word of text.split(' ')) {
    const glue = line === '' || line === indent ? '' : ' ';
    if (widthOf(line) + glue.length + widthOf(word) <= room) {
      line = `${line}${glue}${word}`;
      continue;
    }
    if (line !== '' && line !== indent) next();
    for (const grapheme of graphemesOf(word)) {
      if (widthOf(line) + displayWidth(grapheme) > room && line !== indent && line !== '') next();
      line = `${line}${grapheme}`;
    }
  }
  return [...lines, line];
}
