// `a + b` and `a - b` over results: no rows on one side would take the other side's number away.
import type { Graph } from '../graph/graph.js';
import { reportingIn } from '../types/reporting-in.js';
import type { AggregateTyped, Typed } from '../types/typed.js';
import { walkTyped } from '../types/walk-typed.js';
import { spanInScalar, type ScalarNode } from '../yaml/tree.js';
import { sideCanBeEmpty } from './errors.js';
import type { Report, Rule } from './rule.js';

export const emptySides: Rule = {
  name: 'empty-sides',
  metric({ def, formula }, graph, report) {
    checkSides(def.formula, formula, graph, reportingIn(def, report));
  },
  check(graph, report) {
    for (const { def, formula } of graph.kpis.values()) {
      if (def.formula !== null && formula !== null) checkSides(def.formula, formula, graph, report);
    }
  },
};

function checkSides(node: ScalarNode, formula: Typed, graph: Graph, report: Report): void {
  walkTyped(formula, (typed) => {
    if (typed.kind !== 'call' || (typed.fn !== 'add' && typed.fn !== 'subtract') || typed.type.level !== 'aggregate')
      return;
    // A change over time has no value where a period has none: that is its meaning.
    if (typed.args[1]?.kind === 'window') return;
    const sums = typed.args.map((side) => sumOf(side, graph));
    const [left, right] = sums;
    // Sums of the same rows are empty together: there is nothing to take away.
    if (left !== null && left !== undefined && right !== null && right !== undefined && sameRows(left, right, graph))
      return;
    for (const [i, side] of typed.args.entries()) {
      if ((sums[i] ?? null) === null) continue;
      const name = side.kind === 'metric' ? side.metric : null;
      const span = spanInScalar(node, side.range.start, side.range.end);
      report(sideCanBeEmpty(typed.fn === 'add' ? '+' : '-', name, span));
    }
  });
}

interface SumOfRows {
  readonly aggregate: AggregateTyped;
  /** What narrows it from outside, in order. */
  readonly filters: readonly Typed[];
}

/** Null for what cannot be empty. Only what is itself a sum of rows: a quotient without a base has no value for another reason. */
function sumOf(side: Typed, graph: Graph): SumOfRows | null {
  let typed: Typed = side;
  const filters: Typed[] = [];
  for (;;) {
    if (typed.kind === 'filtered') {
      filters.push(typed.condition);
      typed = typed.of;
    } else if (typed.kind === 'metric') {
      const metric = graph.metrics.get(typed.metric);
      if (metric === undefined || metric.emptyZero) return null;
      typed = metric.formula;
    } else return typed.kind === 'aggregate' && typed.fn === 'sum' ? { aggregate: typed, filters } : null;
  }
}

function sameRows(a: SumOfRows, b: SumOfRows, graph: Graph): boolean {
  const chosen = ({ aggregate: { dataset, where, dated }, filters }: SumOfRows): string =>
    JSON.stringify([dataset, where, dated, filters], (name, value: unknown) => (name === 'range' ? undefined : value));
  return chosen(a) === chosen(b) && [a, b].every(({ aggregate }) => everyRowHasOne(aggregate.value, graph));
}

const NEVER_MISSING = new Set(['add', 'subtract', 'multiply', 'negate']);

/** Sure only of the dataset's own fields and of arithmetic with them. */
function everyRowHasOne(value: Typed | null, graph: Graph): boolean {
  switch (value?.kind) {
    case 'const':
    case 'parameter':
      return true;
    case 'field': {
      const field = graph.datasets.get(value.dataset)?.fields.get(value.field);
      if (field === undefined || value.path.length > 0) return false;
      return field.formula === null ? !field.optional : everyRowHasOne(field.formula, graph);
    }
    case 'call':
      return NEVER_MISSING.has(value.fn) && value.args.every((arg) => everyRowHasOne(arg, graph));
    default:
      return false;
  }
}
