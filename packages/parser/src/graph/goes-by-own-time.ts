// Whether a formula asks a dataset when its rows happened: aggregates that say `dated` name the time themselves.
import type { Typed } from '../types/typed.js';
import { walkTyped } from '../types/walk-typed.js';
import type { Graph } from './graph.js';

/** Also through the metrics that the formula names. */
export function goesByOwnTime(graph: Graph, formula: Typed, dataset: string): boolean {
  let found = false;
  const seen = new Set<string>();
  // Metrics wait for their turn: a chain of them may be deeper than the stack.
  const waiting: Typed[] = [formula];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    walkTyped(next, (node) => {
      switch (node.kind) {
        case 'aggregate':
          if (node.dataset === dataset && node.dated === null) found = true;
          return;
        case 'conversion':
          if (node.from.dataset === dataset || node.to.dataset === dataset) found = true;
          return;
        case 'retention':
          if (node.of.dataset === dataset) found = true;
          return;
        case 'metric': {
          const metric = graph.metrics.get(node.metric);
          if (metric === undefined || seen.has(node.metric) || !metric.datasets.includes(dataset)) return;
          seen.add(node.metric);
          waiting.push(metric.formula);
          return;
        }
        default:
      }
    });
  }
  return found;
}
