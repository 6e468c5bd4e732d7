// What the parser reads: named texts, and places in them.

/** A text with a name. `path` is relative to the project's root, with `/` on every platform. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A half-open range of UTF-16 offsets in one file. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A half-open range of UTF-16 offsets in a text that has no file of its own, such as a formula's decoded text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
