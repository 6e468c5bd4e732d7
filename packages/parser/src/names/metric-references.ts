// The metrics that a formula names, found on the syntax tree: enough to put metrics into the order of their needs.
import type { CallExpr, Expr } from '../expression/tree.js';
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
/** Their arguments are datasets, fields or money of rows. */
const ROW_CALLS = new Set(['conversion', 'conversions', 'retention']);

/** Calls `found` with each name that stands where a metric may stand, and `target` with each KPI whose target is named. */
export function metricReferences(expr: Expr, found: (name: string) => void, target: (kpi: string) => void): void {
  switch (expr.kind) {
    case 'name':
      found(expr.parts.map((part) => part.text).join('.'));
      return;
    case 'call': {
      if (ROW_CALLS.has(expr.name)) return;
      if (expr.name === 'target') {
        const [kpi] = expr.args;
        if (kpi?.kind === 'name') target(kpi.parts.map((part) => part.text).join('.'));
        return;
      }
      // What ranges over rows names fields; a target in its condition is a mistake that still has to be typed.
      const names = AGGREGATES.has(expr.name) && !rangesOverGroups(expr) ? () => {} : found;
      for (const arg of expr.args) metricReferences(arg, names, target);
      return;
    }
    case 'where':
      metricReferences(expr.of, found, target);
      // A condition on groups names metrics; one on rows names dimensions and fields.
      if (expr.of.kind === 'per') metricReferences(expr.condition, found, target);
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

function rangesOverGroups(expr: CallExpr): boolean {
  const [first] = expr.args;
  return first?.kind === 'per' || (first?.kind === 'where' && first.of.kind === 'per');
}
