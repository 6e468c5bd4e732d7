// Distinct counts in more windows than bits have room for: the distinct pairs of atom and value first, then counted by window.
import { conjunctionOf } from '../leaf/leaf-cells.js';
import { quoteName } from '../dialect-duckdb.js';
import { keysOf } from '../row/source.js';
import type { LeafRead, ScanQuery } from '../sql-world.js';
import { describe } from './describe.js';
import { addKeys, type Query } from './direct.js';
import { entitiesOf } from './entities.js';
import { makeColumns, selectSql, withSql } from './statement.js';
import { windowsOf } from './windows.js';

export function distinctPairsQuery({ source, leaves, main }: Query): ScanQuery {
  const { atoms } = source.time;
  const pairs = source.aliases.take('pairs');
  const at = (name: string): string => `${pairs}.${quoteName(name)}`;
  const { value, sets, setOf } = entitiesOf(leaves);
  const keys = keysOf(source);

  const inner = makeColumns();
  const names: string[] = [];
  const add = (sql: string, name: string): string => {
    const index = inner.add(sql, name);
    if (index === names.length) names.push(name);
    return names[index] ?? name;
  };
  const atom = atoms === null ? null : add(atoms.key, 'atom');
  const keyNames = keys.map((key, i) =>
    key.columns.map((sql, part) => add(sql, `key ${i + 1}${part === 0 ? '' : ' over'}`)),
  );
  const valueName = add(value, 'value');
  const groups = inner.count();
  const flags = sets.map((where, i) =>
    where.length === 0 ? null : add(`coalesce(bool_or(${conjunctionOf(where)}), false)`, `set ${i + 1}`),
  );
  const rows = selectSql({
    says: describe(source, { windows: atom !== null, leaves, mask: false }),
    columns: inner.list(),
    from: source.from(),
    where: source.where,
    groups,
  });

  const outer = makeColumns();
  const windows = windowsOf(source, atom === null ? null : at(atom));
  const window = windows.column === null ? null : outer.add(windows.column, 'window');
  const keyReads = addKeys(
    keys.map((key, i) => ({ value: key.value, columns: (keyNames[i] ?? []).map(at) })),
    outer,
  );
  const outerGroups = outer.count();
  const columns = flags.map((flag, i) => {
    const counted = flag === null ? at(valueName) : `CASE WHEN ${at(flag)} THEN ${at(valueName)} END`;
    return outer.add(`count(DISTINCT ${counted})`, `count ${i + 1}`);
  });
  const join = atom === null ? null : windows.join(at(atom));
  const rolled = selectSql({
    says: `${source.scan.dataset}: distinct values by window`,
    columns: outer.list(),
    from: [pairs, ...(join === null ? [] : [join])].join('\n  '),
    where: [],
    groups: outerGroups,
  });
  const reads = leaves.map((leaf): LeafRead => ({
    leaf: leaf.leaf,
    faults: [],
    kind: 'count',
    column: columns[setOf.get(leaf.leaf) ?? 0] ?? 0,
  }));
  return {
    sql: withSql([{ name: pairs, sql: rows }], rolled),
    reads: { window: windows.read(window ?? 0), present: null, keys: keyReads, leaves: reads, reach: [], main },
  };
}
