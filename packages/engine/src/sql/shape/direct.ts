// One grouping of the rows themselves: for aggregates that partial results cannot make, for few conditions, for many groups.
import { aggregateSql } from '../leaf/aggregate-sql.js';
import type { LeafCells } from '../leaf/cells.js';
import { valueRead } from '../leaf/leaf-cells.js';
import { keysOf, type Source } from '../row/source.js';
import type { KeyRead, LeafRead, QueryReads, ScanQuery } from '../sql-world.js';
import { describe } from './describe.js';
import { makeColumns, selectSql, type Columns } from './statement.js';
import { windowsOf } from './windows.js';
import type { KeySql } from '../row/source.js';

export interface Query {
  readonly source: Source;
  readonly leaves: readonly LeafCells[];
  readonly main: boolean;
}

export function directQuery({ source, leaves, main }: Query): ScanQuery {
  const { atoms } = source.time;
  const windows = windowsOf(source, atoms?.key ?? null);
  const keys = keysOf(source);
  const divisor = leaves[0]?.divisor ?? null;
  // Without keys one condition of all keeps rows out; with keys the groups must stay.
  const shared = keys.length === 0 ? sharedConditions(leaves) : [];
  const own = leaves.map((leaf) => withoutConditions(leaf, shared));
  const columns = makeColumns();
  const window = windows.column === null ? null : columns.add(windows.column, 'window');
  const keyReads = addKeys(keys, columns);
  const divisorColumn = divisor === null ? -1 : columns.add(divisor, 'divisor');
  const groups = columns.count();
  const reads = readLeaves(own, divisorColumn, (cell, name) => columns.add(aggregateSql(cell), name));
  if (columns.count() === 0) columns.add('count(*)', 'rows');
  const join = atoms === null ? null : windows.join(atoms.key);
  const sql = selectSql({
    says: describe(source, { windows: windows.column !== null, leaves: own, mask: false }),
    columns: columns.list(),
    from: [source.from(), ...(join === null ? [] : [join])].join('\n  '),
    where: [...source.where, ...shared],
    groups,
  });
  return { sql, reads: { window: windows.read(window ?? 0), present: null, keys: keyReads, ...reads, main } };
}

export function addKeys(keys: readonly KeySql[], columns: Columns): readonly KeyRead[] {
  return keys.map(({ value, columns: [n = 'NULL', d] }, i) => {
    const column = columns.add(n, `key ${i + 1}`);
    return valueRead(value, column, d === undefined ? null : columns.add(d, `key ${i + 1} over`));
  });
}

export function readLeaves(
  leaves: readonly LeafCells[],
  divisor: number,
  add: (cell: LeafCells['cells'][number], name: string) => number,
): Pick<QueryReads, 'leaves' | 'reach'> {
  return {
    leaves: leaves.filter((leaf) => leaf.reaches.length === 0).map((leaf) => readLeaf(leaf, divisor, add)),
    reach: leaves
      .filter((leaf) => leaf.reaches.length > 0)
      .flatMap((leaf) =>
        leaf.cells.map((cell) => ({ column: add(cell, `reach ${-leaf.leaf}`), leaves: leaf.reaches })),
      ),
  };
}

function readLeaf(
  leaf: LeafCells,
  divisor: number,
  add: (cell: LeafCells['cells'][number], name: string) => number,
): LeafRead {
  const name = (i: number): string => (i === 0 ? `leaf ${leaf.leaf}` : `leaf ${leaf.leaf} part ${i + 1}`);
  const columns = leaf.cells.map((cell, i) => add(cell, name(i)));
  const faults = leaf.faults.map(({ cell, reason }) => ({ column: add(cell, `leaf ${leaf.leaf} ${reason}`), reason }));
  return { leaf: leaf.leaf, faults, ...leaf.read(columns, divisor) };
}

/** Conditions that every cell has. */
function sharedConditions(leaves: readonly LeafCells[]): readonly string[] {
  const cells = leaves.flatMap((leaf) => [...leaf.cells, ...leaf.faults.map((fault) => fault.cell)]);
  const [first, ...rest] = cells;
  return first === undefined ? [] : first.where.filter((one) => rest.every((cell) => cell.where.includes(one)));
}

function withoutConditions(leaf: LeafCells, gone: readonly string[]): LeafCells {
  if (gone.length === 0) return leaf;
  const strip = (cell: LeafCells['cells'][number]): LeafCells['cells'][number] => ({
    ...cell,
    where: cell.where.filter((one) => !gone.includes(one)),
  });
  return {
    ...leaf,
    cells: leaf.cells.map(strip),
    faults: leaf.faults.map((fault) => ({ ...fault, cell: strip(fault.cell) })),
  };
}
