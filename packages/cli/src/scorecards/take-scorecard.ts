// Opens what a scorecard needs of the data, takes it, and closes the data.
import type { Graph, Outcome } from '@sextant/parser';
import { endingWith, type Interrupts } from '../asking/ask-project.js';
import type { EnginePort, Scorecard, ScorecardOptions, SessionOptions } from '../engine-port.js';
import type { Host } from '../host.js';
import { withProgress } from '../progress.js';

/** The value is null where the data or the options do not allow one; the diagnostics say why. */
export async function takeScorecard(
  engine: EnginePort,
  graph: Graph,
  asked: ScorecardOptions,
  session: SessionOptions,
  interrupts: Interrupts,
  host: Host,
): Promise<Outcome<Scorecard | null>> {
  const datasets = engine.datasetsForScorecard(graph, asked.kpis);
  const options = { ...endingWith(session, interrupts), datasets };
  const opened = await withProgress(host, 'reading', () => engine.openSession(graph, options));
  if (opened.value === null) return { value: null, diagnostics: opened.diagnostics };
  const { value: open } = opened;
  try {
    const taken = await withProgress(host, 'computing', () =>
      engine.scorecard(graph, engine.sessionAsker(open), asked),
    );
    return { value: taken.value, diagnostics: [...opened.diagnostics, ...taken.diagnostics] };
  } finally {
    await open.executor.close();
  }
}
