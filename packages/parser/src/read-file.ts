// One file of a project, read and shaped: whole, or after an edit as much of it as the edit touches.
import type { Diagnostic } from './diagnostic/diagnostic.js';
import { readChanged } from './read-changed.js';
import { shapeFile, type FileShape } from './shape/shape-project.js';
import type { SourceFile } from './source/source-file.js';
import { readText } from './yaml/read-yaml.js';
import type { MapNode } from './yaml/tree.js';

export interface ReadFile {
  readonly file: SourceFile;
  /** Of the YAML stage. */
  readonly diagnostics: readonly Diagnostic[];
  readonly shape: FileShape;
  /** The keys of the root, in the order of the text; none where it was not read entry by entry. */
  readonly roots: readonly RootKey[];
}

export interface RootKey {
  readonly key: string;
  readonly start: number;
  /** Where the first entry below it begins; -1 where there is none, or all stands in braces. */
  readonly first: number;
}

export function readFile(file: SourceFile, before: ReadFile | undefined): ReadFile {
  if (before === undefined) return readWhole(file);
  return before.file.text === file.text ? before : (readChanged(file, before) ?? readWhole(file));
}

function readWhole(file: SourceFile): ReadFile {
  const { value: root, diagnostics, isLocal } = readText(file);
  const shape = shapeFile({ file, root, diagnostics });
  return { file, diagnostics, shape, roots: root !== null && isLocal ? rootKeys(root) : [] };
}

function rootKeys({ entries, flow }: MapNode): readonly RootKey[] {
  if (flow) return [];
  return entries.map(({ key, value }) => {
    const first = value.kind === 'map' && !value.flow ? value.entries[0]?.key.span.start : undefined;
    return { key: key.text, start: key.span.start, first: first ?? -1 };
  });
}
