// The period in which each KPI of a scorecard is judged.
import { showLevel, type Diagnostic, type Graph } from '@sextant/parser';
import { dayAt } from '../calendar/window.js';
import type { LevelBucket } from '../levels/levels.js';
import type { World } from '../reference/world.js';
import { periodOfNoKpi, periodOfOtherLevel } from './errors.js';
import { neededFor, type Needed } from './needed.js';
import { periodHolding, periodNamed } from './periods.js';
import { periodSpan, type CheckedOptions } from './read-options.js';
import { readyKpi, type ReadyKpi } from './ready-kpi.js';

export interface ChosenPeriods {
  readonly needed: Needed;
  /** By KPI; null where a calendar dataset has none for the day. */
  readonly periods: ReadonlyMap<string, LevelBucket | null>;
}

/**
 * The period that holds as_of, or the one that was asked for. What the asked KPIs rest on is judged at the last day of that
 * period, as far as it is known: in its own period that holds the day.
 */
export function choosePeriods(
  graph: Graph,
  options: CheckedOptions,
  world: World,
  report: (diagnostic: Diagnostic) => void,
): ChosenPeriods {
  const { levels } = world;
  const zone = graph.project.timezone;
  const { period: text, asOfDay } = options;
  const ready = (names: Iterable<string>): readonly ReadyKpi[] =>
    [...names].flatMap((name) => readyKpi(graph.kpis.get(name)) ?? []);
  const asked = new Map<string, LevelBucket>();
  if (text !== null) {
    for (const kpi of ready(options.kpis ?? graph.kpis.keys())) {
      const period = periodNamed(kpi, text, levels, graph);
      if (period !== null) asked.set(kpi.name, period);
      else if (options.kpis !== null) {
        const example = periodHolding(kpi, asOfDay, levels, zone)?.label ?? null;
        report(periodOfOtherLevel(text, kpi.name, showLevel(kpi.every), example, periodSpan(text)));
      }
    }
    if (options.kpis === null && asked.size === 0) report(periodOfNoKpi(text, periodSpan(text)));
  }
  // A period without names asks for the KPIs that are judged in such a period.
  const names = text !== null && options.kpis === null ? [...asked.keys()] : options.kpis;
  const needed = neededFor(graph, names);
  const [some] = asked.values();
  const day = some === undefined ? asOfDay : Math.min(asOfDay, dayAt(zone, some.end.instant - 1n));
  const periods = new Map(
    ready(needed.computed).map((kpi) => [kpi.name, asked.get(kpi.name) ?? periodHolding(kpi, day, levels, zone)]),
  );
  return { needed, periods };
}
