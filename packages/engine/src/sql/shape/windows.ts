// From atoms to windows: where every window is one atom the reader maps the number; else a small table maps them.
import type { Atoms } from '../time/atoms.js';
import type { Source } from '../row/source.js';
import type { QueryReads } from '../sql-world.js';
import { valuesSql } from './statement.js';

export interface WindowSql {
  /** SQL of what groups are made of; null: there is one window. */
  readonly column: string | null;
  /** What joins the table of windows, to rows or partial results with the atom `key`. */
  readonly join: (key: string) => string | null;
  readonly read: (column: number) => QueryReads['window'];
}

/** Whether atoms themselves are windows: each window has one, and no two the same. */
export function atomsAreWindows(atoms: Atoms): boolean {
  return (
    atoms.ranges.every(([first, end]) => end - first <= 1) &&
    new Set(atoms.ranges.map(([first]) => first)).size === atoms.ranges.length
  );
}

/** The windows by where they begin, those without an atom left out. */
export function windowsInOrder(
  atoms: Atoms,
): readonly { readonly window: number; readonly first: number; readonly end: number }[] {
  return atoms.ranges
    .map(([first, end], window) => ({ window, first, end }))
    .filter(({ first, end }) => end > first)
    .sort((a, b) => a.first - b.first || a.end - b.end);
}

/** Whether a window that begins later also ends later: an atom's windows then follow one another. */
export function isSliding(atoms: Atoms): boolean {
  const windows = windowsInOrder(atoms);
  return windows.every((one, i) => one.end >= (windows[i - 1]?.end ?? 0));
}

/** `key` is SQL of the atom in the rows that are grouped. */
export function windowsOf(source: Source, key: string | null): WindowSql {
  const { atoms } = source.time;
  if (atoms === null || key === null) {
    return { column: null, join: () => null, read: () => ({ kind: 'fixed', index: 0 }) };
  }
  if (atomsAreWindows(atoms)) {
    const map = Array.from({ length: atoms.count }, () => -1);
    for (const [window, [first, end]] of atoms.ranges.entries()) if (end > first) map[first] = window;
    return { column: key, join: () => null, read: (column) => ({ kind: 'column', column, map }) };
  }
  const alias = source.aliases.take('windows');
  const rows = atoms.ranges
    .map(([first, end], window) => [window, first, end])
    .filter(([, first = 0, end = 0]) => end > first);
  const table = `(SELECT "window", unnest(range("first", "end")) AS "atom" FROM ${valuesSql(rows, '"spans"', ['window', 'first', 'end'])})`;
  return {
    column: `${alias}."window"`,
    join: (rowKey) => `JOIN ${table} AS ${alias} ON ${alias}."atom" = ${rowKey}`,
    read: (column) => ({ kind: 'column', column, map: null }),
  };
}
