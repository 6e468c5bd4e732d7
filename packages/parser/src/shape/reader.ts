// What a reader is: a shape, and the function that reads a node of that shape and reports what is wrong with it.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { SourceFile, Span } from '../source/source-file.js';
import type { ScalarNode, YamlNode } from '../yaml/tree.js';
import { wrongKind } from './errors.js';
import type { BrokenPart, Located } from './definitions.js';
import type { Shape } from './shape.js';

export interface Reader<T> {
  readonly shape: Shape;
  /** `at` is the key that the node stands under. Null means that it was reported. */
  readonly read: (node: YamlNode, at: ScalarNode, reading: Reading) => T | null;
}

/** The file that is read, and what has been found so far. */
export interface Reading {
  readonly file: SourceFile;
  readonly diagnostics: Diagnostic[];
  readonly broken: BrokenPart[];
  /** Offsets at which the YAML stage has reported something. */
  readonly damage: readonly number[];
  /** The nouns of the maps that know a key: for a key in the wrong place. */
  readonly homesOf: (key: string) => readonly string[];
}

export function located(node: ScalarNode): Located {
  return { text: node.text, span: node.span };
}

/** From a key to the end of its value. */
export function wholeSpan(at: ScalarNode, node: YamlNode): Span {
  return { file: at.span.file, start: Math.min(at.span.start, node.span.start), end: node.span.end };
}

/** Reports a node of a wrong kind, unless the YAML stage has reported it. */
export function refuse(node: YamlNode, at: ScalarNode, shape: Shape, { diagnostics, file }: Reading): void {
  if (node.kind !== 'scalar' || node.broken !== true) diagnostics.push(wrongKind(node, at, shape, file));
}

/** The same shape, another value. */
export function transform<T, U>(
  reader: Reader<T>,
  change: (value: T, at: ScalarNode, node: YamlNode) => U | null,
): Reader<U> {
  return {
    shape: reader.shape,
    read: (node, at, reading) => {
      const value = reader.read(node, at, reading);
      return value === null ? null : change(value, at, node);
    },
  };
}
