// Types everything that a project defines, in the order of its needs, and lays it out as the graph.
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { missesFields, type Symbols } from '../names/symbols.js';
import type { Definitions } from '../shape/definitions.js';
import type { SourceFile } from '../source/source-file.js';
import type { BindWorld } from '../types/bind-member.js';
import { formulaReader } from '../types/formula-reader.js';
import { joinPaths } from '../types/join-paths.js';
import { unknownAt } from '../types/make-typed.js';
import type { Dataset, Dimension } from '../types/model.js';
import { countedThings, datasetTable } from '../types/resolve-datasets.js';
import { resolveDimensions } from '../types/resolve-dimensions.js';
import { reportingIn } from '../types/reporting-in.js';
import { resolveReferences } from '../types/resolve-references.js';
import { namesIn, type World } from '../types/scope.js';
import { collectEdges } from './collect-edges.js';
import { metricIds, parameterOrder } from './definition-order.js';
import type { Graph, LibraryUse, Metric, Parameter } from './graph.js';
import type { Kpi } from './kpi.js';
import type { KpiStage } from './kpi-stage.js';
import { goalsOf } from './type-goals.js';
import { brokenNames, environmentOf, NOTHING_REMEMBERED, type TypeMemory } from './type-memory.js';
import { typeMetrics } from './type-metrics.js';
import { incentivesOf } from './type-incentives.js';
import { resolveProject } from './resolve-project.js';
import { completeKpi, kpiOf } from './type-kpi.js';

export interface TypedProject extends Outcome<Graph> {
  /** Metrics that may mean something else than in the check before: they, or something that they are made of. */
  readonly unsettled: ReadonlySet<string>;
  readonly memory: TypeMemory;
}

export function typeProject(
  files: readonly SourceFile[],
  definitions: Definitions,
  symbols: Symbols,
  before: TypeMemory = NOTHING_REMEMBERED,
  uses: ReadonlyMap<string, LibraryUse> = new Map(),
): TypedProject {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const texts = before.texts.next();
  const reader = formulaReader(report, texts);
  const counted = countedThings(symbols.datasets.values());

  // 1. References first: what a name can reach is known before any formula is read.
  const references = resolveReferences(symbols.datasets, symbols.broken, report);
  const table = datasetTable(symbols.datasets, references, counted, () => world, reader, report);
  const dimensions = new Map<string, Dimension>();
  const metrics = new Map<string, Metric>();
  const parameters = new Map<string, Parameter>();
  const kpis = new Map<string, Kpi>();
  const fieldNames = new Map(
    [...symbols.datasets].map(([name, def]) => [name, def.fields.map((field) => field.name.text)]),
  );
  const world: World = {
    datasetDefs: symbols.datasets,
    joins: joinPaths([...references.values()].flat()),
    dimensions,
    parameters: symbols.parameters,
    metricNames: namesIn(symbols.metrics),
    kpiNames: namesIn(symbols.kpis),
    libraryNames: namesIn(symbols.uses),
    isFound: (library) => (uses.get(library)?.library ?? null) !== null,
    countedThings: counted,
    isBroken: (section, name) => symbols.broken.has(`${section}/${name}`),
    missesFields: (dataset) => missesFields(symbols.broken, dataset),
    hasExchangeRates: definitions.project.exchangeRates !== null,
    field: table.field,
    fieldNames: (dataset) => fieldNames.get(dataset) ?? [],
    dataset: table.dataset,
    metric: (name) => metrics.get(name) ?? null,
    kpi: (name) => kpis.get(name)?.type ?? null,
    parameter: (name) => parameters.get(name)?.type ?? null,
    parameterValue: (name) => parameters.get(name)?.value ?? null,
  };

  // 2. Parameters: constants, each after the parameters it needs.
  for (const name of parameterOrder(symbols, reader, report)) {
    const def = symbols.parameters.get(name);
    if (def === undefined) continue;
    const value = reader.type(def.value, { kind: 'constant' }, world, reportingIn(def, report));
    parameters.set(name, { name, def, value, type: value.type });
  }
  for (const [name, def] of symbols.parameters) {
    if (parameters.has(name)) continue;
    const value = unknownAt({ start: 0, end: def.value.text.length });
    parameters.set(name, { name, def, value, type: value.type });
  }

  // 3. Datasets with their fields, then dimensions: formulas of metrics name both.
  table.typeFields();
  const datasets = new Map<string, Dataset>();
  for (const name of symbols.datasets.keys()) {
    const dataset = table.dataset(name);
    if (dataset !== null) datasets.set(name, dataset);
  }
  for (const dimension of resolveDimensions(symbols.dimensions.values(), world, report))
    dimensions.set(dimension.name, dimension);

  // 4. Metrics, and what KPIs measure: each after what it needs.
  const datasetsOfMetric = (name: string): readonly string[] => metrics.get(name)?.datasets ?? [];
  const bindWorld: BindWorld = {
    joins: world.joins,
    dimensions,
    dataset: table.dataset,
    datasetNames: () => symbols.datasets.keys(),
    field: table.field,
  };
  const stage: KpiStage = { reader, world, bindWorld, datasetsOfMetric, report };
  const now = {
    environment: environmentOf(files, definitions),
    defs: symbols.metrics,
    kpis: symbols.kpis,
    broken: brokenNames(definitions),
  };
  const typed = typeMetrics({ ...stage, symbols, counted, metrics, kpis, diagnostics, before, now });

  // 5. What KPIs are held against: their formulas may name every metric, and the targets of other KPIs.
  for (const [name, def] of symbols.kpis) kpis.set(name, completeKpi(kpis.get(name) ?? kpiOf(def, null), stage));

  const graph: Omit<Graph, 'edges'> = {
    project: resolveProject(definitions.project, report),
    files,
    datasets,
    dimensions,
    metrics,
    parameters: inOrder(symbols.parameters.keys(), parameters),
    owners: symbols.owners,
    goals: goalsOf(symbols),
    kpis: inOrder(symbols.kpis.keys(), kpis),
    incentives: incentivesOf(symbols, stage),
    tests: symbols.tests,
    questions: symbols.questions,
    uses,
    library: null,
    broken: symbols.broken,
    order: metricIds(typed.order),
  };
  return {
    value: { ...graph, edges: collectEdges(graph) },
    diagnostics,
    unsettled: typed.unsettled,
    memory: { texts, ...now, metrics, unsound: typed.unsound, order: typed.order },
  };
}

/** The entries of a map in the order in which they were written. */
function inOrder<T>(names: Iterable<string>, map: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  const sorted = new Map<string, T>();
  for (const name of names) {
    const value = map.get(name);
    if (value !== undefined) sorted.set(name, value);
  }
  return sorted;
}
