// The folders directly inside one, by name.
import { readdirSync } from 'node:fs';

/** Sorted; without hidden ones and without packages. */
export function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map(({ name }) => name)
    .sort();
}
