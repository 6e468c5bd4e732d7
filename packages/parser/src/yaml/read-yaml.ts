// The YAML stage: text -> located tree, with every trap of YAML refused at its place.
import type { Outcome } from '../diagnostic/diagnostic.js';
import type { SourceFile } from '../source/source-file.js';
import * as errors from './errors.js';
import { fastRead } from './fast-read.js';
import { readWithPackage } from './read-with-package.js';
import type { MapNode } from './tree.js';

/** Null only where the file holds no map at all; else as much of it as is sound. */
export function readYaml(file: SourceFile): Outcome<MapNode | null> {
  const { value, diagnostics } = readText(file);
  return { value, diagnostics };
}

export interface ReadText extends Outcome<MapNode | null> {
  /** What is read of an entry of a section follows from the lines of that entry. */
  readonly isLocal: boolean;
}

export function readText(file: SourceFile): ReadText {
  if (isTooLong(file)) {
    const span = { file: file.path, start: 0, end: 0 };
    return { value: null, diagnostics: [errors.fileTooLarge(span, file.text.length)], isLocal: false };
  }
  const fast = fastRead(file);
  return fast === null ? { ...readWithPackage(file), isLocal: false } : { value: fast, diagnostics: [], isLocal: true };
}

export function isTooLong({ text }: SourceFile): boolean {
  return text.length > errors.maxLength;
}
