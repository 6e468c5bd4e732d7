// Finds a key that comes twice, and merge keys: cheaply in maps of a few entries, with a set in large ones.
import type { MapEntry } from './tree.js';

const fewEntries = 8;

export interface KeySet {
  keys: Set<string> | null;
}

/** True where the reader must not go on: the key is in `entries` already, or is `<<`. */
export function isRefusedKey(known: KeySet, entries: readonly MapEntry[], key: string): boolean {
  if (key === '<<') return true;
  if (entries.length < fewEntries) {
    for (const entry of entries) if (entry.key.text === key) return true;
    return false;
  }
  known.keys ??= new Set(entries.map((entry) => entry.key.text));
  if (known.keys.has(key)) return true;
  known.keys.add(key);
  return false;
}
