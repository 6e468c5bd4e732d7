// A scan as SQL: its leaves taken apart, put into as few statements as pay, each with how its columns are read.
import type { Scan } from '../plan/plan.js';
import { leafCells, reachCells } from './leaf/leaf-cells.js';
import { MOST_ROWS, type LeafCells } from './leaf/cells.js';
import { compileRow } from './row/compile-row.js';
import { conditionsIn } from './row/conditions-in.js';
import { makeSource, orderOf, type Source } from './row/source.js';
import { choosePlans, type Shape } from './shape/choose.js';
import { directQuery } from './shape/direct.js';
import { distinctBitsQuery } from './shape/distinct-bits.js';
import { distinctPairsQuery } from './shape/distinct-pairs.js';
import { distinctSpansQuery } from './shape/distinct-spans.js';
import { twoLevelQuery } from './shape/two-level.js';
import { isSqlRefusal, type ScanQuery, type SqlRefusal, type SqlWorld } from './sql-world.js';

/** Pure and deterministic: the same scan and world give the same text, byte for byte. */
export function scanSql(scan: Scan, world: SqlWorld): readonly ScanQuery[] | SqlRefusal {
  try {
    return queriesOf(scan, world);
  } catch (thrown) {
    if (isSqlRefusal(thrown)) return thrown;
    throw thrown;
  }
}

function queriesOf(scan: Scan, world: SqlWorld): readonly ScanQuery[] {
  const first = makeSource(scan, world);
  const plans = choosePlans(first, cellsOf(first));
  // Each statement has a source of its own, with the joins that its leaves need.
  return plans.map(({ shape, leaves }, i) => {
    const source = makeSource(scan, world);
    const wanted = new Set(leaves);
    const cells = cellsOf(source, wanted);
    return QUERIES[shape]({ source, leaves: cells, main: i === 0 });
  });
}

const QUERIES: Readonly<Record<Shape, typeof directQuery>> = {
  direct: directQuery,
  two_level: twoLevelQuery,
  distinct_bits: distinctBitsQuery,
  distinct_pairs: distinctPairsQuery,
  distinct_spans: distinctSpansQuery,
};

/** The leaves as cells, in SQL over this source; with `wanted`, those alone are compiled and join what they need. */
function cellsOf(source: Source, wanted?: ReadonlySet<number>): readonly LeafCells[] {
  const { scan } = source;
  const known = BigInt(source.world.estimate?.rows(scan.dataset) ?? MOST_ROWS);
  const rows = known > MOST_ROWS ? known : MOST_ROWS;
  const cells: LeafCells[] = [];
  const conditions: { leaf: number; where: readonly string[] }[] = [];
  const reaching = scan.keys.length > 0 && (wanted === undefined || [...wanted].some((id) => id < 0));
  for (const leaf of scan.leaves) {
    const isWanted = wanted === undefined || wanted.has(leaf.id);
    if (!isWanted && !reaching) continue;
    const where = conditionsIn(leaf.where, source.context);
    conditions.push({ leaf: leaf.id, where });
    if (!isWanted) continue;
    const value = leaf.value === null ? null : compileRow(leaf.value, source.context);
    const order = leaf.fn === 'first' || leaf.fn === 'last' ? orderOf(source) : '';
    cells.push(leafCells({ leaf, value, where, order, rows }));
  }
  const reach = reaching ? reachCells(conditions) : [];
  return [...cells, ...reach.filter((one) => wanted === undefined || wanted.has(one.leaf))];
}
