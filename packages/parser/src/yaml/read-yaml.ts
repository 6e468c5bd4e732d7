// The YAML stage: text -> located tree, with every trap of YAML refused at its place.
import type { Outcome } from '../diagnostic/diagnostic.js';
import type { SourceFile } from '../source/source-file.js';
import * as errors from './errors.js';
import { fastRead } from './fast-read.js';
import { leastForApart, readingApart } from './read-apart.js';
import { readWithPackage } from './read-with-package.js';
import type { MapNode } from './tree.js';

/** Null only where the file holds no map at all; else as much of it as is sound. */
export function readYaml(file: SourceFile): Outcome<MapNode | null> {
  const { value, diagnostics } = readText(file);
  return { value, diagnostics };
}

export interface ReadText extends Outcome<MapNode | null> {
  /** Whether what is read of an entry of a section follows from the lines of that entry: `apart` in large files alone. */
  readonly locality: 'sure' | 'apart' | 'none';
}

export function readText(file: SourceFile): ReadText {
  if (isTooLong(file)) {
    const span = { file: file.path, start: 0, end: 0 };
    return { value: null, diagnostics: [errors.fileTooLarge(span, file.text.length)], locality: 'none' };
  }
  const reading = file.text.length < leastForApart ? null : readingApart();
  const value = fastRead(file, reading?.apart);
  if (value === null) return { ...readWithPackage(file), locality: 'none' };
  const { diagnostics, starts } = reading ?? { diagnostics: [], starts: [] };
  return { value, diagnostics, locality: starts.length > 0 ? 'apart' : 'sure' };
}

export function isTooLong({ text }: SourceFile): boolean {
  return text.length > errors.maxLength;
}
