// Which groups some aggregate reaches: the cells that exist.
import type { Domain } from './domain.js';
import { groupSources, outerTuples, type GroupSource } from './group-source.js';
import type { Interner } from './interner.js';
import type { InnerLeaf } from './leaves-in.js';
import { gather, NumberList } from './number-list.js';
import type { ScanRows } from './scan-rows.js';

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
  if (expansion.extraKeys === 0) return timesOnly(expansion);
  const { width, extraKeys, times } = expansion;
  const shape = { width, extraKeys, timeCount: times.at(-1)?.[1] ?? 0 };
  const sources = groupSources(expansion.leaves, shape, scans, interner);
  const [only] = sources;
  const isOne = only !== undefined && sources.length === 1 && hasEveryGroupOnce(only);
  if (!isOne || expansion.everyTime) return union(expansion, sources, interner);
  return isWhole(only, expansion) ? whole(only) : rowsOfOne(expansion, only, interner);
}

/** The rows of one window are different groups, as long as no key of the scan belongs to a `per` further inside. */
function hasEveryGroupOnce({ rows, windows, outerKeys, extras }: GroupSource): boolean {
  return rows.keys.length === outerKeys.length + extras.length && windows.every((of) => of.length <= 1);
}

function timesOnly({ outer, width, times }: Expansion): Domain {
  const cells = new NumberList();
  const innerTimes = new NumberList();
  for (let cell = 0; cell < outer.size; cell++) {
    const [first, end] = times[outer.times[cell] ?? 0] ?? [0, 0];
    for (let time = first; time < end; time++) {
      cells.push(cell);
      innerTimes.push(time);
    }
  }
  return domainOf(outer, width, cells.toArray(), innerTimes.toArray(), [], null);
}

function domainOf(
  outer: Domain,
  width: number,
  cells: Int32Array,
  times: Int32Array,
  extras: readonly Int32Array[],
  source: Domain['source'],
): Domain {
  const keys = Array.from({ length: width }, (_, at) => {
    const column = outer.keys[at];
    return column === undefined ? new Int32Array(cells.length) : gather(column, cells);
  });
  return { size: cells.length, times, keys: [...keys, ...extras], outer: cells, source };
}

/** Whether the cells are the rows of the scan as they are. */
function isWhole(source: GroupSource, { outer, times }: Expansion): boolean {
  const [first = 0, end = 0] = times[0] ?? [];
  return (
    outer.size === 1 &&
    times.length === 1 &&
    end - first === 1 &&
    source.windows[first]?.length === 1 &&
    source.rows.scan.windows.length === 1 &&
    source.outerKeys.length === 0 &&
    source.reached === null &&
    outer.keys.length === 0
  );
}

function whole({ rows, keys, extras }: GroupSource): Domain {
  const size = rows.table.rowCount;
  const [times, outer] = [new Int32Array(size), new Int32Array(size)];
  return { size, times, keys: extras, outer, source: { scan: rows.scan.id, keys, rows: null } };
}

function rowsOfOne({ outer, width, times }: Expansion, source: GroupSource, interner: Interner): Domain {
  const cells = new NumberList();
  const innerTimes = new NumberList();
  const taken = new NumberList();
  const tuples = outerTuples(source, outer, interner);
  const { reached } = source;
  for (let cell = 0; cell < outer.size; cell++) {
    const [first, end] = times[outer.times[cell] ?? 0] ?? [0, 0];
    for (let time = first; time < end; time++) {
      const window = source.windows[time]?.[0];
      if (window === undefined) continue;
      const before = taken.length;
      const rows = source.rowsAt(tuples[cell] ?? 0, window);
      if (reached === null) taken.pushAll(rows);
      else for (const row of rows) if (reached[row] === 1) taken.push(row);
      cells.pushTimes(cell, taken.length - before);
      innerTimes.pushTimes(time, taken.length - before);
    }
  }
  const rows = taken.toArray();
  const extras = source.extras.map((column) => gather(column, rows));
  const made = { scan: source.rows.scan.id, keys: source.keys, rows };
  return domainOf(outer, width, cells.toArray(), innerTimes.toArray(), extras, made);
}

/** Groups of several sources or windows: each is visited once, whoever reaches it first. */
function union(expansion: Expansion, sources: readonly GroupSource[], interner: Interner): Domain {
  const { outer, width, extraKeys, times, everyTime } = expansion;
  const cells = new NumberList();
  const innerTimes = new NumberList();
  const extras = Array.from({ length: extraKeys }, () => new NumberList());
  const groups = sources.map((source) => interner.tuples(source.extras, source.rows.table.rowCount));
  const tuples = sources.map((source) => outerTuples(source, outer, interner));
  const seen = new Int32Array(groups.reduce((most, ids) => ids.reduce((a, b) => Math.max(a, b), most), 0) + 1);
  let visit = 0;
  /** The groups of a time that were not found in this visit, one list for each extra key. */
  const find = (cell: number, time: number, found: readonly NumberList[]): number => {
    let count = 0;
    for (const [i, source] of sources.entries()) {
      for (const window of source.windows[time] ?? []) {
        for (const row of source.rowsAt(tuples[i]?.[cell] ?? 0, window)) {
          const group = groups[i]?.[row] ?? 0;
          if (source.reached?.[row] === 0 || seen[group] === visit) continue;
          seen[group] = visit;
          count++;
          for (const [k, list] of found.entries()) list.push(source.extras[k]?.[row] ?? 0);
        }
      }
    }
    return count;
  };
  for (let cell = 0; cell < outer.size; cell++) {
    const [first, end] = times[outer.times[cell] ?? 0] ?? [0, 0];
    visit++;
    if (!everyTime) {
      for (let time = first; time < end; time++, visit++) {
        const count = find(cell, time, extras);
        cells.pushTimes(cell, count);
        innerTimes.pushTimes(time, count);
      }
      continue;
    }
    const found = Array.from({ length: extraKeys }, () => new NumberList());
    let count = 0;
    for (let time = first; time < end; time++) count += find(cell, time, found);
    for (let time = first; time < end; time++) {
      cells.pushTimes(cell, count);
      innerTimes.pushTimes(time, count);
      for (const [k, list] of found.entries()) extras[k]?.pushAll(list.toArray());
    }
  }
  return domainOf(
    outer,
    width,
    cells.toArray(),
    innerTimes.toArray(),
    extras.map((list) => list.toArray()),
    null,
  );
}
