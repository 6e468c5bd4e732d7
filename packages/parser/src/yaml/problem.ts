// What a mistake in YAML is made of: what is said about it, and what is blotted out to read on.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { SourceFile, Span } from '../source/source-file.js';
import * as errors from './errors.js';
import type { Fact, FlowRange } from './parse-text.js';
import type { LinePlace } from './text-place.js';

/**
 * What is blotted out before the text is read again, character for character so that all places stay.
 * With a `text`, a placeholder takes the place and is given that text; without, spaces do.
 */
export interface Mask {
  readonly start: number;
  readonly end: number;
  readonly text?: string;
  readonly broken?: true;
  /** Where the text stands, if not at `start`. */
  readonly textStart?: number;
  /** What fills the place instead of spaces. */
  readonly fill?: ',';
}

export interface Problem {
  readonly diagnostic: Diagnostic;
  readonly masks: readonly Mask[];
  /** Up to here, what YAML says besides has the same cause. */
  readonly coveredEnd: number;
}

export interface LineFacts {
  readonly file: SourceFile;
  /** The text that was parsed. */
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly first: Fact;
  readonly place: LinePlace;
  /** The outermost brackets around the first fact. */
  readonly flow: FlowRange | undefined;
}

export function closingQuote(text: string, start: number, end: number, quote: string): number {
  for (let at = start + 1; at < end; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (text[at] === quote) {
      if (quote === '"' || text[at + 1] !== quote) return at;
      at++;
    }
  }
  return -1;
}

export function unknownEscape(line: LineFacts): Problem {
  const { start, end } = line.first;
  const escape = line.file.text.slice(start, Math.max(end, start + 2));
  const diagnostic = errors.unknownEscape(spanOf(line.file, start, start + escape.length), escape);
  return { diagnostic, masks: [], coveredEnd: end };
}

export function spanOf(file: SourceFile, start: number, end: number): Span {
  return { file: file.path, start, end };
}
