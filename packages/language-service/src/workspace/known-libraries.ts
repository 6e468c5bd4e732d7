// The libraries that the project could use: those whose heads are among its files.
import { isLibraryFile, type MapNode } from '@sextant/parser';
import { ownPaths, treeOf, type Workspace } from './workspace.js';

export interface KnownLibrary {
  /** As `from:` names it. */
  readonly folder: string;
  readonly title: string | null;
}

const known = new WeakMap<Workspace, readonly KnownLibrary[]>();

export function knownLibraries(workspace: Workspace): readonly KnownLibrary[] {
  const found = known.get(workspace);
  if (found !== undefined) return found;
  const own = ownPaths(workspace);
  const made = [...workspace.files.keys()]
    .filter((path) => isLibraryFile(path) && !own.has(path))
    .sort()
    .map((path) => ({
      folder: path.slice(0, path.lastIndexOf('/')),
      title: titleIn(treeOf(workspace, path)),
    }));
  known.set(workspace, made);
  return made;
}

function titleIn(root: MapNode | null): string | null {
  const value = root?.entries.find(({ key }) => key.text === 'title')?.value;
  return value?.kind === 'scalar' && value.text !== '' ? value.text : null;
}
