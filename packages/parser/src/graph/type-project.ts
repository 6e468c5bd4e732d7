// Types everything that a project defines, in the order of its needs, and lays it out as the graph.
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { libraryNotFound } from '../names/errors.js';
import { missesFields, type Symbols } from '../names/symbols.js';
import type { Definitions, MetricDef } from '../shape/definitions.js';
import type { SourceFile } from '../source/source-file.js';
import { isAdditive } from '../types/additivity.js';
import type { BindWorld } from '../types/bind-member.js';
import { checkMembers, datasetsOf } from '../types/check-members.js';
import { checkMetric } from '../types/check-metric.js';
import { formulaReader } from '../types/formula-reader.js';
import type { FormulaText } from '../types/formula-texts.js';
import { joinPaths } from '../types/join-paths.js';
import { isUnknown, unknownAt } from '../types/make-typed.js';
import type { Dataset, Dimension } from '../types/model.js';
import { countedThings, datasetTable } from '../types/resolve-datasets.js';
import { resolveDimensions } from '../types/resolve-dimensions.js';
import { resolveReferences } from '../types/resolve-references.js';
import type { World } from '../types/scope.js';
import { walkTyped } from '../types/walk-typed.js';
import { spanInScalar, type ScalarNode } from '../yaml/tree.js';
import { collectEdges } from './collect-edges.js';
import { definitionOrder, parameterOrder } from './definition-order.js';
import type { Graph, Metric, Parameter } from './graph.js';
import type { Kpi } from './kpi.js';
import type { KpiStage } from './kpi-stage.js';
import { goalsOf } from './type-goals.js';
import {
  environmentOf,
  keptMetrics,
  namesOf,
  NOTHING_REMEMBERED,
  sameFacts,
  type Remembered,
  type TypeMemory,
} from './type-memory.js';
import { incentivesOf } from './type-incentives.js';
import { resolveProject } from './resolve-project.js';
import { completeKpi, kpiOf, measureKpi } from './type-kpi.js';

export interface TypedProject extends Outcome<Graph> {
  /** Metrics that mean what they meant in the check before, all that they are made of included. */
  readonly settled: ReadonlySet<string>;
  readonly memory: TypeMemory;
}

export function typeProject(
  files: readonly SourceFile[],
  definitions: Definitions,
  symbols: Symbols,
  before: TypeMemory = NOTHING_REMEMBERED,
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
    metricNames: new Set(symbols.metrics.keys()),
    kpiNames: new Set(symbols.kpis.keys()),
    libraryNames: new Set(symbols.uses.keys()),
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
  };

  for (const use of symbols.uses.values())
    report(libraryNotFound(use.from?.text ?? use.name.text, use.from?.span ?? use.name.span));

  // 2. Parameters: constants, each after the parameters it needs.
  for (const name of parameterOrder(symbols, reader, report)) {
    const def = symbols.parameters.get(name);
    if (def === undefined) continue;
    const value = reader.type(def.value, { kind: 'constant' }, world);
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

  // 4. Metrics, and the KPIs that metrics name: each after what it needs.
  const environment = environmentOf(files, definitions);
  const names = namesOf(definitions);
  const kept = keptMetrics(before, environment, names, symbols.metrics);
  const textOf = (name: string, formula: ScalarNode): FormulaText => kept.get(name)?.text ?? reader.text(formula);
  const inOrderOfNeeds = definitionOrder(symbols, { textOf, reader, kept, before: before.order }, report);
  const { order, needs } = inOrderOfNeeds;
  const datasetsOfMetric = (name: string): readonly string[] => metrics.get(name)?.datasets ?? [];
  const bindWorld: BindWorld = {
    joins: world.joins,
    dimensions,
    dataset: table.dataset,
    datasetNames: () => symbols.datasets.keys(),
    field: table.field,
  };
  const stage: KpiStage = { reader, world, bindWorld, datasetsOfMetric, report };
  const settled = new Set<string>();
  const sound = new Map<string, Remembered>();
  /** True where the metric is typed as it was: what it names is what it was, too. */
  const recall = (name: string, def: MetricDef): boolean => {
    const known = kept.get(name);
    if (known === undefined || known.text.references.kpis.length > 0) return false;
    for (const used of known.text.references.metrics)
      if (!sameFacts(metrics.get(used), before.metrics.get(used)?.metric)) return false;
    const metric = known.metric.def === def ? known.metric : { ...known.metric, def };
    metrics.set(name, metric);
    sound.set(name, known.metric === metric ? known : { ...known, metric });
    if (metric.uses.every((used) => settled.has(used))) settled.add(name);
    return true;
  };
  const typeMetric = (name: string): void => {
    const def = symbols.metrics.get(name);
    if (def === undefined) return;
    if (recall(name, def)) return;
    const found = diagnostics.length;
    const typed = reader.type(def.formula, { kind: 'metric' }, world);
    const checked = checkMetric(def, typed, counted, report);
    if (!isUnknown(typed))
      checkMembers(
        typed,
        datasetsOfMetric,
        bindWorld,
        (range) => spanInScalar(def.formula, range.start, range.end),
        report,
      );
    const inside = [...datasetsOf(typed, datasetsOfMetric)].sort();
    const uses: string[] = [];
    walkTyped(typed, (node) => {
      if (node.kind === 'metric' && !uses.includes(node.metric)) uses.push(node.metric);
    });
    const additive = isAdditive(checked.formula, world);
    const metric: Metric = { name, def, ...checked, uses: uses.sort(), datasets: inside, additive };
    metrics.set(name, metric);
    const text = reader.text(def.formula);
    if (diagnostics.length === found && !isUnknown(typed) && text.problems.length === 0)
      sound.set(name, { metric, text });
  };
  for (const { kind, name } of order) {
    const kpi = kind === 'kpi' ? symbols.kpis.get(name) : undefined;
    if (kpi === undefined) typeMetric(name);
    else kpis.set(name, measureKpi(kpi, metrics, stage));
  }
  // What is on a cycle has the type unknown and says no more; what needs it is unknown for its sake.
  for (const [name, def] of symbols.metrics) {
    if (metrics.has(name)) continue;
    const formula = unknownAt({ start: 0, end: def.formula.text.length });
    const uses = (needs.get(`metric:${name}`) ?? []).filter((id) => id.startsWith('metric:'));
    metrics.set(name, {
      name,
      def,
      formula,
      type: formula.type,
      percent: false,
      decimals: null,
      emptyZero: false,
      uses: uses.map((id) => id.slice('metric:'.length)),
      datasets: [],
      additive: false,
    });
  }
  // 5. What KPIs are held against: their formulas may name every metric, and the targets of other KPIs.
  for (const [name, def] of symbols.kpis) kpis.set(name, completeKpi(kpis.get(name) ?? kpiOf(def, null), stage));

  const graph: Omit<Graph, 'edges'> = {
    project: resolveProject(definitions.project, report),
    files,
    datasets,
    dimensions,
    metrics: inOrder(symbols.metrics.keys(), metrics),
    parameters: inOrder(symbols.parameters.keys(), parameters),
    owners: symbols.owners,
    goals: goalsOf(symbols),
    kpis: inOrder(symbols.kpis.keys(), kpis),
    incentives: incentivesOf(symbols, stage),
    tests: symbols.tests,
    questions: symbols.questions,
    uses: symbols.uses,
    broken: symbols.broken,
    order: order.flatMap(({ kind, id }) => (kind === 'metric' ? [id] : [])),
  };
  return {
    value: { ...graph, edges: collectEdges(graph) },
    diagnostics,
    settled,
    memory: { texts, environment, names, metrics: sound, order: inOrderOfNeeds },
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
