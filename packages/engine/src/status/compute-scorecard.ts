// A typed graph, data and a day to a scorecard: the stages of the status room, in order.
import { sortDiagnostics, type Diagnostic, type Graph, type Outcome } from '@sextant/parser';
import { dateText } from '../calendar/time-text.js';
import { fromDecimalText, ONE } from '../value/rational.js';
import type { Asker } from './asker.js';
import { groupsWithoutTarget } from './groups-without-target.js';
import { choosePeriods } from './choose-periods.js';
import { constantReader } from './constants.js';
import { staleDatasets } from './freshness.js';
import { goalReadings } from './goal-readings.js';
import { guard } from './guardrails.js';
import { holidayReader } from './holidays.js';
import { readIncentive } from './incentive-readings.js';
import { readKpi, readWithoutPeriod } from './kpi-reading.js';
import { measure } from './measure.js';
import type { ScorecardOptions } from './options.js';
import { neededFor } from './needed.js';
import { readOptions } from './read-options.js';
import { readyKpi } from './ready-kpi.js';
import { rollUp } from './roll-up.js';
import type { KpiReading, Scorecard } from './scorecard.js';
import { readSmallWorld } from './small-world.js';
import { soughtFor } from './sought.js';

/** The value is null where an option is wrong; diagnostics point into `scorecardSources(options)` and the project's files. */
export async function scorecard(
  graph: Graph,
  asker: Asker,
  options: ScorecardOptions,
): Promise<Outcome<Scorecard | null>> {
  const read = readOptions(graph, options);
  if (read.value === null) return { value: null, diagnostics: read.diagnostics };
  const { asOfDay, parameters, history } = read.value;
  // 1. Targets, holidays and calendars: the periods follow from them.
  const { computed } = neededFor(graph, read.value.kpis);
  const ready = [...computed].flatMap((name) => readyKpi(graph.kpis.get(name)) ?? []);
  const world = await readSmallWorld(graph, asker, ready, { asOfDay, parameters });
  const problems: Diagnostic[] = [];
  const { needed, periods } = choosePeriods(graph, read.value, world, (one) => void problems.push(one));
  if (problems.length > 0) return { value: null, diagnostics: problems };
  // 2. The numbers of all KPIs, over their periods.
  const found: Diagnostic[] = [];
  const report = (diagnostics: readonly Diagnostic[]): void => void found.push(...diagnostics);
  const at = { graph, asker, asOfDay, parameters, report };
  const sought = soughtFor(graph, periods, history, world);
  const measured = await measure(sought, at);
  const stale = await staleDatasets(new Set(sought.flatMap(({ kpi }) => kpi.datasets)), at);
  // 3. Each KPI by itself.
  const constant = constantReader(world);
  const tools = { world, constant, asOfDay, asOf: world.asOf, holidaysIn: holidayReader(world) };
  const readings = new Map(
    [...periods.keys()].flatMap((name) => {
      const kpi = readyKpi(graph.kpis.get(name));
      if (kpi === null) return [];
      const one = sought.find((other) => other.kpi.name === name);
      const numbers = measured.get(name);
      const old = kpi.datasets.flatMap((dataset) => stale.get(dataset) ?? []);
      const reading =
        one === undefined || numbers === undefined
          ? readWithoutPeriod(kpi, old, tools)
          : readKpi(one, numbers, old, tools);
      return [[name, { ...reading, kpi }] as const];
    }),
  );
  report([...readings.values()].flatMap(({ kpi, reading }) => groupsWithoutTarget(kpi, reading) ?? []));
  // 4. What they do to one another, to goals and to pay.
  const guarded = guard(
    new Map([...readings].map(([name, { own, kpi }]) => [name, { own, guardrails: kpi.guardrails }])),
  );
  const scored = new Map(
    [...readings].map(([name, { counting, final, own, kpi }]) => {
      const status = guarded.get(name)?.status ?? own;
      return [name, { counting, score: counting, final, status, weight: fromDecimalText(kpi.weight) ?? ONE }];
    }),
  );
  const goals = rollUp(graph.goals, scored);
  const incentives = needed.incentives
    ? [...graph.incentives.values()].flatMap(
        (incentive) => readIncentive(incentive, { graph, kpis: scored, goals, constant }) ?? [],
      )
    : [];
  const kpis = [...needed.kpis].flatMap((name): readonly KpiReading[] => {
    const read = readings.get(name);
    const after = guarded.get(name);
    if (read === undefined || after === undefined) return [];
    const play = read.kpi.def.playbook?.find((one) => one.status.text === after.status);
    return [{ ...read.reading, ...after, playbook: play?.text.text ?? null }];
  });
  return {
    value: {
      project: graph.project.name,
      asOf: dateText(asOfDay),
      kpis,
      goals: goalReadings(needed.goals, goals),
      incentives,
      diagnostics: distinct(found),
    },
    diagnostics: read.diagnostics,
  };
}

/** Several questions over one dataset say the same of it. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return sortDiagnostics([...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()]);
}
