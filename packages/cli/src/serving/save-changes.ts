// Writes what was edited in a page into the folder of the project: all of it, or nothing where the folder has changed meanwhile.
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { replaceFile } from '../checking/replace-file.js';
import { DEFINITIONS, LIBRARY_FILE, PROJECT_FILE } from '../project/walk-project.js';
import { isSystemError, systemReason } from '../results/system-error.js';

export interface Change {
  readonly path: string;
  /** Null: the file is deleted. */
  readonly text: string | null;
  /** What the page took for its text; null: it took the file not to be there. */
  readonly was: string | null;
}

export type Saved =
  | { readonly kind: 'saved' }
  /** These files are not what the page took them for; nothing was written. */
  | { readonly kind: 'changed'; readonly paths: readonly string[] }
  | { readonly kind: 'refused'; readonly message: string };

/** `overwrite`: also over what has changed meanwhile. */
export function saveChanges(root: string, changes: readonly Change[], overwrite: boolean): Saved {
  const wrong = changes.find(({ path }) => !isDefinition(path) || !staysInside(root, path));
  if (wrong !== undefined)
    return { kind: 'refused', message: `\`${wrong.path}\` is no file of definitions of the project` };
  const found = changes.map((change) => ({ ...change, now: textOf(join(root, change.path)) }));
  const changed = found.filter(({ now, was }) => now !== was).map(({ path }) => path);
  if (changed.length > 0 && !overwrite) return { kind: 'changed', paths: changed };
  for (const { path, text, now } of found) {
    const problem = put(join(root, path), now, text);
    if (problem !== null) return { kind: 'refused', message: `\`${path}\`: ${problem}` };
  }
  return { kind: 'saved' };
}

function put(file: string, before: string | null, after: string | null): string | null {
  if (before !== null && after !== null) return before === after ? null : replaceFile(file, before, after);
  try {
    if (after === null) rmSync(file, { force: true });
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, after, { flag: 'wx' });
    }
    return null;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return systemReason(error);
  }
}

/** Whatever a page says, it writes definitions and nothing else. */
function isDefinition(path: string): boolean {
  if (path === PROJECT_FILE || path === LIBRARY_FILE) return true;
  const steps = path.split('/');
  const plain = steps.every((step) => step !== '' && !step.startsWith('.') && step !== 'node_modules');
  return plain && !/[\\\0:]/.test(path) && path.endsWith(DEFINITIONS);
}

/** The nearest folder that is there lies in the project, also where links lead; and so does the file itself. */
function staysInside(root: string, path: string): boolean {
  const real = realpathSync(root);
  const isInside = (place: string): boolean => {
    const way = relative(real, realpathSync(place));
    return way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
  };
  let place = join(root, path);
  while (!existsSync(place)) place = dirname(place);
  return isInside(place);
}

function textOf(file: string): string | null {
  return existsSync(file) ? readFileSync(file).toString('utf8') : null;
}
