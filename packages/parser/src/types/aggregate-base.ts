// `sum(value where p dated d)`: its parts, and the dataset whose rows it ranges over.
import type { Expr, NameExpr } from '../expression/tree.js';
import { childrenOf } from '../expression/walk.js';
import type { DatasetDef } from '../shape/definitions.js';
import type { JoinPaths } from './join-paths.js';

export interface RowAggregate {
  readonly value: Expr;
  readonly conditions: readonly Expr[];
  /** One is legal. */
  readonly dated: readonly NameExpr[];
}

export function takeApart(expr: Expr): RowAggregate {
  const conditions: Expr[] = [];
  const dated: NameExpr[] = [];
  let value = expr;
  for (;;) {
    if (value.kind === 'where') {
      conditions.unshift(value.condition);
      value = value.of;
    } else if (value.kind === 'dated') {
      dated.unshift(value.field);
      value = value.of;
    } else return { value, conditions, dated };
  }
}

export type AggregateBase =
  | { readonly kind: 'one'; readonly dataset: string }
  /** No dataset is named. */
  | { readonly kind: 'none' }
  /** No dataset named reaches `to`, which `name` names. */
  | { readonly kind: 'apart'; readonly from: string; readonly to: string; readonly name: NameExpr }
  /** Each reaches the other: rows of either could be meant. */
  | { readonly kind: 'several'; readonly datasets: readonly string[]; readonly name: NameExpr };

/** Of the datasets that the value names (else the conditions), the one whose rows reach all the others. */
export function baseOf(
  { value, conditions }: RowAggregate,
  { datasetDefs, joins }: { readonly datasetDefs: ReadonlyMap<string, DatasetDef>; readonly joins: JoinPaths },
): AggregateBase {
  // Most aggregates are of one field.
  const [only, field] = value.kind === 'name' ? value.parts : [];
  if (only !== undefined && field !== undefined && datasetDefs.has(only.text))
    return { kind: 'one', dataset: only.text };
  const inValue = datasetsNamed(value, datasetDefs);
  const named = inValue.length > 0 ? inValue : conditions.flatMap((condition) => datasetsNamed(condition, datasetDefs));
  const unique = [...new Set(named.map((one) => one.dataset))];
  const [first] = unique;
  if (first === undefined) return { kind: 'none' };
  const bases = unique.filter((one) => unique.every((other) => joins.find(one, other).kind !== 'none'));
  const [base, second] = bases;
  if (base === undefined) {
    const other = named.find((one) => joins.find(first, one.dataset).kind === 'none') ?? named.at(-1);
    return other === undefined ? { kind: 'none' } : { kind: 'apart', from: first, to: other.dataset, name: other.name };
  }
  const clash = second === undefined ? undefined : named.find((one) => one.dataset === second);
  return clash === undefined ? { kind: 'one', dataset: base } : { kind: 'several', datasets: bases, name: clash.name };
}

function datasetsNamed(
  expr: Expr,
  defs: ReadonlyMap<string, DatasetDef>,
): readonly { readonly dataset: string; readonly name: NameExpr }[] {
  if (expr.kind !== 'name') return childrenOf(expr).flatMap((child) => datasetsNamed(child, defs));
  const [first, second] = expr.parts;
  return first !== undefined && second !== undefined && defs.has(first.text)
    ? [{ dataset: first.text, name: expr }]
    : [];
}
