// The libraries that a project uses, found and checked, and the definitions that they make.
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { LibraryUse } from '../graph/graph.js';
import type { DatasetDef, Definitions, LibraryUseDef } from '../shape/definitions.js';
import type { SourceFile } from '../source/source-file.js';
import { libraryNotFound } from './errors.js';
import { instantiate, type Instance } from './instantiate.js';
import { folderFrom } from './library-files.js';
import type { Library } from './library.js';

/** What a check found out about libraries, for the next one; `P` is what a check of a project remembers. */
export interface LibraryMemory<P> {
  readonly libraries: ReadonlyMap<string, CheckedLibrary<P>>;
  readonly instances: ReadonlyMap<string, Made>;
}

export interface CheckedLibrary<P> {
  readonly files: readonly SourceFile[];
  readonly memory: P;
  /** Null where its head could not be read. */
  readonly library: Library | null;
  readonly errors: readonly Diagnostic[];
}

interface Made {
  readonly instance: Instance;
  readonly datasets: readonly DatasetDef[];
}

export interface UsedLibraries<P> {
  readonly uses: ReadonlyMap<string, LibraryUse>;
  readonly instances: readonly Instance[];
  /** The files of the libraries that are used. */
  readonly files: readonly SourceFile[];
  readonly memory: LibraryMemory<P>;
}

export interface CheckWith<P> {
  /** By folder. */
  readonly files: ReadonlyMap<string, readonly SourceFile[]>;
  readonly before: LibraryMemory<P> | null;
  readonly check: (folder: string, files: readonly SourceFile[], before: P | null) => CheckedLibrary<P>;
}

export function useLibraries<P>(definitions: Definitions, using: CheckWith<P>): Outcome<UsedLibraries<P>> {
  const diagnostics: Diagnostic[] = [];
  const libraries = new Map<string, CheckedLibrary<P>>();
  const made = new Map<string, Made>();
  const uses = new Map<string, LibraryUse>();
  const { datasets } = definitions;
  const table = new Map(datasets.map((dataset) => [dataset.name.text, dataset]));
  // Where the project is a library it makes nothing of others, which is said there.
  for (const def of definitions.library === null ? definitions.uses : []) {
    const name = def.name.text;
    if (uses.has(name)) continue;
    const library = def.from === null ? null : find(def.from.text, libraries, using);
    if (library === null) {
      if (def.from !== null && !using.files.has(folderFrom(def.from.text)))
        diagnostics.push(libraryNotFound(def.from.text, def.from.span, [...using.files.keys()]));
      uses.set(name, { name, def, library: null });
      continue;
    }
    const known = using.before?.instances.get(name);
    const instance =
      known !== undefined && isOf(known, def, library, datasets) ? known.instance : instantiate(def, library, table);
    made.set(name, { instance, datasets });
    uses.set(name, instance.use);
  }
  return {
    value: {
      uses,
      instances: [...made.values()].map(({ instance }) => instance),
      files: [...libraries.values()].flatMap(({ files }) => files),
      memory: { libraries, instances: made },
    },
    diagnostics,
  };
}

function find<P>(from: string, libraries: Map<string, CheckedLibrary<P>>, using: CheckWith<P>): Library | null {
  const folder = folderFrom(from);
  const files = using.files.get(folder);
  if (files === undefined) return null;
  const known = libraries.get(folder);
  if (known !== undefined) return known.library;
  const before = using.before?.libraries.get(folder);
  const checked =
    before !== undefined && sameFiles(before.files, files)
      ? before
      : using.check(folder, files, before?.memory ?? null);
  libraries.set(folder, checked);
  return checked.library;
}

function isOf(
  { instance, datasets: before }: Made,
  def: LibraryUseDef,
  library: Library,
  datasets: readonly DatasetDef[],
): boolean {
  return (
    instance.def === def &&
    instance.library === library &&
    before.length === datasets.length &&
    before.every((dataset, i) => dataset === datasets[i])
  );
}

function sameFiles(a: readonly SourceFile[], b: readonly SourceFile[]): boolean {
  return a.length === b.length && a.every(({ path, text }, i) => path === b[i]?.path && text === b[i]?.text);
}
