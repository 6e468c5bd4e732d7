// The groups that a formula reaches: the union, over every aggregate inside, of the groups of the rows it sees.
import type {
  AggregateTyped,
  ConversionTyped,
  Member,
  PerKey,
  RetentionTyped,
  Typed,
  CalendarLevel,
} from '@sextant/parser';
import { compareValues, groupKey, sameValue } from '../value/order.js';
import type { Value } from '../value/value.js';
import { groupsOf, rowsInTime } from './aggregate.js';
import { decide } from './aggregate-rows.js';
import { grouped, type Context } from './context.js';
import { cohortRows } from './cohort-rows.js';
import { bucketFrames } from './frames.js';
import type { Chosen } from './membership.js';
import { acrossContext } from './operators/across.js';
import { whereContext } from './operators/where.js';
import { windowContext } from './operators/windows.js';
import type { Row } from './rows.js';
import type { World } from './world.js';

export interface ReachedGroup {
  readonly values: readonly Value[];
  /** Of a group without a value, the rows that reached it. */
  readonly rows: readonly { readonly dataset: string; readonly row: Row }[];
}

/**
 * The groups of `members` that some aggregate of `formulas` reaches in a context, in the order of their values. An aggregate
 * under `across d` sees no groups of d, so it reaches none.
 */
export function groupsReached(
  formulas: readonly Typed[],
  contexts: readonly Context[],
  members: readonly Member[],
  world: World,
): readonly ReachedGroup[] {
  const found = new Map<string, { values: readonly Value[]; rows: { dataset: string; row: Row }[] }>();
  for (const context of contexts) {
    const sought = grouped(context, members, null);
    for (const formula of formulas) {
      eachLeaf(formula, sought, world, (leaf, inner) => {
        if (inner.groups.filter((group) => group.value === null).length < members.length) return;
        for (const { values, rows } of leafGroups(leaf, inner, world)) {
          const key = groupKey(values);
          const group = found.get(key) ?? { values, rows: [] };
          found.set(key, group);
          if (values.every((value) => value.kind !== 'none')) continue;
          for (const row of rows) group.rows.push({ dataset: datasetOf(leaf), row });
        }
      });
    }
  }
  return [...found.values()].sort((a, b) => compareAll(a.values, b.values));
}

export function compareAll(a: readonly Value[], b: readonly Value[]): number {
  for (const [i, value] of a.entries()) {
    const other = b[i];
    const order = other === undefined ? 0 : compareValues(value, other);
    if (order !== 0) return order;
  }
  return 0;
}

type Leaf = AggregateTyped | ConversionTyped | RetentionTyped;

function datasetOf(leaf: Leaf): string {
  if (leaf.kind === 'aggregate') return leaf.dataset;
  return leaf.kind === 'conversion' ? leaf.from.dataset : leaf.of.dataset;
}

/** The values of the sought groups, for rows that lie in the given ones. */
function leafGroups(
  leaf: Leaf,
  context: Context,
  world: World,
): readonly { readonly values: readonly Value[]; readonly rows: readonly Row[] }[] {
  const chosen = leafRows(leaf, context, world);
  if (chosen === null) return [];
  const where = leaf.kind === 'aggregate' ? leaf.where : null;
  const { dataset } = chosen;
  const reached: { values: readonly Value[]; rows: readonly Row[] }[] = [];
  for (const belonging of groupsOf(chosen, context, world).values()) {
    const isInside = context.groups.every(({ value }, i) => {
      const own = belonging.values[i];
      return value === null || (own !== undefined && sameValue(own, value));
    });
    if (!isInside) continue;
    const rows = belonging.rows.filter(
      (row) => where === null || decide(world.reader.value(where, { dataset, row })) !== false,
    );
    if (rows.length === 0) continue;
    reached.push({ values: belonging.values.filter((_, i) => context.groups[i]?.value === null), rows });
  }
  return reached;
}

function leafRows(leaf: Leaf, context: Context, world: World): Chosen | null {
  const chosen =
    leaf.kind === 'aggregate'
      ? rowsInTime(leaf.dataset, leaf.dated, withoutGuard(context), world)
      : cohortRows(leaf, withoutGuard(context), world);
  return 'reason' in chosen ? null : chosen;
}

/** A window that begins before history has no value; its rows reach their groups all the same. */
function withoutGuard(context: Context): Context {
  return { ...context, time: { ...context.time, guarded: false } };
}

/** Every aggregate of a formula, in the context that the operators around it make. */
function eachLeaf(typed: Typed, context: Context, world: World, visit: (leaf: Leaf, context: Context) => void): void {
  const inside = (part: Typed, inner: Context = context): void => eachLeaf(part, inner, world, visit);
  switch (typed.kind) {
    case 'aggregate':
    case 'conversion':
    case 'retention':
      visit(typed, context);
      return;
    case 'metric': {
      const metric = world.graph.metrics.get(typed.metric);
      if (metric !== undefined) inside(metric.formula);
      return;
    }
    case 'call':
      for (const arg of typed.args) inside(arg);
      return;
    case 'case':
      for (const branch of typed.branches) {
        inside(branch.when);
        inside(branch.then);
      }
      if (typed.otherwise !== null) inside(typed.otherwise);
      return;
    case 'convert':
      inside(typed.of);
      inside(typed.at);
      return;
    case 'filtered':
      return inside(typed.of, whereContext(typed, context));
    case 'across':
      return inside(typed.of, acrossContext(typed, context));
    case 'window':
      return inside(typed.of, windowContext(typed, context, world.levels));
    case 'state':
      return inside(typed.of, { ...context, state: { op: typed.op, each: typed.each } });
    case 'per': {
      const parts = [typed.of, typed.where].flatMap((part) => part ?? []);
      for (const time of bucketFrames(context.time, levelsOf(typed.keys), parts, world)) {
        for (const part of parts) inside(part, { ...context, time });
      }
      return;
    }
    case 'top_share':
      return inside(typed.of);
    case 'const':
    case 'null':
    case 'parameter':
    case 'member':
    case 'target':
    case 'window_length':
      return;
    case 'field':
    case 'child':
    case 'unknown':
      throw new Error(`internal: ${typed.kind} outside a row`);
  }
}

export function levelsOf(keys: readonly PerKey[]): readonly CalendarLevel[] {
  return keys.flatMap((key) => (key.kind === 'level' ? [key.level] : []));
}

export function membersOf(keys: readonly PerKey[]): readonly Member[] {
  return keys.flatMap((key) => (key.kind === 'member' ? [key.member] : []));
}
