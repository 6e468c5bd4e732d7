// Which statements a scan becomes, and of what shape each is.
import type { FieldTyped } from '@sextant/parser';
import type { Cell, LeafCells } from '../leaf/cells.js';
import type { Source } from '../row/source.js';
import type { ByDay } from '../time/atoms.js';
import { atomsAreWindows, isSliding } from './windows.js';
import { isOwnKey, lateStep } from './late-keys.js';
import { MOST_BITS } from './bits.js';

export type Shape = 'direct' | 'two_level' | 'distinct_bits' | 'distinct_pairs' | 'distinct_spans';

export interface ShapePlan {
  readonly shape: Shape;
  /** Ids. */
  readonly leaves: readonly number[];
}

/** Partial results pay as long as there are this many rows to each. */
const ROWS_PER_GROUP = 8;
/** Where the number of rows is not known. */
const MOST_GROUPS = 1_000_000;
/** More distinct values among the first rows than this say little of how many there are in all. */
const MANY_VALUES = 2000;
/** So many sets of satisfied conditions occur, whatever the number of conditions. */
const MOST_MASKS = 256;

/** The first plan's rows are the groups; a plan without leaves finds them where there is nothing else to do. */
export function choosePlans(source: Source, leaves: readonly LeafCells[]): readonly ShapePlan[] {
  const plans: ShapePlan[] = [];
  const additive = leaves.filter((leaf) => leaf.class === 'additive');
  if (additive.length > 0 || leaves.length === 0) {
    plans.push({ shape: additiveShape(source, additive), leaves: additive.map((leaf) => leaf.leaf) });
  }
  const rowwise = leaves.filter((leaf) => leaf.class === 'rowwise');
  if (rowwise.length > 0) plans.push({ shape: 'direct', leaves: rowwise.map((leaf) => leaf.leaf) });
  for (const group of groupBy(leaves, 'by_divisor', (leaf) => leaf.divisor ?? '')) {
    plans.push({ shape: 'direct', leaves: group.map((leaf) => leaf.leaf) });
  }
  const distinct = groupBy(leaves, 'distinct', (leaf) => leaf.cells[0]?.value ?? '');
  for (const group of distinct.flatMap((one) => apart(source, one))) {
    // What begins and ends does not say which groups have rows.
    if (group.shape === 'distinct_spans' && plans.length === 0 && source.scan.keys.length > 0) {
      plans.push({ shape: 'direct', leaves: [] });
    }
    plans.push({ shape: group.shape, leaves: group.leaves.map((leaf) => leaf.leaf) });
  }
  return plans;
}

function groupBy(
  leaves: readonly LeafCells[],
  ofClass: LeafCells['class'],
  key: (leaf: LeafCells) => string,
): readonly LeafCells[][] {
  const groups = new Map<string, LeafCells[]>();
  for (const leaf of leaves.filter((one) => one.class === ofClass)) {
    const group = groups.get(key(leaf)) ?? [];
    group.push(leaf);
    groups.set(key(leaf), group);
  }
  return [...groups.values()];
}

export function allCells(leaves: readonly LeafCells[]): readonly Cell[] {
  return leaves.flatMap((leaf) => [...leaf.cells, ...leaf.faults.map((fault) => fault.cell)]);
}

function additiveShape(source: Source, leaves: readonly LeafCells[]): Shape {
  const { atoms } = source.time;
  const { keys } = source.scan;
  const cells = allCells(leaves);
  const filtered = cells.filter((cell) => cell.where.length > 0);
  const conditions = new Set(filtered.flatMap((cell) => cell.where));
  const overlapping = atoms !== null && !atomsAreWindows(atoms);
  const late = keys.some((key) => lateStep(key, source.world) !== null);
  const grouped = atoms !== null || keys.length > 0;
  const many = grouped ? conditions.size > 1 || filtered.length > 2 : conditions.size > 2;
  if (daysFirst(source, conditions.size) !== null) return 'two_level';
  if (!(overlapping || late || many)) return 'direct';
  // As many partial results as groups: nothing is lost.
  if (!many && keys.some((key) => isLateOwnKey(key, source))) return 'two_level';
  const rows = source.world.estimate?.rows(source.scan.dataset) ?? null;
  const groups = groupsOf(source, atoms?.count ?? 1, conditions.size);
  const most = rows === null ? MOST_GROUPS : Math.max(rows / ROWS_PER_GROUP, 1000);
  // Overlapping windows multiply rows: partial results are then never more than what is multiplied otherwise.
  return groups <= most || overlapping ? 'two_level' : 'direct';
}

/** So few groups by day stay near the processor; then no row's month need be found. */
const FEW_GROUPS = 20_000;

/** The days by which partial results are grouped instead of atoms; null where there would be too many. */
export function daysFirst(source: Source, conditions: number): ByDay | null {
  const byDay = source.time.atoms?.byDay ?? null;
  return byDay !== null && groupsOf(source, byDay.days, conditions) <= FEW_GROUPS ? byDay : null;
}

function groupsOf(source: Source, times: number, conditions: number): number {
  const masks = Math.min(2 ** Math.min(conditions, 30), MOST_MASKS);
  return source.scan.keys.reduce((all, key) => all * distinctValues(key, source), times * masks);
}

function isLateOwnKey(key: FieldTyped, source: Source): boolean {
  const step = lateStep(key, source.world);
  return step !== null && isOwnKey(key, step, source.world);
}

/** How many values a key is thought to have. */
export function distinctValues(key: FieldTyped, source: Source): number {
  const { world } = source;
  const dataset = world.graph.datasets.get(key.dataset);
  const field = dataset?.fields.get(key.field);
  const declared = field?.values ?? null;
  if (declared !== null) return declared.length + 1;
  if (field?.type.value.kind === 'boolean') return 3;
  const rows = world.estimate?.rows(key.dataset) ?? null;
  if (dataset?.key.includes(key.field) === true) return rows ?? 100_000;
  const reference = dataset?.references.find((one) => one.field === key.field);
  if (reference !== undefined) return world.estimate?.rows(reference.to) ?? 100_000;
  const known = world.estimate?.distinct(key.dataset, key.field) ?? null;
  // Counted in a part of the rows: many there are many more in all.
  if (known !== null) return known < MANY_VALUES ? known : Math.max(known, rows ?? 0);
  const guess = field?.type.value.kind === 'text' ? 50 : 1000;
  return rows === null ? guess : Math.min(guess, rows);
}

interface DistinctPlan {
  readonly shape: Shape;
  readonly leaves: readonly LeafCells[];
}

/** Distinct counts of one value; those over spans are apart for each set of conditions. */
function apart(source: Source, leaves: readonly LeafCells[]): readonly DistinctPlan[] {
  const shape = distinctShape(source, leaves);
  if (shape !== 'distinct_spans') return [{ shape, leaves }];
  return groupBy(leaves, 'distinct', (leaf) => JSON.stringify(leaf.cells[0]?.where)).map((group) => ({
    shape,
    leaves: group,
  }));
}

function distinctShape(source: Source, leaves: readonly LeafCells[]): Shape {
  const { atoms } = source.time;
  if (leaves.some((leaf) => leaf.faults.length > 0)) return 'direct';
  if (atoms === null) return leaves.length === 1 ? 'direct' : 'distinct_bits';
  if (atoms.count <= MOST_BITS && atoms.ranges.length <= 4 * MOST_BITS) return 'distinct_bits';
  return atomsAreWindows(atoms) || !isSliding(atoms) ? 'distinct_pairs' : 'distinct_spans';
}
