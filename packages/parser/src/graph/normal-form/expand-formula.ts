// A formula with the formulas of the metrics that it names, and of the row fields, in place of their names. Naming a metric
// evaluates its formula in the same context, so this changes nothing; it shows that a formula moved under a name is the same.
import type { Graph } from '../graph.js';
import type { AggregateTyped, Typed } from '../../types/typed.js';

/** Metrics of metrics can grow without bound when written out; past so many nodes nothing is written out. */
const MOST_NODES = 20_000;

/** A metric with `empty: 0` is more than its formula, and stays. Null where the whole would be too long, or goes in a circle. */
export function expandFormula(graph: Graph, typed: Typed): Typed | null {
  let nodes = 0;
  const open = new Set<string>();
  const tooMuch = (): boolean => ++nodes > MOST_NODES || open.size > 200;

  const named = (id: string, formula: Typed): Typed | null => {
    if (open.has(id)) return null;
    open.add(id);
    const expanded = expand(formula);
    open.delete(id);
    return expanded;
  };

  function expand(of: Typed): Typed | null {
    if (tooMuch()) return null;
    switch (of.kind) {
      case 'metric': {
        const metric = graph.metrics.get(of.metric);
        return metric === undefined || metric.emptyZero ? of : named(of.metric, metric.formula);
      }
      case 'field': {
        const formula = graph.datasets.get(of.dataset)?.fields.get(of.field)?.formula ?? null;
        // The fields that a formula of a row further away reads are that row's.
        if (formula === null || of.path.length > 0) return of;
        return named(`${of.dataset}.${of.field}`, formula);
      }
      case 'call': {
        const args = all(of.args);
        return args === null ? null : { ...of, args };
      }
      case 'case': {
        const whens = all(of.branches.map(({ when }) => when));
        const thens = all(of.branches.map(({ then }) => then));
        const otherwise = of.otherwise === null ? null : expand(of.otherwise);
        if (whens === null || thens === null || (of.otherwise !== null && otherwise === null)) return null;
        const branches = of.branches.map((branch, i) => ({
          when: whens[i] ?? branch.when,
          then: thens[i] ?? branch.then,
        }));
        return { ...of, branches, otherwise };
      }
      case 'convert': {
        const parts = all([of.of, of.at]);
        return parts === null ? null : { ...of, of: parts[0] ?? of.of, at: parts[1] ?? of.at };
      }
      case 'child': {
        const aggregate = inAggregate(of.aggregate);
        return aggregate === null ? null : { ...of, aggregate };
      }
      case 'aggregate':
        return inAggregate(of);
      case 'filtered':
      case 'across':
      case 'window':
      case 'state':
      case 'top_share': {
        const inner = expand(of.of);
        return inner === null ? null : { ...of, of: inner };
      }
      case 'per': {
        const inner = of.of === null ? null : expand(of.of);
        const where = of.where === null ? null : expand(of.where);
        if ((of.of !== null && inner === null) || (of.where !== null && where === null)) return null;
        return { ...of, of: inner, where };
      }
      case 'const':
      case 'null':
      case 'parameter':
      case 'member':
      case 'conversion':
      case 'retention':
      case 'target':
      case 'window_length':
      case 'unknown':
        return of;
    }
  }

  function all(parts: readonly Typed[]): readonly Typed[] | null {
    const expanded = parts.map(expand);
    return expanded.every((part) => part !== null) ? expanded : null;
  }

  function inAggregate(of: AggregateTyped): AggregateTyped | null {
    const value = of.value === null ? null : expand(of.value);
    const where = of.where === null ? null : expand(of.where);
    if ((of.value !== null && value === null) || (of.where !== null && where === null)) return null;
    return { ...of, value, where };
  }

  return expand(typed);
}
