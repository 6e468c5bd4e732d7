// `per`: the values of the inner cells, gathered by outer cell.
import type { PerCell } from '../plan/plan.js';
import { aggregateFunctions } from '../value/aggregates/aggregate-functions.js';
import { isPacked, type Column } from '../value/column.js';
import { compareValues } from '../value/order.js';
import { fromDecimalText, type Rational } from '../value/rational.js';
import { integerValue, noValue, NULL, type Value } from '../value/value.js';
import type { Domain } from './domain.js';
import type { CellEvaluator } from './evaluate-cells.js';
import type { Interner } from './interner.js';
import { keptCount, packedAggregates, type Kept } from './packed-aggregates.js';

const HALF: Rational = { n: 1n, d: 2n };

/** Aggregates the kept cells among the inner cells `[first, end)`. */
type Run = (first: number, end: number) => Value;

interface Per {
  readonly expr: PerCell;
  readonly outer: Domain;
  readonly inner: Domain;
  readonly cells: Pick<CellEvaluator, 'column' | 'values'>;
  readonly interner: Interner;
}

export function perColumn(per: Per): readonly Value[] {
  const { expr, outer, inner, cells } = per;
  const conditions = expr.where === null ? null : cells.values(expr.where);
  const mayFail = conditions?.some(isPoison) === true;
  const kept = keptCells(per, conditions);
  const run = packedRun(per, kept) ?? valueRun(per, kept);
  const holes = expr.of !== null && expr.byTime && !expr.skip && !isCount(expr) ? cells.column(expr.of) : null;
  const column: Value[] = [];
  for (let cell = 0, first = 0, end = 0; cell < outer.size; cell++, first = end) {
    while (end < inner.size && inner.outer[end] === cell) end++;
    const blocked = expr.blocked[outer.times[cell] ?? 0] ?? null;
    const undecided = mayFail ? conditions.slice(first, end).find(isPoison) : undefined;
    if (blocked !== null) column.push(noValue(blocked));
    else if (undecided !== undefined) column.push(undecided);
    else {
      const outcome = run(first, end);
      // A missing rate is the better reason, and `skip` does not pass over it.
      const missing = holes !== null && !isPoison(outcome) && hasHole(holes, kept, first, end);
      column.push(missing ? noValue('missing_bucket') : outcome);
    }
  }
  return column;
}

function isCount({ fn }: PerCell): boolean {
  return fn === 'count' || fn === 'count_rows';
}

/** Reasons that nothing passes over: leaving the value out would give a smaller number that looks right. */
function isPoison(value: Value): boolean {
  return value.kind === 'none' && (value.reason === 'missing_rate' || value.reason === 'no_rate_date');
}

/** 1 for the inner cells that count; null: all of them. */
function keptCells({ expr, inner, outer }: Per, conditions: readonly Value[] | null): Kept {
  const keys = isCount(expr) ? inner.keys.slice(outer.keys.length) : [];
  if (conditions === null && keys.length === 0) return null;
  const kept = new Uint8Array(inner.size).fill(1);
  // The group without a value is no entity: it is not counted.
  for (const key of keys) for (let at = 0; at < kept.length; at++) if (key[at] === 0) kept[at] = 0;
  if (conditions !== null) {
    for (let at = 0; at < kept.length; at++) if (!isTrue(conditions[at])) kept[at] = 0;
  }
  return kept;
}

function isTrue(condition: Value | undefined): boolean {
  return condition?.kind === 'boolean' && condition.value;
}

function hasHole(column: Column, kept: Kept, first: number, end: number): boolean {
  for (let at = first; at < end; at++) {
    if (kept !== null && kept[at] === 0) continue;
    if (isPacked(column) ? column.missing?.[at] === 1 : column[at]?.kind === 'none') return true;
  }
  return false;
}

/** Null where the values themselves are needed. */
function packedRun({ expr, cells }: Per, kept: Kept): Run | null {
  if (expr.of === null) return (first, end) => integerValue(keptCount(kept, first, end));
  const aggregate = packedAggregates[expr.fn];
  const column = cells.column(expr.of);
  if (aggregate === undefined || !isPacked(column) || isPoison(column.none)) return null;
  return (first, end) => aggregate(column, kept, first, end);
}

function valueRun({ expr, outer, inner, cells, interner }: Per, kept: Kept): Run {
  const values = expr.of === null ? [] : cells.values(expr.of);
  const aggregate = aggregateFunctions[expr.fn];
  const fraction = expr.fraction === null ? HALF : (fromDecimalText(expr.fraction) ?? HALF);
  const key = inner.keys[outer.keys.length];
  const ordered = (expr.fn === 'first' || expr.fn === 'last') && !expr.byTime && key !== undefined;
  return (first, end) => {
    const run: number[] = [];
    for (let at = first; at < end; at++) if (kept === null || kept[at] === 1) run.push(at);
    // Buckets are in order already.
    if (ordered) run.sort((a, b) => compareValues(interner.value(key[a] ?? 0), interner.value(key[b] ?? 0)));
    return aggregate(
      run.map((at) => values[at] ?? NULL),
      fraction,
    );
  };
}
