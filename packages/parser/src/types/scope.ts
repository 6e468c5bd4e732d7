// Where a formula stands: what its names may mean, and how what is wrong is reported.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { DatasetDef, ParameterDef, SectionName } from '../shape/definitions.js';
import type { Range, Span } from '../source/source-file.js';
import type { JoinPaths } from './join-paths.js';
import type { Dataset, Dimension, Field } from './model.js';
import type { Type, Typed } from './typed.js';

/**
 * What may be named:
 * - `row`: fields of `base` and of what its references reach (inside an aggregate, in a field's formula);
 * - `metric`: metrics, parameters, aggregates;
 * - `condition`: dimensions and fields, for the rows of any dataset (`m where p`);
 * - `group`: metrics, and dimensions that are constant in a group (`avg(m per d where p)`, `having`);
 * - `constant`: parameters and literals.
 */
export type Position =
  | {
      readonly kind: 'row';
      readonly base: string;
      readonly parentOf: string | null;
      /** In an aggregate over children, which belongs to a field. */
      readonly inField?: boolean;
    }
  | { readonly kind: 'metric' }
  | { readonly kind: 'condition' }
  | { readonly kind: 'group' }
  | { readonly kind: 'constant' };

export interface Scope {
  readonly world: World;
  readonly position: Position;
  /** The place in its file of a range of the formula's text. */
  readonly at: (range: Range) => Span;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** What the checker knows of a project while it types formulas; fields are typed on demand. */
/** The keys of a table, without a copy of them. */
export interface Names extends Iterable<string> {
  readonly has: (name: string) => boolean;
}

export function namesIn(table: ReadonlyMap<string, unknown>): Names {
  return { has: (name) => table.has(name), [Symbol.iterator]: () => table.keys() };
}

export interface World {
  readonly datasetDefs: ReadonlyMap<string, DatasetDef>;
  readonly joins: JoinPaths;
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly parameters: ReadonlyMap<string, ParameterDef>;
  readonly metricNames: Names;
  readonly kpiNames: Names;
  readonly libraryNames: Names;
  /** False for the use of a library that is not there: what it would define is not known. */
  readonly isFound: (use: string) => boolean;
  /** Names of counted things: every dataset's `one`, every `counts:`, every such unit of a field. */
  readonly countedThings: ReadonlySet<string>;
  readonly hasExchangeRates: boolean;
  /** A definition that was written in a wrong shape and reported there: naming it is no second mistake. */
  readonly isBroken: (section: SectionName, name: string) => boolean;
  /** Some field of the dataset was written in a wrong shape: an unknown one may be that. */
  readonly missesFields: (dataset: string) => boolean;
  /** Null where the dataset or the field does not exist. */
  readonly field: (dataset: string, field: string) => Field | null;
  readonly fieldNames: (dataset: string) => readonly string[];
  readonly dataset: (name: string) => Dataset | null;
  readonly metric: (name: string) => MetricFacts | null;
  readonly kpi: (name: string) => Type | null;
  readonly parameter: (name: string) => Type | null;
  /** Its default. */
  readonly parameterValue: (name: string) => Typed | null;
}

export interface MetricFacts {
  readonly type: Type;
  readonly formula: Typed;
  /** Datasets aggregated, directly or through metrics. */
  readonly datasets: readonly string[];
  readonly additive: boolean;
  readonly addsOverTime: boolean;
}

export function within(scope: Scope, position: Position): Scope {
  return { ...scope, position };
}
