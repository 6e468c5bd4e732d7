// The leaves of an expression, through `per` too.
import type { CellExpr, LeafCell } from '../plan/plan.js';

/** A leaf inside an expression, and for each time of the leaf's own frame the time of the expression's frame. */
export interface InnerLeaf {
  readonly cell: LeafCell;
  readonly timeOf: Int32Array | null;
}

/** Every leaf below an expression. */
export function leavesIn(
  expr: CellExpr | null,
  timeOf: Int32Array | null = null,
  found: InnerLeaf[] = [],
  seen = new Set<CellExpr>(),
): readonly InnerLeaf[] {
  if (expr === null || seen.has(expr)) return found;
  seen.add(expr);
  switch (expr.kind) {
    case 'leaf':
      found.push({ cell: expr, timeOf });
      return found;
    case 'call':
      for (const arg of expr.args) leavesIn(arg, timeOf, found, seen);
      return found;
    case 'case':
      for (const branch of expr.branches) {
        leavesIn(branch.when, timeOf, found, seen);
        leavesIn(branch.then, timeOf, found, seen);
      }
      return leavesIn(expr.otherwise, timeOf, found, seen);
    case 'empty_zero':
      return leavesIn(expr.of, timeOf, found, seen);
    case 'per': {
      const inner = new Int32Array(expr.times.at(-1)?.[1] ?? 0);
      for (const [time, [first, end]] of expr.times.entries())
        inner.fill(timeOf === null ? time : (timeOf[time] ?? 0), first, end);
      leavesIn(expr.of, inner, found, seen);
      return leavesIn(expr.where, inner, found, seen);
    }
    case 'const':
    case 'key':
    case 'by_time':
      return found;
  }
}
