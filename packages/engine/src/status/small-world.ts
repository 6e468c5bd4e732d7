// The small datasets that a scorecard reads row by row: targets, holidays, calendars.
import type { ConstValue, FieldTyped, Graph } from '@sextant/parser';
import { ALL_TIME, endOfDay } from '../calendar/window.js';
import { datasetsOfScans } from '../plan/datasets-of.js';
import { scanTimeOf, visibleOf } from '../plan/leaf-windows.js';
import { calendarOf } from '../question/check-question.js';
import type { Row } from '../reference/rows.js';
import { makeWorld, type World } from '../reference/world.js';
import type { Asker } from './asker.js';
import type { ReadyKpi } from './ready-kpi.js';

/** The datasets themselves and all that their fields lead to. */
export function smallDatasets(graph: Graph, kpis: readonly ReadyKpi[]): readonly string[] {
  const found = new Set<string>();
  for (const { every, pacing, aim } of kpis) {
    if (typeof every !== 'string') found.add(every.dataset);
    if (pacing?.kind === 'working_days' && pacing.holidays !== null) found.add(pacing.holidays);
    if (aim.kind === 'target' && aim.target.kind === 'dataset') found.add(aim.target.dataset);
  }
  const settings = calendarOf(graph);
  const asOf = endOfDay(0, settings.timezone);
  const read = [...found].flatMap((name) => {
    const dataset = graph.datasets.get(name);
    if (dataset === undefined) return [];
    const keys = [...dataset.fields.values()].map((field): FieldTyped => ({
      kind: 'field',
      base: name,
      path: [],
      dataset: name,
      field: field.name,
      type: field.type,
      range: { start: 0, end: 0 },
    }));
    const time = scanTimeOf(dataset, null, settings);
    const visible = visibleOf(dataset, { asOf, settings });
    const scan = {
      id: 0,
      dataset: name,
      time,
      windows: [ALL_TIME],
      disjoint: true,
      visible,
      keys,
      where: [],
      leaves: [],
    };
    return datasetsOfScans(graph, [{ ...scan, asOf }]);
  });
  return [...new Set([...found, ...read])].sort();
}

export async function readSmallWorld(
  graph: Graph,
  asker: Asker,
  kpis: readonly ReadyKpi[],
  at: { readonly asOfDay: number; readonly parameters: ReadonlyMap<string, ConstValue> },
): Promise<World> {
  const rows = new Map<string, readonly Row[]>();
  for (const name of smallDatasets(graph, kpis)) rows.set(name, await asker.rowsOf(name));
  return makeWorld(graph, at, rows);
}
