// The metrics and KPIs that a formula names, found on the syntax tree: enough to put them into the order of their needs.
import type { CallExpr, Expr, NameExpr } from '../expression/tree.js';
import { childrenOf } from '../expression/walk.js';

const AGGREGATES = new Set([
  'sum',
  'avg',
  'min',
  'max',
  'count',
  'median',
  'quantile',
  'stddev',
  'variance',
  'first',
  'last',
]);
/** Their arguments are datasets and fields. */
const ROW_CALLS = new Set(['conversion', 'conversions', 'retention']);
/** Behind their first argument stand levels, lengths, dimensions and shares. */
const OF_THE_FIRST = new Set(['prior', 'change', 'growth', 'rolling', 'to_date', 'whole', 'share', 'top_share']);
/** Their first argument is a level. */
const BEHIND_A_LEVEL = new Set(['date_trunc', 'date_diff']);

/** Calls `found` with each name that stands where a metric may stand, and `target` with each KPI whose target is named. */
export function metricReferences(expr: Expr, found: (name: string) => void, target: (kpi: string) => void): void {
  switch (expr.kind) {
    case 'name':
      found(textOf(expr));
      return;
    case 'call':
      if (expr.name === 'target') {
        const [kpi] = expr.args;
        if (kpi?.kind === 'name') target(textOf(kpi));
      } else if (ROW_CALLS.has(expr.name) || (AGGREGATES.has(expr.name) && !rangesOverGroups(expr))) {
        targetsIn(expr, target);
      } else for (const arg of metricArguments(expr)) metricReferences(arg, found, target);
      return;
    case 'where':
      metricReferences(expr.of, found, target);
      // A condition on groups names metrics; one on rows names dimensions and fields.
      if (expr.of.kind === 'per') metricReferences(expr.condition, found, target);
      else targetsIn(expr.condition, target);
      return;
    case 'dated':
    case 'across':
      metricReferences(expr.of, found, target);
      return;
    case 'per':
      if (expr.of !== null) metricReferences(expr.of, found, target);
      return;
    default:
      for (const child of childrenOf(expr)) metricReferences(child, found, target);
  }
}

/** The arguments that are formulas over metrics. */
function metricArguments(expr: CallExpr): readonly Expr[] {
  const { name, args } = expr;
  if (OF_THE_FIRST.has(name)) return args.slice(0, 1);
  if (BEHIND_A_LEVEL.has(name)) return args.slice(1);
  const at = name === 'convert' ? expr.clauses.filter((clause) => clause.word === 'at') : [];
  return at.length === 0 ? args : [...args, ...at.map((clause) => clause.value)];
}

/** Rows have no targets: where one is named all the same, what it is has to be known to say so. */
function targetsIn(expr: Expr, target: (kpi: string) => void): void {
  if (expr.kind === 'call' && expr.name === 'target') {
    const [kpi] = expr.args;
    if (kpi?.kind === 'name') target(textOf(kpi));
  }
  for (const child of childrenOf(expr)) targetsIn(child, target);
}

function rangesOverGroups(expr: CallExpr): boolean {
  const [first] = expr.args;
  return first?.kind === 'per' || (first?.kind === 'where' && first.of.kind === 'per');
}

function textOf(name: NameExpr): string {
  const [only] = name.parts;
  if (name.parts.length === 1 && only !== undefined) return only.text;
  return name.parts.map((part) => part.text).join('.');
}
