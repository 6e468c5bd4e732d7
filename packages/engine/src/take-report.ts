// Data that is open to everything that a report shows: the scorecard, and KPIs by their dimensions.
import type { Diagnostic, Graph, Outcome } from '@sextant/parser';
import { ask } from './ask.js';
import { BREAKDOWNS_SHOWN, breakdownOf, breakdownQuestions, type AskedBreakdowns } from './report/breakdowns.js';
import { buildReportModel } from './report/build-report-model.js';
import type { Breakdown, ReportModel } from './report/report-model.js';
import type { Session } from './session.js';
import { sessionAsker } from './session-asker.js';
import { scorecard } from './status/compute-scorecard.js';
import { datasetsForScorecard } from './status/datasets-for-scorecard.js';
import type { ScorecardOptions } from './status/options.js';
import type { KpiReading } from './status/scorecard.js';

export interface ReportOptions extends Omit<ScorecardOptions, 'kpis'> {
  /** Only the KPIs that this owner answers for; of a team, also those of its roles and people. */
  readonly owner?: string;
  /** Only the KPIs of this goal and of the goals below it. */
  readonly goal?: string;
}

/** What the scorecard reads, and what its rows refer to: that is where dimensions come from. */
export function datasetsForReport(graph: Graph): readonly string[] {
  const found = new Set(datasetsForScorecard(graph));
  // A set visits what is added while it is walked.
  for (const name of found) for (const { to } of graph.datasets.get(name)?.references ?? []) found.add(to);
  return [...found];
}

/** `opening` is what was said when the data was opened. The value is null where an option is wrong. */
export async function takeReport(
  session: Session,
  { owner, goal, ...asked }: ReportOptions,
  opening: readonly Diagnostic[] = [],
): Promise<Outcome<ReportModel | null>> {
  const { graph } = session;
  const taken = await scorecard(graph, sessionAsker(session), asked);
  if (taken.value === null) return { value: null, diagnostics: taken.diagnostics };
  const { value: card } = taken;
  const narrowed = { ...(owner === undefined ? {} : { owner }), ...(goal === undefined ? {} : { goal }) };
  const shown = buildReportModel(graph, card, narrowed).kpis.map(({ reading }) => reading);
  const datasets = new Set(session.data.datasets.keys());
  const breakdowns = new Map<string, readonly Breakdown[]>();
  for (const reading of shown)
    breakdowns.set(reading.kpi, await breakdownsOf(session, reading, { ...asked, datasets }));
  const diagnostics = [...opening, ...taken.diagnostics];
  return { value: buildReportModel(graph, card, { ...narrowed, breakdowns, diagnostics }), diagnostics: [] };
}

/** One dimension after the other, until enough of them show something. */
async function breakdownsOf(
  session: Session,
  reading: KpiReading,
  asked: AskedBreakdowns,
): Promise<readonly Breakdown[]> {
  const found: Breakdown[] = [];
  for (const { dimension, question } of breakdownQuestions(session.graph, reading, asked)) {
    if (found.length === BREAKDOWNS_SHOWN) break;
    const { value } = await ask(session, question);
    const breakdown = value === null ? null : breakdownOf(session.graph, dimension, value);
    if (breakdown !== null) found.push(breakdown);
  }
  return found;
}
