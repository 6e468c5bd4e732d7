// How the KPIs stand.
import { datasetsForScorecard, referenceAsker, scorecard, sessionAsker } from '@sextant/engine/browser';
import type { Call } from '../rpc/server.js';
import type { ScorecardView } from '../state/views.js';
import type { Answered, At } from './methods.js';
import { scorecardView } from './scorecard-view.js';
import { refused, type World } from './world.js';

export async function answerScorecard(
  world: World,
  { asOf, engine }: At,
  call: Call,
): Promise<Answered<ScorecardView>> {
  const started = performance.now();
  const graph = world.graph();
  const datasets = datasetsForScorecard(graph);
  const by = world.engineFor(engine, datasets);
  const opened =
    by === 'duckdb'
      ? await world.database().session(graph, datasets, call)
      : await world.store.load(graph, datasets, call);
  const { value: data, diagnostics } = opened;
  if (data === null) return refused(world, diagnostics, started);
  const asker = 'executor' in data ? sessionAsker(data) : referenceAsker(graph, data);
  const card = await scorecard(graph, asker, { asOf });
  if (card.value === null) return refused(world, card.diagnostics, started);
  return {
    value: scorecardView(graph, card.value, [...diagnostics, ...card.value.diagnostics], world.findings),
    findings: world.findings(card.diagnostics),
    engine: by,
    milliseconds: performance.now() - started,
  };
}
