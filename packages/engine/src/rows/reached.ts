// Which groups some aggregate reaches: the cells that exist.
import type { CellExpr, LeafCell } from '../plan/plan.js';
import type { Domain } from './domain.js';
import type { Interner } from './interner.js';
import type { ScanRows } from './scan-rows.js';

/** A leaf inside an expression, and for each time of the leaf's own frame the time of the expression's frame. */
export interface InnerLeaf {
  readonly cell: LeafCell;
  readonly timeOf: Int32Array | null;
}

/** Every leaf below an expression, through `per` too. */
export function leavesIn(
  expr: CellExpr | null,
  timeOf: Int32Array | null = null,
  found: InnerLeaf[] = [],
  seen = new Set<CellExpr>(),
): readonly InnerLeaf[] {
  if (expr === null || seen.has(expr)) return found;
  seen.add(expr);
  switch (expr.kind) {
    case 'leaf':
      found.push({ cell: expr, timeOf });
      return found;
    case 'call':
      for (const arg of expr.args) leavesIn(arg, timeOf, found, seen);
      return found;
    case 'case':
      for (const branch of expr.branches) {
        leavesIn(branch.when, timeOf, found, seen);
        leavesIn(branch.then, timeOf, found, seen);
      }
      return leavesIn(expr.otherwise, timeOf, found, seen);
    case 'empty_zero':
      return leavesIn(expr.of, timeOf, found, seen);
    case 'per': {
      const inner = new Int32Array(expr.times.at(-1)?.[1] ?? 0);
      for (const [time, [first, end]] of expr.times.entries())
        inner.fill(timeOf === null ? time : (timeOf[time] ?? 0), first, end);
      leavesIn(expr.of, inner, found, seen);
      return leavesIn(expr.where, inner, found, seen);
    }
    case 'const':
    case 'key':
    case 'by_time':
      return found;
  }
}

export interface Expansion {
  readonly outer: Domain;
  /** How many keys the outer cells have. */
  readonly width: number;
  readonly extraKeys: number;
  /** Inner times of each outer time. */
  readonly times: readonly (readonly [first: number, end: number])[];
  readonly leaves: readonly InnerLeaf[];
  /** A group that is reached at one inner time is visited at all of them. */
  readonly everyTime: boolean;
}

/** The inner cells of each outer cell, in order: by outer cell, then time, then as the groups were found. */
export function expand(expansion: Expansion, scans: ReadonlyMap<number, ScanRows>, interner: Interner): Domain {
  const { outer, width, extraKeys, times } = expansion;
  const outerCells: number[] = [];
  const innerTimes: number[] = [];
  const extras: number[][] = Array.from({ length: extraKeys }, () => []);
  const sources =
    extraKeys === 0 ? [] : expansion.leaves.flatMap((leaf) => groupsOf(leaf, expansion, scans, interner) ?? []);
  const outerTuples = new Map<string, Int32Array>();
  for (const source of sources) {
    const name = source.outerKeys.join();
    if (!outerTuples.has(name))
      outerTuples.set(
        name,
        interner.tuples(
          source.outerKeys.map((at) => outer.keys[at] ?? new Int32Array(outer.size)),
          outer.size,
        ),
      );
  }
  const push = (cell: number, time: number, group: readonly number[]): void => {
    outerCells.push(cell);
    innerTimes.push(time);
    for (let k = 0; k < extraKeys; k++) extras[k]?.push(group[k] ?? 0);
  };
  for (let cell = 0; cell < outer.size; cell++) {
    const [first, end] = times[outer.times[cell] ?? 0] ?? [0, 0];
    if (extraKeys === 0) {
      for (let time = first; time < end; time++) push(cell, time, []);
      continue;
    }
    const found = new Map<number, readonly number[]>();
    for (let time = first; time < end; time++) {
      if (!expansion.everyTime) found.clear();
      for (const source of sources) {
        const tuple = outerTuples.get(source.outerKeys.join())?.[cell] ?? 0;
        for (const row of source.rows.get(tuple * source.timeCount + time) ?? []) {
          const id = source.extraTuples[row] ?? 0;
          if (!found.has(id))
            found.set(
              id,
              source.extraColumns.map((column) => column[row] ?? 0),
            );
        }
      }
      if (!expansion.everyTime) for (const group of found.values()) push(cell, time, group);
    }
    if (expansion.everyTime)
      for (let time = first; time < end; time++) for (const group of found.values()) push(cell, time, group);
  }
  const size = outerCells.length;
  const outerIndex = Int32Array.from(outerCells);
  const keys = Array.from({ length: width }, (_, at) => {
    const column = outer.keys[at];
    return Int32Array.from(outerIndex, (cell) => column?.[cell] ?? 0);
  });
  return {
    size,
    times: Int32Array.from(innerTimes),
    keys: [...keys, ...extras.map((column) => Int32Array.from(column))],
    outer: outerIndex,
  };
}

interface GroupSource {
  /** Positions of the outer keys that the leaf has too. */
  readonly outerKeys: readonly number[];
  readonly timeCount: number;
  /** Rows of the scan by outer tuple and inner time. */
  readonly rows: ReadonlyMap<number, readonly number[]>;
  readonly extraColumns: readonly Int32Array[];
  readonly extraTuples: Int32Array;
}

/** The groups that a leaf reaches; null where it does not have all of the extra keys, and so says nothing about them. */
function groupsOf(
  leaf: InnerLeaf,
  { width, extraKeys, times }: Expansion,
  scans: ReadonlyMap<number, ScanRows>,
  interner: Interner,
): GroupSource | null {
  const { cell, timeOf } = leaf;
  const rows = scans.get(cell.scan);
  if (rows === undefined) return null;
  const column = (position: number): Int32Array | null => {
    const at = cell.keys.indexOf(position);
    return at < 0 ? null : (rows.keys[at] ?? null);
  };
  const extraColumns = Array.from({ length: extraKeys }, (_, k) => column(width + k)).flatMap((one) => one ?? []);
  if (extraColumns.length < extraKeys) return null;
  const outerKeys = Array.from({ length: width }, (_, at) => at).filter((at) => column(at) !== null);
  const outerTuples = interner.tuples(
    outerKeys.flatMap((at) => column(at) ?? []),
    rows.table.rowCount,
  );
  const timeCount = times.at(-1)?.[1] ?? 0;
  const reached = rows.table.reached.get(cell.leaf) ?? null;
  const found = new Map<number, number[]>();
  for (const [own, window] of cell.reach.entries()) {
    if (window === null) continue;
    const time = timeOf === null ? own : (timeOf[own] ?? 0);
    for (const row of rows.ofWindow[window] ?? []) {
      if (reached !== null && reached[row] === 0) continue;
      const key = (outerTuples[row] ?? 0) * timeCount + time;
      const list = found.get(key);
      if (list === undefined) found.set(key, [row]);
      else list.push(row);
    }
  }
  return {
    outerKeys,
    timeCount,
    rows: found,
    extraColumns,
    extraTuples: interner.tuples(extraColumns, rows.table.rowCount),
  };
}
