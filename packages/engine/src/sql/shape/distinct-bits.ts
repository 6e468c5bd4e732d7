// Distinct counts in many windows: one row per counted value, with a bit for each atom in which it occurs; then the bits are
// counted. The table has as many rows as there are values, not as there are pairs of value and window.
import { conjunctionOf } from '../leaf/leaf-cells.js';
import { quoteName } from '../dialect-duckdb.js';
import { keysOf } from '../row/source.js';
import type { LeafRead, ScanQuery } from '../sql-world.js';
import type { AtomRange } from '../time/atoms.js';
import { BITS_PER_MASK } from './bits.js';
import { describe } from './describe.js';
import { addKeys, type Query } from './direct.js';
import { entitiesOf } from './entities.js';
import { makeColumns, selectSql, withSql } from './statement.js';

export function distinctBitsQuery({ source, leaves, main }: Query): ScanQuery {
  const { atoms } = source.time;
  const ranges: readonly AtomRange[] = atoms?.ranges ?? [[0, 1]];
  const count = atoms?.count ?? 1;
  const masks = Math.ceil(count / BITS_PER_MASK);
  const entity = source.aliases.take('entity');
  const at = (name: string): string => `${entity}.${quoteName(name)}`;
  const { value, sets, setOf } = entitiesOf(leaves);
  const keys = keysOf(source);

  const inner = makeColumns();
  const names: string[] = [];
  const add = (sql: string, name: string): string => {
    const index = inner.add(sql, name);
    if (index === names.length) names.push(name);
    return names[index] ?? name;
  };
  const keyNames = keys.map((key, i) =>
    key.columns.map((sql, part) => add(sql, `key ${i + 1}${part === 0 ? '' : ' over'}`)),
  );
  const valueName = add(value, 'value');
  const groups = inner.count();
  const maskNames = sets.map((where, set) =>
    Array.from({ length: masks }, (_, mask) =>
      add(maskSql(where, mask, masks, atoms?.key ?? null), `set ${set + 1} mask ${mask + 1}`),
    ),
  );
  // Groups of values that are missing everywhere are groups too.
  const present =
    main && keys.length > 0
      ? Array.from({ length: masks }, (_, mask) =>
          add(maskSql([], mask, masks, atoms?.key ?? null), `present ${mask + 1}`),
        )
      : null;

  const rows = selectSql({
    says: describe(source, { windows: false, leaves, mask: atoms !== null }),
    columns: inner.list(),
    from: source.from(),
    where: [...source.where, ...(present === null ? [`${value} IS NOT NULL`] : [])],
    groups,
  });
  const outer = makeColumns();
  const keyReads = addKeys(
    keys.map((key, i) => ({ value: key.value, columns: (keyNames[i] ?? []).map(at) })),
    outer,
  );
  const outerGroups = outer.count();
  const listed = (select: (range: AtomRange) => string, name: string): number =>
    outer.add(atoms === null ? select([0, 1]) : `unnest([${ranges.map(select).join(', ')}])`, name);
  const window = atoms === null ? -1 : outer.add(`unnest(range(${ranges.length}))`, 'window');
  const columns = maskNames.map((all, set) =>
    listed(
      (range) => countSql(all.map(at), range, present === null ? null : `${at(valueName)} IS NOT NULL`),
      `count ${set + 1}`,
    ),
  );
  const presence = present === null ? null : listed((range) => countSql(present.map(at), range, null), 'present');
  const rolled = selectSql({
    says: `${source.scan.dataset}: values that occur, counted by window`,
    columns: outer.list(),
    from: entity,
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
    sql: withSql([{ name: entity, sql: rows }], rolled),
    reads: {
      window: atoms === null ? { kind: 'fixed', index: 0 } : { kind: 'column', column: window, map: null },
      present: presence,
      keys: keyReads,
      leaves: reads,
      reach: [],
      main,
    },
  };
}

/** The bits of the atoms in which a value occurs under the conditions; a mask has so many atoms. */
function maskSql(where: readonly string[], mask: number, masks: number, atom: string | null): string {
  const first = mask * BITS_PER_MASK;
  const place = first === 0 ? `(${atom ?? '0'})` : `((${atom ?? '0'}) - ${first})`;
  const bit = atom === null ? '1' : `(1::BIGINT << ${place})`;
  const within = masks === 1 || atom === null ? [] : [`(${atom}) BETWEEN ${first} AND ${first + BITS_PER_MASK - 1}`];
  const tests = [...where, ...within];
  return `bit_or(${tests.length === 0 ? bit : `CASE WHEN ${conjunctionOf(tests)} THEN ${bit} ELSE 0 END`})`;
}

/** How many values have a bit of the range. */
function countSql(masks: readonly string[], [first, end]: AtomRange, only: string | null): string {
  const tests = masks.flatMap((mask, i) => {
    const low = Math.max(first - i * BITS_PER_MASK, 0);
    const high = Math.min(end - i * BITS_PER_MASK, BITS_PER_MASK);
    return low >= high ? [] : [{ mask, low, high }];
  });
  const [sole] = tests;
  if (sole === undefined) return '0';
  if (tests.length === 1 && sole.high - sole.low === 1 && only === null)
    return `sum((${sole.mask} >> ${sole.low}) & 1)`;
  const some = tests.map(
    ({ mask, low, high }) => `${mask} & ${((1n << BigInt(high)) - 1n) ^ ((1n << BigInt(low)) - 1n)} <> 0`,
  );
  const any = some.length === 1 ? (some[0] ?? 'false') : `(${some.join(' OR ')})`;
  return `count(CASE WHEN ${only === null ? any : `${any} AND ${only}`} THEN 1 END)`;
}
