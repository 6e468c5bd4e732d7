// Finds the scans of a plan that only serve a `per` which the database can aggregate itself: then a million inner groups never leave it.
import type { ScalarFunction } from '@sextant/parser';
import type { CellExpr, LeafCell, PerCell, Plan } from '../plan/plan.js';
import type { NestedCondition, NestedPer, NestedScan, NestedValue } from './nested-per.js';

export function findNested(plan: Plan): readonly NestedScan[] {
  const pers = new Set<PerCell>();
  /** Scans whose rows are read outside any `per`, or inside one that stays here. */
  const kept = new Set<number>();
  const found = new Map<number, { readonly outer: string; readonly pers: NestedPer[] }>();
  const seen = new Set<CellExpr>();
  const visit = (expr: CellExpr): void => {
    if (seen.has(expr)) return;
    seen.add(expr);
    if (expr.kind === 'per') pers.add(expr);
    else if (expr.kind === 'leaf') kept.add(expr.scan);
    else for (const part of partsOf(expr)) visit(part);
  };
  for (const output of [...plan.outputs, ...(plan.having === null ? [] : [plan.having])]) visit(output);
  for (const per of pers) {
    const nested = nestedPer(per, plan);
    if (nested === null) {
      for (const leaf of leavesOf(per)) kept.add(leaf.scan);
      continue;
    }
    const { scan, outerKeys } = nested;
    const scanPers = found.get(scan) ?? { outer: outerKeys.join(), pers: [] };
    found.set(scan, scanPers);
    // The rows of a scan are grouped in one way.
    if (scanPers.outer === outerKeys.join()) scanPers.pers.push(nested.per);
    else kept.add(scan);
  }
  return Array.from(found).flatMap(([scan, { outer, pers: nested }]) =>
    kept.has(scan) ? [] : [{ scan, outerKeys: outer === '' ? [] : outer.split(',').map(Number), pers: nested }],
  );
}

function partsOf(expr: CellExpr): readonly CellExpr[] {
  switch (expr.kind) {
    case 'call':
      return expr.args;
    case 'case':
      return [
        ...expr.branches.flatMap(({ when, then }) => [when, then]),
        ...(expr.otherwise === null ? [] : [expr.otherwise]),
      ];
    case 'empty_zero':
      return [expr.of];
    case 'per':
      return [expr.of, expr.where].flatMap((part) => part ?? []);
    case 'leaf':
    case 'const':
    case 'key':
    case 'by_time':
      return [];
  }
}

function leavesOf(expr: CellExpr): readonly LeafCell[] {
  return expr.kind === 'leaf' ? [expr] : partsOf(expr).flatMap(leavesOf);
}

interface Found {
  readonly scan: number;
  readonly outerKeys: readonly number[];
  readonly per: NestedPer;
}

function nestedPer(per: PerCell, plan: Plan): Found | null {
  const { fn } = per;
  if (fn !== 'sum' && fn !== 'avg' && fn !== 'min' && fn !== 'max' && fn !== 'count' && fn !== 'count_rows')
    return null;
  // Times of its own, and holes in them, are not for the database.
  if (per.byTime || per.extraKeys === 0 || !per.times.every(([first, end], i) => first === i && end === i + 1))
    return null;
  const of = per.of === null ? null : valueOf(per.of);
  const where = per.where === null ? null : conditionOf(per.where);
  if ((per.of !== null && of === null) || (per.where !== null && where === null)) return null;
  const leaves = leavesOf(per);
  const [leaf] = leaves;
  if (leaf === undefined || !leaves.every((one) => sameRows(one, leaf)) || !isSettled(per, leaf)) return null;
  const keys = plan.scans.find((scan) => scan.id === leaf.scan)?.keys ?? [];
  // Through a bridge a row is in several groups.
  if (keys.some((key) => key.path.some((step) => step.reverse === true))) return null;
  const width = plan.axes.keys.length;
  const outerKeys = leaf.keys.flatMap((at, key) => (at < width ? [key] : []));
  if (leaf.keys.length - outerKeys.length !== per.extraKeys) return null;
  const cell: NestedPer['cell'] = {
    kind: 'leaf',
    scan: leaf.scan,
    windows: per.blocked.map((reason, time) => reason ?? leaf.windows[time] ?? 'no_rows'),
    reach: leaf.reach,
    keys: outerKeys.map((key) => leaf.keys[key] ?? 0),
  };
  const ids = [...new Set(leaves.map((one) => one.leaf))];
  return { scan: leaf.scan, outerKeys, per: { per, cell, fn, of, where, leaves: ids } };
}

function sameRows(a: LeafCell, b: LeafCell): boolean {
  return (
    a.scan === b.scan &&
    a.keys.join() === b.keys.join() &&
    a.windows.join() === b.windows.join() &&
    a.reach.join() === b.reach.join()
  );
}

/** Where the cell itself may have a value, its leaf is read in the window that reaches its groups. */
function isSettled({ blocked }: PerCell, leaf: LeafCell): boolean {
  return blocked.every(
    (reason, time) =>
      reason !== null || (typeof leaf.windows[time] === 'number' && leaf.reach[time] === leaf.windows[time]),
  );
}

function valueOf(expr: CellExpr): NestedValue | null {
  if (expr.kind === 'leaf') return { leaf: expr.leaf, emptyZero: false };
  return expr.kind === 'empty_zero' && expr.of.kind === 'leaf' ? { leaf: expr.of.leaf, emptyZero: true } : null;
}

type Operator = Extract<NestedCondition, { kind: 'compare' }>['operator'];

/** As written, and with the sides changed. */
const OPERATORS: Readonly<Partial<Record<ScalarFunction, readonly [Operator, Operator]>>> = {
  equal: ['=', '='],
  not_equal: ['<>', '<>'],
  less: ['<', '>'],
  less_equal: ['<=', '>='],
  greater: ['>', '<'],
  greater_equal: ['>=', '<='],
};

function conditionOf(expr: CellExpr): NestedCondition | null {
  if (expr.kind !== 'call') return null;
  if (expr.fn === 'and' || expr.fn === 'or') {
    const parts = expr.args.map(conditionOf);
    return parts.includes(null) ? null : { kind: expr.fn, parts: parts.flatMap((part) => part ?? []) };
  }
  const operators = OPERATORS[expr.fn];
  const [left, right] = expr.args;
  if (operators === undefined || left === undefined || right === undefined) return null;
  return compared(left, operators[0], right) ?? compared(right, operators[1], left);
}

function compared(side: CellExpr, operator: Operator, other: CellExpr): NestedCondition | null {
  const value = valueOf(side);
  if (value === null || other.kind !== 'const' || other.value.kind !== 'number') return null;
  return { kind: 'compare', value, operator, constant: other.value.value };
}
