// Whether two formulas are the same tree, apart from the places.
import type { Expr } from '../expression/tree.js';

const places: ReadonlySet<string> = new Set(['range', 'opRange', 'nameRange', 'wordRange', 'typeRange']);

export function sameFormula(a: Expr, b: Expr): boolean {
  return same(a, b);
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b;
  const [left, right] = [entriesOf(a), entriesOf(b)];
  return (
    left.length === right.length && left.every(([key, part], i) => right[i]?.[0] === key && same(part, right[i][1]))
  );
}

/** Both trees come from one builder, so their keys come in one order. */
function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([key]) => !places.has(key));
}
