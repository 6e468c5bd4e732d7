// The dimensions by which a change is taken apart: those that were asked for, else a KPI's slices, else what every aggregate reaches.
import { bindIn, datasetsIn, type Graph, type Member, type Typed } from '@sextant/parser';
import type { AskedKey } from '../question/question.js';

/** More groups than this are not read one by one. */
export const MOST_GROUPS = 20;
/** So many dimensions are shown where none was asked for, out of so many that are tried. */
export const MOST_DIMENSIONS = 3;
export const MOST_TRIED = 12;

export type Reach = 'one' | 'overlapping' | 'none';

/** Whether every aggregate of a formula has the dimension, and whether its groups share rows there. */
export function reachOf(graph: Graph, formula: Typed, member: Member): Reach {
  let overlapping = false;
  for (const dataset of datasetsIn(graph, formula)) {
    const bound = bindIn(graph, member, dataset);
    if (bound.kind !== 'bound') return 'none';
    overlapping ||= bound.overlapping;
  }
  return overlapping ? 'overlapping' : 'one';
}

/** In the order of definition, those first that are fields of what is aggregated and not behind a reference. */
export function dimensionsOf(graph: Graph, formula: Typed): readonly AskedKey[] {
  const datasets = datasetsIn(graph, formula);
  if (datasets.length === 0) return [];
  const keys = [...graph.dimensions.values()]
    .map((dimension): AskedKey => ({
      name: dimension.name,
      member: { kind: 'dimension', dimension: dimension.name },
      type: dimension.type,
    }))
    .filter(({ member }) => reachOf(graph, formula, member) === 'one');
  const isOwn = ({ member }: AskedKey): boolean =>
    datasets.every((dataset) => {
      const bound = bindIn(graph, member, dataset);
      return bound.kind === 'bound' && bound.field.path.length === 0;
    });
  return [...keys.filter(isOwn), ...keys.filter((key) => !isOwn(key))].slice(0, MOST_TRIED);
}
