// What a formula outside the project's files may name: the world of a graph that is checked already.
import { missesFields } from '../names/symbols.js';
import { joinPaths } from '../types/join-paths.js';
import { namesIn, type World } from '../types/scope.js';
import { countedThings } from '../types/resolve-datasets.js';
import type { Graph } from './graph.js';

// A world is derived from its graph alone, so remembering it changes nothing but the time of the second question.
const worlds = new WeakMap<Graph, World>();

export function worldOfGraph(graph: Graph): World {
  const known = worlds.get(graph);
  if (known !== undefined) return known;
  const defs = new Map([...graph.datasets].map(([name, dataset]) => [name, dataset.def]));
  const world: World = {
    datasetDefs: defs,
    joins: joinPaths([...graph.datasets.values()].flatMap((dataset) => dataset.references)),
    dimensions: graph.dimensions,
    parameters: new Map([...graph.parameters].map(([name, parameter]) => [name, parameter.def])),
    metricNames: namesIn(graph.metrics),
    kpiNames: namesIn(graph.kpis),
    libraryNames: namesIn(graph.uses),
    isFound: (library) => (graph.uses.get(library)?.library ?? null) !== null,
    countedThings: countedThings(defs.values()),
    hasExchangeRates: graph.project.def.exchangeRates !== null,
    isBroken: (section, name) => graph.broken.has(`${section}/${name}`),
    missesFields: (dataset) => missesFields(graph.broken, dataset),
    field: (dataset, field) => graph.datasets.get(dataset)?.fields.get(field) ?? null,
    fieldNames: (dataset) => [...(graph.datasets.get(dataset)?.fields.keys() ?? [])],
    dataset: (name) => graph.datasets.get(name) ?? null,
    metric: (name) => graph.metrics.get(name) ?? null,
    kpi: (name) => graph.kpis.get(name)?.type ?? null,
    parameter: (name) => graph.parameters.get(name)?.type ?? null,
    parameterValue: (name) => graph.parameters.get(name)?.value ?? null,
  };
  worlds.set(graph, world);
  return world;
}
