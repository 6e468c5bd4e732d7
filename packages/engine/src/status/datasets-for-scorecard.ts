// The datasets that a scorecard reads, known before any data is.
import type { Graph } from '@sextant/parser';

/** All that is needed for these KPIs, or for every KPI: what they measure, their targets, guardrails and goals. */
export function datasetsForScorecard(graph: Graph, _kpis?: readonly string[]): readonly string[] {
  return [...graph.datasets.keys()];
}
