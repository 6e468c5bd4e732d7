// Two groupings: partial results by atom, keys and the conditions that rows satisfy, in one look at the rows; then a roll-up of
// those few to windows and groups, where every filtered aggregate is a test of bits.
import { aggregateSql } from '../leaf/aggregate-sql.js';
import { cell, type Cell } from '../leaf/cells.js';
import { allOf } from '../row/row-sql.js';
import { keySql, keysOf, type KeySql, type Source } from '../row/source.js';
import { quoteName } from '../dialect-duckdb.js';
import type { ScanQuery } from '../sql-world.js';
import { allCells, daysFirst } from './choose.js';
import { planConditions } from './conditions.js';
import { describe } from './describe.js';
import { addKeys, readLeaves, type Query } from './direct.js';
import { lateStep, makeLateJoins, referenceSql, type LateJoins } from './late-keys.js';
import { makeColumns, selectSql, withSql } from './statement.js';
import { windowsOf } from './windows.js';
import { pathKey } from '../row/row-paths.js';

export function twoLevelQuery({ source, leaves, main }: Query): ScanQuery {
  const { atoms } = source.time;
  const partial = source.aliases.take('partial');
  const at = (name: string): string => `${partial}.${quoteName(name)}`;
  const inner = makeColumns();
  const names: string[] = [];
  const addInner = (sql: string, name: string): string => {
    const index = inner.add(sql, name);
    if (index === names.length) names.push(name);
    return names[index] ?? name;
  };
  const conditions = [...new Set(allCells(leaves).flatMap((one) => one.where))];
  const byDay = daysFirst(source, conditions.length);
  const time = atoms === null ? null : byDay === null ? addInner(atoms.key, 'atom') : addInner(byDay.day, 'day');
  const atom = time === null ? null : byDay === null ? at(time) : byDay.keyOf(at(time));
  const keys = partialKeys(source, addInner);
  const plan = planConditions(conditions, source, keys.columns);
  for (const { sql, name } of plan.columns) addInner(sql, name);
  const groups = inner.count();

  const outer = makeColumns();
  const windows = windowsOf(source, atom);
  // Windows that overlap are made of rolled-up atoms, in a third step: conditions are tested once for each atom.
  const rolledUp = atom !== null && windows.join('') !== null ? source.aliases.take('rolled up') : null;
  const window =
    windows.column === null || atom === null ? null : outer.add(rolledUp === null ? windows.column : atom, 'window');
  const late = makeLateJoins(source);
  const keyReads = addKeys(keys.outer(at, late), outer);
  const outerGroups = outer.count();
  const functions = new Map<number, Cell>();
  const addCell = (one: Cell, name: string): number => {
    const column = addInner(aggregateSql({ ...one, where: [] }), partialName(one, names.length));
    const tests = one.where.map((condition) => plan.test(condition, at));
    const index = outer.add(rollUp(one, at(column), tests), name);
    functions.set(index, one);
    return index;
  };
  const reads = readLeaves(leaves, -1, addCell);
  if (outer.count() === 0) addCell(cell('rows', '', []), 'rows');

  const step = { leaves, mask: plan.columns.length > 0 };
  const rows = selectSql({
    says: describe(source, { ...step, windows: atom !== null }),
    columns: inner.list(),
    from: source.from(),
    where: source.where,
    groups,
  });
  const rolled = selectSql({
    says: `${source.scan.dataset}: partial results to ${rolledUp === null ? 'windows and ' : ''}groups`,
    columns: outer.list(),
    from: [partial, ...late.joins()].join('\n  '),
    where: [],
    groups: outerGroups,
  });
  const steps = [{ name: partial, sql: rows }];
  const sql =
    rolledUp === null
      ? withSql(steps, rolled)
      : withSql([...steps, { name: rolledUp, sql: rolled }], overWindows(rolledUp));
  return { sql, reads: { window: windows.read(window ?? 0), present: null, keys: keyReads, ...reads, main } };

  /** The same columns in the same order, the atom's place taken by the window. */
  function overWindows(from: string): string {
    const columns = outer.names().map((name, i) => {
      const column = `${from}.${quoteName(name)}`;
      const one = functions.get(i);
      const value = i === window ? (windows.column ?? column) : one === undefined ? column : rollUp(one, column, []);
      return `${value} AS ${quoteName(name)}`;
    });
    return selectSql({
      says: `${source.scan.dataset}: the windows, which overlap or have several parts`,
      columns,
      from: [from, windows.join(`${from}."window"`) ?? ''].join('\n  '),
      where: [],
      groups: outerGroups,
    });
  }
}

interface PartialKeys {
  /** SQL over rows to the name of the column, for what can be tested by it. */
  readonly columns: ReadonlyMap<string, string>;
  readonly outer: (at: (name: string) => string, late: LateJoins) => readonly KeySql[];
}

function partialKeys(source: Source, add: (sql: string, name: string) => string): PartialKeys {
  const columns = new Map<string, string>();
  const ready = keysOf({
    ...source,
    scan: { ...source.scan, keys: source.scan.keys.filter((key) => lateStep(key, source.world) === null) },
  });
  let next = 0;
  const makers = source.scan.keys.map((key, i): ((at: (name: string) => string, late: LateJoins) => KeySql) => {
    const step = lateStep(key, source.world);
    if (step !== null) {
      const column = add(referenceSql(key, step, source), `reference ${pathKey(key.path) === '' ? '' : String(i + 1)}`);
      return (at, late) => keySql(late.value(key, step, at(column)));
    }
    const value = ready[next++];
    const names = (value?.columns ?? []).map((sql, part) => {
      const name = add(sql, part === 0 ? `key ${i + 1}` : `key ${i + 1} over`);
      columns.set(sql, name);
      return name;
    });
    return (at) => ({ value: value?.value ?? { kind: 'null', faults: [] }, columns: names.map(at) });
  });
  return { columns, outer: (at, late) => makers.map((make) => make(at, late)) };
}

/** Counts of parts add up; extremes of extremes are extremes. */
function rollUp(one: Cell, column: string, tests: readonly string[]): string {
  const value = tests.length === 0 ? column : `CASE WHEN ${allOf(tests)} THEN ${column} END`;
  return one.fn === 'min' || one.fn === 'max' ? `${one.fn}(${value})` : `sum(${value})`;
}

function partialName(one: Cell, index: number): string {
  return one.fn === 'rows' ? 'rows' : `${one.fn} ${index + 1}`;
}
