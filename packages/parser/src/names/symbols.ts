// One table of names per kind of definition. Two definitions of one name are reported; the first one counts.
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type {
  DatasetDef,
  Definitions,
  DimensionDef,
  GoalDef,
  IncentiveDef,
  KpiDef,
  LibraryUseDef,
  Located,
  MetricDef,
  OwnerDef,
  ParameterDef,
  QuestionDef,
  TestDef,
} from '../shape/definitions.js';
import { duplicateName } from './errors.js';

export interface Symbols {
  readonly datasets: ReadonlyMap<string, DatasetDef>;
  readonly dimensions: ReadonlyMap<string, DimensionDef>;
  /** Metrics and parameters share one namespace: a formula names both the same way. */
  readonly metrics: ReadonlyMap<string, MetricDef>;
  readonly parameters: ReadonlyMap<string, ParameterDef>;
  readonly owners: ReadonlyMap<string, OwnerDef>;
  readonly goals: ReadonlyMap<string, GoalDef>;
  readonly kpis: ReadonlyMap<string, KpiDef>;
  readonly incentives: ReadonlyMap<string, IncentiveDef>;
  readonly tests: ReadonlyMap<string, TestDef>;
  readonly questions: ReadonlyMap<string, QuestionDef>;
  readonly uses: ReadonlyMap<string, LibraryUseDef>;
  /**
   * What was written in a wrong shape and reported there: `metrics/revenue` for a definition that is not in the tables,
   * `kpis/cac/owner` for a part that is missing from one. Nothing more is said about their absence.
   */
  readonly broken: ReadonlySet<string>;
}

/** Whether an unknown field of a dataset may be one that was written in a wrong shape. */
export function missesFields(broken: ReadonlySet<string>, dataset: string): boolean {
  return broken.has(`datasets/${dataset}`) || broken.has(`datasets/${dataset}/fields`);
}

export function collectSymbols(definitions: Definitions): Outcome<Symbols> {
  const diagnostics: Diagnostic[] = [];
  const table = <T extends { readonly name: Located }>(
    kind: string,
    defs: readonly T[],
    others: ReadonlyMap<string, { readonly name: Located }> = new Map(),
  ): ReadonlyMap<string, T> => {
    const map = new Map<string, T>();
    for (const def of defs) {
      const first = map.get(def.name.text) ?? others.get(def.name.text);
      if (first === undefined) map.set(def.name.text, def);
      else diagnostics.push(duplicateName(kind, def.name, first.name));
    }
    return map;
  };
  const metrics = table('metric', definitions.metrics);
  return {
    value: {
      datasets: table('dataset', definitions.datasets),
      dimensions: table('dimension', definitions.dimensions),
      metrics,
      parameters: table('parameter', definitions.parameters, metrics),
      owners: table('owner', definitions.owners),
      goals: table('goal', definitions.goals),
      kpis: table('kpi', definitions.kpis),
      incentives: table('incentive', definitions.incentives),
      tests: table('test', definitions.tests),
      questions: table('question', definitions.questions),
      uses: table('library use', definitions.uses),
      broken: new Set(
        definitions.broken.map((part) =>
          [part.section, part.name.text, ...(part.key === null ? [] : [part.key])].join('/'),
        ),
      ),
    },
    diagnostics,
  };
}
