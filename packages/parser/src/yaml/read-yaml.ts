// The YAML stage: text -> located tree, with every trap of YAML refused at its place.
import type { Outcome } from '../diagnostic/diagnostic.js';
import type { SourceFile } from '../source/source-file.js';
import * as errors from './errors.js';
import { fastRead } from './fast-read.js';
import { readWithPackage } from './read-with-package.js';
import type { MapNode } from './tree.js';

/** Null only where the file holds no map at all; else as much of it as is sound. */
export function readYaml(file: SourceFile): Outcome<MapNode | null> {
  if (file.text.length > errors.maxLength) {
    const span = { file: file.path, start: 0, end: 0 };
    return { value: null, diagnostics: [errors.fileTooLarge(span, file.text.length)] };
  }
  const fast = fastRead(file);
  return fast === null ? readWithPackage(file) : { value: fast, diagnostics: [] };
}
