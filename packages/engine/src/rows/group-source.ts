// The groups that leaves reach, by outer group and time: leaves of one scan that look through the same windows are one source.
import type { Domain } from './domain.js';
import type { Interner } from './interner.js';
import type { InnerLeaf } from './leaves-in.js';
import { PairIds } from './pair-ids.js';
import type { ScanRows } from './scan-rows.js';

export interface GroupSource {
  readonly rows: ScanRows;
  /** For each key of the scan, its position in the inner groups. */
  readonly keys: readonly number[];
  /** For each inner time, the windows whose rows reach groups then. */
  readonly windows: readonly (readonly number[])[];
  /** 1 for rows that reach their group; null: all of them. */
  readonly reached: Uint8Array | null;
  /** Positions of the outer keys that the scan has too. */
  readonly outerKeys: readonly number[];
  /** The columns of the keys that are not outer ones. */
  readonly extras: readonly Int32Array[];
  /** Rows of a window whose outer keys are this tuple. */
  readonly rowsAt: (tuple: number, window: number) => Int32Array;
}

/** Leaves that do not have all of the extra keys say nothing about them and are no source. */
export function groupSources(
  leaves: readonly InnerLeaf[],
  shape: { readonly width: number; readonly extraKeys: number; readonly timeCount: number },
  scans: ReadonlyMap<number, ScanRows>,
  interner: Interner,
): readonly GroupSource[] {
  const parts = new Map<string, { readonly leaf: InnerLeaf; readonly flags: Set<Uint8Array | null> }>();
  for (const leaf of leaves) {
    const { cell, timeOf } = leaf;
    const key = `${cell.scan}|${cell.keys.join()}|${cell.reach.join()}|${timeOf?.join() ?? ''}`;
    const part = parts.get(key) ?? { leaf, flags: new Set() };
    parts.set(key, part);
    part.flags.add(scans.get(cell.scan)?.table.reached.get(cell.leaf) ?? null);
  }
  return Array.from(parts.values()).flatMap(({ leaf, flags }) => sourceOf(leaf, flags, shape, scans, interner) ?? []);
}

function sourceOf(
  { cell, timeOf }: InnerLeaf,
  flags: ReadonlySet<Uint8Array | null>,
  { width, extraKeys, timeCount }: Parameters<typeof groupSources>[1],
  scans: ReadonlyMap<number, ScanRows>,
  interner: Interner,
): GroupSource | null {
  const rows = scans.get(cell.scan);
  if (rows === undefined) return null;
  const columnAt = (position: number): Int32Array[] => {
    const column = rows.keys[cell.keys.indexOf(position)];
    return column === undefined ? [] : [column];
  };
  const extras = Array.from({ length: extraKeys }, (_, k) => columnAt(width + k)).flat();
  if (extras.length < extraKeys) return null;
  const outerKeys = Array.from({ length: width }, (_, at) => at).filter((at) => columnAt(at).length > 0);
  const windows: number[][] = Array.from({ length: timeCount }, () => []);
  for (const [own, window] of cell.reach.entries()) {
    if (window !== null) windows[timeOf === null ? own : (timeOf[own] ?? 0)]?.push(window);
  }
  return {
    rows,
    keys: cell.keys,
    windows,
    reached: either(flags),
    outerKeys,
    extras,
    rowsAt:
      outerKeys.length === 0
        ? (_, window) => rows.ofWindow(window)
        : byTuple(interner.tuples(outerKeys.flatMap(columnAt), rows.table.rowCount), rows.table.windows),
  };
}

/** A row reaches its group where it does so for any of the leaves. */
function either(flags: ReadonlySet<Uint8Array | null>): Uint8Array | null {
  const all = [...flags].flatMap((one) => one ?? []);
  const [first, ...rest] = all;
  if (first === undefined || all.length < flags.size) return null;
  const reached = first.slice();
  for (const more of rest)
    for (let row = 0; row < reached.length; row++) reached[row] = (reached[row] ?? 0) | (more[row] ?? 0);
  return reached;
}

const NOTHING = new Int32Array(0);

function byTuple(tuples: Int32Array, windows: Int32Array): GroupSource['rowsAt'] {
  const pairs = new PairIds();
  const ofRow = Int32Array.from(tuples, (tuple, row) => pairs.id(tuple, windows[row] ?? 0));
  // Where the rows of each pair begin, then where the next one of it goes.
  const starts = new Int32Array(pairs.size + 1);
  for (const pair of ofRow) starts[pair + 1] = (starts[pair + 1] ?? 0) + 1;
  for (let pair = 0; pair < pairs.size; pair++) starts[pair + 1] = (starts[pair + 1] ?? 0) + (starts[pair] ?? 0);
  const next = starts.slice();
  const rows = new Int32Array(ofRow.length);
  for (let row = 0; row < rows.length; row++) {
    const pair = ofRow[row] ?? 0;
    const at = next[pair] ?? 0;
    next[pair] = at + 1;
    rows[at] = row;
  }
  return (tuple, window) => {
    const pair = pairs.find(tuple, window);
    return pair < 0 ? NOTHING : rows.subarray(starts[pair], starts[pair + 1]);
  };
}

/** For each outer cell the tuple by which the source's rows are found. */
export function outerTuples(source: GroupSource, outer: Domain, interner: Interner): Int32Array {
  return interner.tuples(
    source.outerKeys.map((at) => outer.keys[at] ?? new Int32Array(outer.size)),
    outer.size,
  );
}
