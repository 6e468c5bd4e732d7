// The datasets of a formula whose rows are read in groups of a key: what stands under `across` of it is read without.
import { datasetsIn, showMember, type Graph, type Member, type Typed } from '@sextant/parser';
import { walkLeaves } from './walk-leaves.js';

export function groupedDatasets(graph: Graph, formula: Typed, key: Member): readonly string[] {
  const name = showMember(key);
  const grouped = new Map<string, boolean>();
  walkLeaves(graph, formula, { windowed: false, ranged: false }, (leaf, { dropped }) => {
    const isGrouped = !dropped.has('all') && !dropped.has(name);
    for (const dataset of datasetsIn(graph, leaf)) grouped.set(dataset, grouped.get(dataset) === true || isGrouped);
  });
  return datasetsIn(graph, formula).filter((dataset) => grouped.get(dataset) !== false);
}
