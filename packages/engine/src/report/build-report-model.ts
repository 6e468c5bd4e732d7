// A graph and its scorecard to everything that a report shows.
import { goalName, kpiName, ownerName, STATUSES, type Diagnostic, type Graph } from '@sextant/parser';
import type { GoalReading, IncentiveReading, KpiReading, Scorecard } from '../status/scorecard.js';
import { alignmentOf } from './alignment.js';
import { glossaryOf } from './glossary.js';
import { kpiPart } from './kpi-part.js';
import { belongsTo, personOf } from './people.js';
import { placesIn, type PlaceOf } from './places.js';
import type { Breakdown, GoalPart, IncentivePart, KpiPart, Note, ReportModel } from './report-model.js';

export interface ReportParts {
  readonly breakdowns?: ReadonlyMap<string, readonly Breakdown[]>;
  /** What was said when the data was opened. */
  readonly diagnostics?: readonly Diagnostic[];
  /** Only what this owner answers for; of a team, also what its roles and people do. */
  readonly owner?: string;
  /** Only this goal and what is below it. */
  readonly goal?: string;
}

export function buildReportModel(graph: Graph, card: Scorecard, parts: ReportParts = {}): ReportModel {
  const placeOf = placesIn(graph);
  const shown = card.kpis.filter((reading) => isShown(graph, reading, parts));
  const goals = goalsShown(graph, card.goals, shown, parts);
  const around = {
    graph,
    asOf: card.asOf,
    placeOf,
    readings: new Map(card.kpis.map((reading) => [reading.kpi, reading])),
    breakdowns: parts.breakdowns ?? new Map<string, readonly Breakdown[]>(),
  };
  const kpis = inGoalOrder(shown, goals).flatMap((reading): readonly KpiPart[] => {
    const kpi = graph.kpis.get(reading.kpi);
    return kpi === undefined ? [] : [kpiPart(reading, kpi, around)];
  });
  return {
    project: card.project,
    asOf: card.asOf,
    scope: scopeOf(graph, parts),
    counts: STATUSES.toReversed()
      .map((status) => ({ status, count: shown.filter((one) => one.status === status).length }))
      .filter(({ count }) => count > 0),
    goals: goals.map((reading) => goalPart(graph, reading, kpis)),
    kpis,
    alignment: alignmentOf(graph, goals),
    incentives: card.incentives
      .filter((reading) => isPaid(graph, reading, parts, goals))
      .map((reading) => incentivePart(graph, reading)),
    glossary: glossaryOf(
      graph,
      kpis.map(({ reading }) => reading.kpi),
      placeOf,
    ),
    notes: notesOf([...(parts.diagnostics ?? []), ...card.diagnostics], placeOf),
  };
}

function isShown(graph: Graph, reading: KpiReading, { owner, goal }: ReportParts): boolean {
  if (owner !== undefined && (reading.owner === null || !belongsTo(graph, reading.owner, owner))) return false;
  return goal === undefined || (reading.goal !== null && isBelow(graph, reading.goal, goal));
}

/** A goal itself, or one on the way up from it. */
function isBelow(graph: Graph, name: string, top: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null = name; at !== null && !seen.has(at); at = graph.goals.get(at)?.parent ?? null) {
    if (at === top) return true;
    seen.add(at);
  }
  return false;
}

/** The goals that are asked for; narrowed to an owner, those that the KPIs serve, with the goals above them. */
function goalsShown(
  graph: Graph,
  goals: readonly GoalReading[],
  kpis: readonly KpiReading[],
  { owner, goal }: ReportParts,
): readonly GoalReading[] {
  return goals.filter((one) => {
    if (goal !== undefined && !isBelow(graph, one.goal, goal)) return false;
    if (owner === undefined) return true;
    const isOwned = one.owner !== null && belongsTo(graph, one.owner, owner);
    return isOwned || kpis.some((kpi) => kpi.goal !== null && isBelow(graph, kpi.goal, one.goal));
  });
}

function inGoalOrder(kpis: readonly KpiReading[], goals: readonly GoalReading[]): readonly KpiReading[] {
  const served = goals.flatMap(({ goal }) => kpis.filter((kpi) => kpi.goal === goal));
  return [...served, ...kpis.filter((kpi) => !served.includes(kpi))];
}

function goalPart(graph: Graph, reading: GoalReading, kpis: readonly KpiPart[]): GoalPart {
  const { decidedBy } = reading;
  return {
    reading,
    description: graph.goals.get(reading.goal)?.def.description?.text ?? null,
    owner: reading.owner === null ? null : personOf(graph, reading.owner),
    decidedBy:
      decidedBy === null
        ? null
        : decidedBy.kind === 'kpi'
          ? kpiName(graph, decidedBy.name)
          : goalName(graph, decidedBy.name),
    kpis: kpis.filter((kpi) => kpi.reading.goal === reading.goal).map((kpi) => kpi.reading.kpi),
  };
}

function isPaid(
  graph: Graph,
  { participants, components }: IncentiveReading,
  { owner, goal }: ReportParts,
  goals: readonly GoalReading[],
): boolean {
  if (owner !== undefined && !participants.some((one) => belongsTo(graph, one, owner))) return false;
  if (goal === undefined) return true;
  return components.some(({ kind, name }) => {
    const served = kind === 'goal' ? name : graph.kpis.get(name)?.def.goal?.text;
    return goals.some((one) => one.goal === served);
  });
}

function incentivePart(graph: Graph, reading: IncentiveReading): IncentivePart {
  return {
    reading,
    description: graph.incentives.get(reading.incentive)?.def.description?.text ?? null,
    participants: reading.participants.map((name) => personOf(graph, name)),
    components: reading.components.map(({ kind, name }) =>
      kind === 'kpi' ? kpiName(graph, name) : goalName(graph, name),
    ),
    gate: reading.gate === null ? null : kpiName(graph, reading.gate.kpi),
  };
}

function scopeOf(graph: Graph, { owner, goal }: ReportParts): string | null {
  const parts = [
    ...(goal === undefined ? [] : [`the goal “${goalName(graph, goal)}”`]),
    ...(owner === undefined ? [] : [`what ${ownerName(graph, owner)} answers for`]),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

function notesOf(diagnostics: readonly Diagnostic[], placeOf: PlaceOf): readonly Note[] {
  const said = new Set<string>();
  return diagnostics.flatMap(({ severity, code, message, span, notes, help }) => {
    const place = placeOf(span);
    const key = `${code} ${place} ${message}`;
    // Opening the data and asking it may say the same.
    if (said.has(key)) return [];
    said.add(key);
    return [{ severity, code, message, place, details: [...notes, ...(help === undefined ? [] : [help])] }];
  });
}
