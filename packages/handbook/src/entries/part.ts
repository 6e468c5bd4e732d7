// A graph, and what is known of its numbers, to one part of a handbook.
import { placesIn, type MetricFigures, type ReportModel } from '@sextant/engine';
import type { Graph } from '@sextant/parser';
import type { Part } from '../model/handbook.js';
import { lineageOf } from '../lineage/lineage-of.js';
import { datasetEntry } from './dataset-entry.js';
import { dimensionEntry, parameterEntry } from './small-entries.js';
import { goalEntry } from './goal-entry.js';
import { kpiEntry } from './kpi-entry.js';
import { metricEntry } from './metric-entry.js';
import { namesOf, type Names } from '../links/names.js';
import { ownerEntry } from './owner-entry.js';

/** What was computed for a part; all of it is null or empty without data. */
export interface Numbers {
  readonly asOf: string | null;
  readonly metrics: ReadonlyMap<string, MetricFigures>;
  readonly report: ReportModel | null;
}

export const NO_NUMBERS: Numbers = { asOf: null, metrics: new Map(), report: null };

/** What the builders of entries share. */
export interface Subject {
  readonly graph: Graph;
  readonly names: Names;
  readonly numbers: Numbers;
  readonly placeOf: ReturnType<typeof placesIn>;
  readonly lineage: (id: string) => ReturnType<typeof lineageOf>;
}

export function partOf(graph: Graph, numbers: Numbers, folder = ''): Part {
  const names = namesOf(graph, folder);
  const subject: Subject = {
    graph,
    names,
    numbers,
    placeOf: placesIn(graph),
    lineage: (id) => lineageOf(graph, id, names),
  };
  const library = graph.library;
  return {
    folder,
    kind: library === null ? 'project' : 'library',
    name: library?.name ?? graph.project.name,
    title: library?.def.title?.text.trim() ?? graph.project.name,
    description: library?.def.description?.text.trim() ?? null,
    version: library?.version ?? null,
    asOf: numbers.asOf,
    inputs: (library?.inputs ?? []).map(({ name, kind, needs, description, fields }) => ({
      name,
      kind,
      needs,
      description,
      fields,
    })),
    metrics: [...graph.metrics.values()].map((metric) => metricEntry(metric, subject)),
    kpis: [...graph.kpis.values()].map((kpi) => kpiEntry(kpi, subject)),
    goals: [...graph.goals.values()].map((goal) => goalEntry(goal, subject)),
    owners: [...graph.owners.values()].map((owner) => ownerEntry(owner, subject)),
    datasets: [...graph.datasets.values()].map((dataset) => datasetEntry(dataset, subject)),
    dimensions: [...graph.dimensions.values()].map((dimension) => dimensionEntry(dimension, subject)),
    parameters: [...graph.parameters.values()].map((parameter) => parameterEntry(parameter, subject)),
  };
}
