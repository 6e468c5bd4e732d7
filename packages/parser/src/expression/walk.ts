// The parts of a formula's tree, in the order in which they are written.
import type { Expr } from './tree.js';

/** The expressions directly inside one; names after `dated`, `across` and `per` count, the words around them do not. */
export function childrenOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'null':
    case 'date':
    case 'period':
    case 'name':
    case 'broken':
      return none;
    case 'unary':
    case 'is':
    case 'cast':
      return [expr.of];
    case 'binary':
      return [expr.left, expr.right];
    case 'between':
      return [expr.of, expr.low, expr.high];
    case 'in':
      return [expr.of, ...expr.options];
    case 'case': {
      const branches = expr.branches.flatMap((branch) => [branch.when, branch.then]);
      return [
        ...(expr.of === null ? none : [expr.of]),
        ...branches,
        ...(expr.otherwise === null ? none : [expr.otherwise]),
      ];
    }
    case 'call':
      return expr.clauses.length === 0 ? expr.args : [...expr.args, ...expr.clauses.map((clause) => clause.value)];
    case 'where':
      return [expr.of, expr.condition];
    case 'dated':
      return [expr.of, expr.field];
    case 'across':
      return [expr.of, ...expr.keys];
    case 'per':
      return expr.of === null ? expr.keys : [expr.of, ...expr.keys];
  }
}

const none: readonly Expr[] = [];

/**
 * Visits an expression and everything inside, outer before inner, left before right. `visit` may return false to stay out
 * of an expression's parts. Without recursion: long chains of operators are deep trees.
 */
export function walk(root: Expr, visit: (expr: Expr) => boolean | void): void {
  const waiting: Expr[] = [root];
  for (let expr = waiting.pop(); expr !== undefined; expr = waiting.pop()) {
    if (visit(expr) === false) continue;
    const children = childrenOf(expr);
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i];
      if (child !== undefined) waiting.push(child);
    }
  }
}

/** Whether the tree has more than `limit` levels. */
export function isDeeperThan(root: Expr, limit: number): boolean {
  let level: readonly Expr[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === limit) return true;
    level = level.flatMap(childrenOf);
  }
  return false;
}
