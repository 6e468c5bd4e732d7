// A typed graph, data and a day to a scorecard: the stages of the status room, in order.
import type { Graph, Outcome } from '@sextant/parser';
import type { Asker } from './asker.js';
import type { ScorecardOptions } from './options.js';
import type { Scorecard } from './scorecard.js';

/** The value is null where an option is wrong; diagnostics point into `scorecardSources(options)` and the project's files. */
export async function scorecard(
  graph: Graph,
  _asker: Asker,
  options: ScorecardOptions,
): Promise<Outcome<Scorecard | null>> {
  return {
    value: { project: graph.project.name, asOf: options.asOf, kpis: [], goals: [], incentives: [], diagnostics: [] },
    diagnostics: [],
  };
}
