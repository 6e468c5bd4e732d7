// Types everything that a project defines, in the order of its needs, and lays it out as the graph.
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { definitionCycle } from '../names/cycle-errors.js';
import { dependencyOrder } from '../names/dependency-order.js';
import { libraryNotFound } from '../names/errors.js';
import { metricReferences } from '../names/metric-references.js';
import type { Symbols } from '../names/symbols.js';
import type { Definitions } from '../shape/definitions.js';
import type { SourceFile } from '../source/source-file.js';
import { checkMembers, datasetsOf } from '../types/check-members.js';
import { checkMetric } from '../types/check-metric.js';
import { formulaReader } from '../types/formula-reader.js';
import { joinPaths } from '../types/join-paths.js';
import { isUnknown, unknownAt } from '../types/make-typed.js';
import type { Dataset, Dimension } from '../types/model.js';
import { countedThings, datasetTable, resolveReferences } from '../types/resolve-datasets.js';
import { resolveDimensions } from '../types/resolve-dimensions.js';
import type { MetricFacts, World } from '../types/scope.js';
import type { Type } from '../types/typed.js';
import { walkTyped } from '../types/walk-typed.js';
import { spanInScalar, type ScalarNode } from '../yaml/tree.js';
import { collectEdges } from './collect-edges.js';
import type { Graph, Kpi, Metric, Parameter } from './graph.js';
import { resolveProject } from './resolve-project.js';
import { typeKpis } from './type-kpis.js';

export function typeProject(files: readonly SourceFile[], definitions: Definitions, symbols: Symbols): Outcome<Graph> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const reader = formulaReader(report);
  const counted = countedThings(symbols.datasets.values());

  // 1. References first: what a name can reach is known before any formula is read.
  const references = resolveReferences(symbols.datasets, symbols.broken, report);
  const table = datasetTable(symbols.datasets, references, counted, () => world, reader, report);
  const dimensions = new Map<string, Dimension>();
  const metrics = new Map<string, Metric>();
  const facts = new Map<string, MetricFacts>();
  const parameters = new Map<string, Parameter>();
  const kpis = new Map<string, Kpi>();
  const fieldNames = new Map(
    [...symbols.datasets].map(([name, def]) => [name, def.fields.map((field) => field.name.text)]),
  );
  // A KPI's type is asked by `target(kpi)`, before KPIs are typed with all their parts.
  const kpiTypes = new Map<string, Type | 'in progress'>();
  const kpiType = (name: string): Type | null => {
    const def = symbols.kpis.get(name);
    if (def === undefined) return null;
    if (def.metric !== null) return facts.get(def.metric.text)?.type ?? null;
    if (def.formula === null) return null;
    const known = kpiTypes.get(name);
    if (known === 'in progress') {
      const diagnostic = definitionCycle('KPI', [{ name, span: def.name.span }]);
      if (diagnostic !== null) report(diagnostic);
      return null;
    }
    if (known !== undefined) return known;
    kpiTypes.set(name, 'in progress');
    const { type } = reader.type(def.formula, { kind: 'metric' }, world);
    kpiTypes.set(name, type);
    return type;
  };
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
    hasExchangeRates: definitions.project.exchangeRates !== null,
    field: table.field,
    fieldNames: (dataset) => fieldNames.get(dataset) ?? [],
    dataset: table.dataset,
    metric: (name) => facts.get(name) ?? null,
    kpi: kpiType,
    parameter: (name) => parameters.get(name)?.type ?? null,
  };

  for (const use of symbols.uses.values())
    report(libraryNotFound(use.from?.text ?? use.name.text, use.from?.span ?? use.name.span));

  // 2. Parameters: constants, in the order written.
  for (const def of symbols.parameters.values()) {
    const value = reader.type(def.value, { kind: 'constant' }, world);
    parameters.set(def.name.text, { name: def.name.text, def, value, type: value.type });
  }

  // 3. Datasets with their fields, then dimensions: formulas of metrics name both.
  const datasets = new Map<string, Dataset>();
  for (const name of symbols.datasets.keys()) {
    const dataset = table.dataset(name);
    if (dataset !== null) datasets.set(name, dataset);
  }
  for (const dimension of resolveDimensions(symbols.dimensions.values(), world, report))
    dimensions.set(dimension.name, dimension);

  // 4. Metrics, each after the metrics it needs.
  const needs = new Map<string, readonly string[]>();
  for (const def of symbols.metrics.values()) {
    const names = new Set<string>();
    // The unit of `target(kpi)` is that of what the KPI measures, which is needed too.
    const read = new Set<string>();
    const collect = (node: ScalarNode): void =>
      metricReferences(
        reader.parse(node),
        (name) => {
          if (symbols.metrics.has(name)) names.add(name);
        },
        (name) => {
          const kpi = symbols.kpis.get(name);
          if (kpi === undefined || read.has(name)) return;
          read.add(name);
          if (kpi.metric !== null && symbols.metrics.has(kpi.metric.text)) names.add(kpi.metric.text);
          else if (kpi.formula !== null) collect(kpi.formula);
        },
      );
    collect(def.formula);
    needs.set(def.name.text, [...names]);
  }
  const { order, cycles } = dependencyOrder(needs);
  for (const cycle of cycles) {
    const places = cycle.flatMap((name) => {
      const def = symbols.metrics.get(name);
      return def === undefined ? [] : [{ name, span: def.name.span }];
    });
    const diagnostic = definitionCycle('metric', places);
    if (diagnostic !== null) report(diagnostic);
  }
  const datasetsOfMetric = (name: string): readonly string[] => facts.get(name)?.datasets ?? [];
  const bindWorld = {
    joins: world.joins,
    dimensions,
    dataset: table.dataset,
    datasetNames: () => symbols.datasets.keys(),
    field: table.field,
  };
  const typeMetric = (name: string): void => {
    const def = symbols.metrics.get(name);
    if (def === undefined) return;
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
    const uses = new Set<string>();
    walkTyped(typed, (node) => {
      if (node.kind === 'metric') uses.add(node.metric);
    });
    metrics.set(name, { name, def, ...checked, uses: [...uses].sort(), datasets: inside });
    facts.set(name, { type: checked.type, formula: checked.formula, datasets: inside });
  };
  for (const name of order) typeMetric(name);
  // What is on a cycle, or needs what is, has the type unknown and says no more.
  for (const [name, def] of symbols.metrics) {
    if (metrics.has(name)) continue;
    const formula = unknownAt({ start: 0, end: def.formula.text.length });
    metrics.set(name, {
      name,
      def,
      formula,
      type: formula.type,
      percent: false,
      decimals: null,
      emptyZero: false,
      uses: needs.get(name) ?? [],
      datasets: [],
    });
    facts.set(name, { type: formula.type, formula, datasets: [] });
  }

  // 5. KPIs: metrics that somebody answers for.
  for (const kpi of typeKpis(symbols, metrics, reader, world, bindWorld, datasetsOfMetric, report))
    kpis.set(kpi.name, kpi);

  const graph: Omit<Graph, 'edges'> = {
    project: resolveProject(definitions.project, report),
    files,
    datasets,
    dimensions,
    metrics: inOrder(symbols.metrics.keys(), metrics),
    parameters,
    owners: symbols.owners,
    goals: symbols.goals,
    kpis,
    incentives: symbols.incentives,
    tests: symbols.tests,
    questions: symbols.questions,
    uses: symbols.uses,
    broken: symbols.broken,
    order: order.map((name) => `metric:${name}`),
  };
  return { value: { ...graph, edges: collectEdges(graph) }, diagnostics };
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
