// What a change can be shown by: the metric or KPI itself, or a metric that is made of what changed.
import type { Graph, NodeId } from '@sextant/parser';
import type { DefinitionChange } from '../changes.js';
import type { Side } from './evaluate-both.js';
import { metricSide, type CounterexampleSubject } from './search.js';

/** Best first; none where the change moves no number, or only one of the versions has it. */
export function subjectsOf(change: DefinitionChange, before: Graph, after: Graph): readonly CounterexampleSubject[] {
  const moves = change.details.some(
    ({ key, verdict }) => (verdict === 'numbers' || verdict === 'breaking') && MOVES.includes(key),
  );
  if (!moves || change.kind === 'added' || change.kind === 'removed') return [];
  const earlier = change.nameBefore ?? change.name;
  switch (change.node) {
    case 'metric': {
      const [a, b] = [metricSide(before, earlier), metricSide(after, change.name)];
      return a === null || b === null ? [] : [{ of: change.id, before: a, after: b, every: null }];
    }
    case 'kpi': {
      const [a, b] = [kpiSide(before, earlier), kpiSide(after, change.name)];
      const every = after.kpis.get(change.name)?.every ?? null;
      return a === null || b === null || every === null ? [] : [{ of: change.id, before: a, after: b, every }];
    }
    case 'field':
    case 'dataset':
    case 'dimension':
    case 'parameter':
      return nearest(change.id, change.effects.metrics, after).flatMap((name) => {
        const [a, b] = [metricSide(before, name), metricSide(after, name)];
        return a === null || b === null ? [] : [{ of: `metric:${name}`, before: a, after: b, every: null }];
      });
    default:
      return [];
  }
}

const MOVES: readonly string[] = ['formula', 'empty', 'time', 'value', 'known_at', 'starts'];
const MOST = 3;

/** Metrics that name it themselves come before metrics of metrics. */
function nearest(id: NodeId, metrics: readonly string[], { edges }: Graph): readonly string[] {
  const direct = new Set(edges.filter(({ to }) => to === id).map(({ from }) => from));
  const [near, far] = [true, false].map((is) => metrics.filter((name) => direct.has(`metric:${name}`) === is));
  return [...(near ?? []), ...(far ?? [])].slice(0, MOST);
}

function kpiSide(graph: Graph, name: string): Side | null {
  const formula = graph.kpis.get(name)?.formula ?? null;
  return formula === null ? null : { graph, formula };
}
