// Characters that no file of definitions may hold: what bytes that are not UTF-8 become, and what nobody can see.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { SourceFile } from '../source/source-file.js';
import * as errors from './errors.js';
import { spanOf } from './problem.js';

// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff\ufffd]|\r(?!\n)|\p{Surrogate}/gu;

/** True where nothing needs a closer look. A byte order mark at the start is none of the file's text. */
export function hasOnlyText(text: string): boolean {
  forbidden.lastIndex = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return !forbidden.test(text);
}

/**
 * One diagnostic for each kind of character, at its first place. The text comes back with line ends for lone carriage
 * returns and U+FFFD for the characters by which the `yaml` package's lexer and parser talk to each other.
 */
export function characterProblems(file: SourceFile): { text: string; diagnostics: readonly Diagnostic[] } {
  const { text } = file;
  if (hasOnlyText(text)) return { text, diagnostics: [] };
  const places = new Map<string, { at: number; count: number }>();
  const cleaned = text.replace(forbidden, (char, at: number) => {
    if (char === '\ufeff' && at === 0) return char;
    const place = places.get(char);
    if (place === undefined) places.set(char, { at, count: 1 });
    else place.count++;
    return char === '\r' ? '\n' : char < ' ' || char === '\u007f' ? '\ufffd' : char;
  });
  const diagnostics = [...places].map(([char, { at, count }]) => {
    const span = spanOf(file, at, at + 1);
    return char === '\ufffd' ? errors.notUtf8(span, count) : errors.controlCharacter(span, char.charCodeAt(0), count);
  });
  return { text: cleaned, diagnostics };
}
