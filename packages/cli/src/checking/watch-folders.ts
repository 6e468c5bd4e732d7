// Tells when something in a folder or below it may have changed.
import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** An editor saves in several steps: they are one change. */
const QUIET_MS = 100;

/**
 * Calls `onChange` some time after one or many changes, until `signal` aborts. Not the recursive watching of the platform,
 * which on Linux would also look through packages and everything else that is not searched for definitions.
 */
export function watchFolders(roots: readonly string[], onChange: () => void, signal: AbortSignal): void {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | null = null;
  const changed = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      // There may be new folders.
      watchAll();
      onChange();
    }, QUIET_MS);
  };
  const watchAll = (): void => {
    const folders = new Set(roots.flatMap((root) => [...foldersBelow(root)]));
    for (const folder of folders) {
      if (watchers.has(folder)) continue;
      const stop = (): void => {
        watchers.get(folder)?.close();
        watchers.delete(folder);
      };
      try {
        watchers.set(
          folder,
          watch(folder, changed).on('error', () => {
            stop();
            changed();
          }),
        );
      } catch {
        // It is gone already, or it may not be read: what is wrong with that the check says.
      }
    }
    for (const [folder, watcher] of watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
  };
  watchAll();
  const end = (): void => {
    if (timer !== null) clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
  };
  if (signal.aborted) end();
  else signal.addEventListener('abort', end, { once: true });
}

/** The folders that are searched for definitions. */
function foldersBelow(root: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.add(next);
    try {
      for (const entry of readdirSync(next, { withFileTypes: true })) {
        const { name } = entry;
        if (entry.isDirectory() && !name.startsWith('.') && name !== 'node_modules') waiting.push(join(next, name));
      }
    } catch {
      found.delete(next);
    }
  }
  return found;
}
