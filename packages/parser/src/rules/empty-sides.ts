// `a + b` and `a - b` over results: no rows on one side would take the other side's number away.
import type { Graph } from '../graph/graph.js';
import type { AggregateTyped, Typed } from '../types/typed.js';
import { walkTyped } from '../types/walk-typed.js';
import { spanInScalar } from '../yaml/tree.js';
import { sideCanBeEmpty } from './errors.js';
import type { Rule } from './rule.js';

export const emptySides: Rule = {
  name: 'empty-sides',
  check(graph, report) {
    const formulas = [
      ...[...graph.metrics.values()].map(({ def, formula }) => ({ node: def.formula, formula })),
      ...[...graph.kpis.values()].map(({ def, formula }) => ({ node: def.formula, formula })),
    ];
    for (const { node, formula } of formulas) {
      if (node === null || formula === null) continue;
      walkTyped(formula, (typed) => {
        if (
          typed.kind !== 'call' ||
          (typed.fn !== 'add' && typed.fn !== 'subtract') ||
          typed.type.level !== 'aggregate'
        )
          return;
        // A change over time has no value where a period has none: that is its meaning.
        if (typed.args[1]?.kind === 'window') return;
        const [left, right] = typed.args.map((side) => sumOf(side, graph));
        // Sums of the same rows are empty together: there is nothing to take away.
        if (
          left !== null &&
          left !== undefined &&
          right !== null &&
          right !== undefined &&
          sameRows(left, right, graph)
        )
          return;
        for (const side of typed.args) {
          if (sumOf(side, graph) === null) continue;
          const name = side.kind === 'metric' ? side.metric : null;
          report(
            sideCanBeEmpty(typed.fn === 'add' ? '+' : '-', name, spanInScalar(node, side.range.start, side.range.end)),
          );
        }
      });
    }
  },
};

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
