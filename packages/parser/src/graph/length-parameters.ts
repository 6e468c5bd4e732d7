// Parameters that say how long a window is: they stand in the typed tree as lengths, which no question changes.
import type { Typed } from '../types/typed.js';
import { spanIn } from '../types/span-in.js';
import { walkTyped } from '../types/walk-typed.js';
import { aimFormulas } from './aim-formulas.js';
import type { Graph } from './graph.js';

/** Of everything that the project defines, and of `more`. */
export function lengthParameters(graph: Graph, more: readonly Typed[] = []): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (formula: Typed | null): void => {
    if (formula === null) return;
    walkTyped(formula, (node) => {
      const name = spanIn(node)?.parameter;
      if (name !== undefined) found.add(name);
    });
  };
  for (const dataset of graph.datasets.values()) for (const field of dataset.fields.values()) look(field.formula);
  for (const metric of graph.metrics.values()) look(metric.formula);
  for (const kpi of graph.kpis.values()) {
    look(kpi.formula);
    for (const { typed } of aimFormulas(kpi)) look(typed);
  }
  more.forEach(look);
  // A parameter may be another one by default; a set grows while it is gone through.
  for (const name of found) {
    const value = graph.parameters.get(name)?.value;
    if (value?.kind === 'parameter') found.add(value.parameter);
  }
  return found;
}
