// One file of a project, read and shaped: whole, or after an edit as much of it as the edit touches.
import type { Diagnostic } from './diagnostic/diagnostic.js';
import { readChanged } from './read-changed.js';
import { shapeFile, type FileShape } from './shape/shape-project.js';
import type { SourceFile } from './source/source-file.js';
import { sectionBelow, type SectionPlace } from './yaml/fast-read.js';
import { readText } from './yaml/read-yaml.js';
import type { MapNode } from './yaml/tree.js';

export interface ReadFile {
  readonly file: SourceFile;
  /** Of the YAML stage. */
  readonly diagnostics: readonly Diagnostic[];
  readonly shape: FileShape;
  /** The keys of the root, in the order of the text; none where it was not read entry by entry. */
  readonly roots: readonly RootKey[];
  /** Whether some of it may have been read apart from the rest, which is done in large files alone. */
  readonly isApart: boolean;
}

export interface RootKey {
  readonly key: string;
  readonly start: number;
  /** Of the section below it; null where there is none, or all of it stands in braces. */
  readonly below: SectionPlace | null;
}

export function readFile(file: SourceFile, before: ReadFile | undefined): ReadFile {
  if (before === undefined) return readWhole(file);
  return before.file.text === file.text ? before : (readChanged(file, before) ?? readWhole(file));
}

function readWhole(file: SourceFile): ReadFile {
  const { value: root, diagnostics, locality } = readText(file);
  const shape = shapeFile({ file, root, diagnostics });
  const roots = root === null || locality === 'none' ? [] : rootKeys(root, file);
  return { file, diagnostics, shape, roots, isApart: locality === 'apart' };
}

function rootKeys({ entries, flow }: MapNode, file: SourceFile): readonly RootKey[] {
  if (flow) return [];
  return entries.map(({ key, value }) => {
    const below = value.kind === 'map' && !value.flow ? sectionBelow(file, key.span.end) : null;
    return { key: key.text, start: key.span.start, below };
  });
}
