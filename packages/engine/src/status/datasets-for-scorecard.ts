// The datasets that a scorecard reads, known before any data is.
import type { Graph } from '@sextant/parser';
import { datasetsNeeded } from '../plan/datasets-needed.js';
import type { AskedKey, CheckedQuestion } from '../question/question.js';
import { askedMetric, columnsOf, type KpiColumn } from './columns.js';
import { freshnessPart } from './freshness.js';
import { typeOf } from './measure.js';
import { neededFor } from './needed.js';
import { readyKpi } from './ready-kpi.js';
import { smallDatasets } from './small-world.js';

/** What a KPI reads is the same on every day. */
const SOME_DAY = 0;

/** All that is needed for these KPIs, or for every KPI: what they measure, their targets, guardrails and goals. */
export function datasetsForScorecard(graph: Graph, kpis?: readonly string[]): readonly string[] {
  const ready = [...neededFor(graph, kpis ?? null).computed].flatMap((name) => readyKpi(graph.kpis.get(name)) ?? []);
  const found = new Set(smallDatasets(graph, ready));
  const needed = (grain: CheckedQuestion['grain'], by: readonly AskedKey[], columns: readonly KpiColumn[]): void => {
    const metrics = columns.map((column) => askedMetric(column.role, column));
    const range = grain === null ? { fromDay: null, endDay: null } : { fromDay: SOME_DAY, endDay: SOME_DAY + 1 };
    const question = {
      metrics,
      by,
      grain,
      ...range,
      where: [],
      having: null,
      order: [],
      limit: null,
      asOfDay: SOME_DAY,
      parameters: new Map(),
    };
    for (const name of datasetsNeeded(graph, question)) found.add(name);
  };
  for (const kpi of ready) {
    const by = kpi.slices.map(({ name, member }): AskedKey => ({ name, member, type: typeOf(member, graph) }));
    needed(kpi.every, by, columnsOf(kpi, null));
    for (const name of kpi.datasets) {
      const part = freshnessPart(graph, name);
      if (part !== null) needed(null, [], part.columns);
    }
  }
  return [...graph.datasets.keys()].filter((name) => found.has(name));
}
