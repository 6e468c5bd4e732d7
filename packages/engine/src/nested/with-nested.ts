// The plan whose `per` cells are leaves of scans that the database has aggregated once more.
import type { CellExpr, Plan } from '../plan/plan.js';
import type { NestedScan } from './nested-per.js';
import type { NestedQuery } from './nested-sql.js';

export interface MadeNested {
  readonly nested: NestedScan;
  readonly made: NestedQuery;
}

export function withNested(plan: Plan, all: readonly MadeNested[]): Plan {
  if (all.length === 0) return plan;
  const cells = new Map<CellExpr, CellExpr>();
  for (const { nested, made } of all) {
    for (const one of nested.pers) {
      const leaf = made.leaves.get(one);
      if (leaf !== undefined) cells.set(one.per, { ...one.cell, leaf });
    }
  }
  const scans = new Map(all.map(({ made }) => [made.scan.id, made.scan]));
  return {
    ...plan,
    scans: plan.scans.map((scan) => scans.get(scan.id) ?? scan),
    outputs: plan.outputs.map((output) => replaced(output, cells)),
    having: plan.having === null ? null : replaced(plan.having, cells),
  };
}

/** The same expression, each part of it once, with other cells in it. */
function replaced(expr: CellExpr, cells: Map<CellExpr, CellExpr>): CellExpr {
  const known = cells.get(expr);
  if (known !== undefined) return known;
  const made = rebuilt(expr, cells);
  cells.set(expr, made);
  return made;
}

function rebuilt(expr: CellExpr, cells: Map<CellExpr, CellExpr>): CellExpr {
  switch (expr.kind) {
    case 'call':
      return { ...expr, args: expr.args.map((arg) => replaced(arg, cells)) };
    case 'case':
      return {
        ...expr,
        branches: expr.branches.map(({ when, then }) => ({
          when: replaced(when, cells),
          then: replaced(then, cells),
        })),
        otherwise: expr.otherwise === null ? null : replaced(expr.otherwise, cells),
      };
    case 'empty_zero':
      return { ...expr, of: replaced(expr.of, cells) };
    // What is inside a `per` that stays is read by it alone.
    case 'per':
    case 'leaf':
    case 'const':
    case 'key':
    case 'by_time':
      return expr;
  }
}
