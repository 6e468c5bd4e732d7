// The typed dependency graph: the outcome of the parser, and all that the engine knows of a project.
import type {
  LibraryDef,
  LibraryUseDef,
  MetricDef,
  OwnerDef,
  ParameterDef,
  ProjectDef,
  QuestionDef,
  TestDef,
  Weekday,
} from '../shape/definitions.js';
import type { Goal, Incentive, Kpi } from './kpi.js';
import type { Dataset, Dimension } from '../types/model.js';
import type { Type, Typed } from '../types/typed.js';
import type { SourceFile, Span } from '../source/source-file.js';

export interface Graph {
  readonly project: Project;
  readonly files: readonly SourceFile[];
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly metrics: ReadonlyMap<string, Metric>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly owners: ReadonlyMap<string, OwnerDef>;
  readonly goals: ReadonlyMap<string, Goal>;
  readonly kpis: ReadonlyMap<string, Kpi>;
  readonly incentives: ReadonlyMap<string, Incentive>;
  readonly tests: ReadonlyMap<string, TestDef>;
  readonly questions: ReadonlyMap<string, QuestionDef>;
  /** The libraries that the project uses, by the names of their uses. */
  readonly uses: ReadonlyMap<string, LibraryUse>;
  /** Where the project is a library itself; else null. */
  readonly library: OwnLibrary | null;
  /** What was written in a wrong shape: names/symbols.ts says how it is named. */
  readonly broken: ReadonlySet<string>;
  readonly edges: readonly Edge[];
  /** Metrics (`metric:a`), each after what it needs; what is on a cycle is missing. */
  readonly order: readonly NodeId[];
}

/** `dataset:orders`, `field:orders.amount`, `dimension:region`, `metric:revenue`, `kpi:…`, `goal:…`, `owner:…`, `incentive:…`, `test:…`, `question:…`, `parameter:…`. */
export type NodeId = string;

export interface Edge {
  readonly from: NodeId;
  readonly to: NodeId;
  /** `from` ... `to`. */
  readonly kind:
    | 'contains'
    | 'references'
    | 'computes_from'
    | 'aggregates'
    | 'groups'
    | 'uses'
    | 'filters_by'
    | 'measures'
    | 'serves'
    | 'owned_by'
    | 'contributed_by'
    | 'part_of'
    | 'guarded_by'
    | 'tests'
    | 'asks'
    | 'targets'
    | 'pays'
    | 'converts_with';
}

export interface Project {
  readonly def: ProjectDef;
  readonly name: string;
  readonly timezone: string;
  readonly weekStarts: Weekday;
  readonly fiscalYearStarts: number;
  readonly currency: string | null;
  /** Folder below the project's root, `.` where none is named. */
  readonly data: string;
}

export interface Metric {
  readonly name: string;
  readonly def: MetricDef;
  readonly formula: Typed;
  /** With the declared unit where one is declared. Level `aggregate`, or `constant`. */
  readonly type: Type;
  readonly percent: boolean;
  readonly decimals: number | null;
  /** `empty: 0`: legal only where the formula is one aggregate. */
  readonly emptyZero: boolean;
  /** Names of the metrics that the formula names, directly. */
  readonly uses: readonly string[];
  /** Datasets aggregated, directly or through metrics. */
  readonly datasets: readonly string[];
  /** The values of disjoint groups add up to the value of the whole. */
  readonly additive: boolean;
  /** The values of the parts of a window add up to that of the whole: no state, no window of its own. */
  readonly addsOverTime: boolean;
}

/** The use of a library. */
export interface LibraryUse {
  readonly name: string;
  readonly def: LibraryUseDef;
  /** Null where none was found, which was reported. */
  readonly library: UsedLibrary | null;
}

export interface UsedLibrary {
  readonly folder: string;
  readonly name: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly version: string | null;
  /** The inputs that what is made needs. */
  readonly inputs: readonly BoundInput[];
  /** What is made, by its names in the library: `cpl` is the project's `marketing.cpl`. */
  readonly metrics: readonly string[];
  readonly parameters: readonly string[];
  /** All metrics that it could make. */
  readonly offers: readonly string[];
  /** Its name in its own file. */
  readonly place: Span;
}

export interface BoundInput {
  readonly name: string;
  /** In the library. */
  readonly place: Span;
  /** What has to stand for it, in words. */
  readonly needs: string;
  readonly kind: 'metric' | 'dataset' | 'dimension';
  readonly description: string | null;
  /** Of a metric: its stand-in is a sum that has no value where it has no rows, which the library was warned of. */
  readonly mayBeEmpty: boolean;
  /** What stands for it in the project; null where nothing does, which was reported. */
  readonly bound: string | null;
  /** Of a dataset, by the name in the library: fields that the project names otherwise. */
  readonly fields: ReadonlyMap<string, string>;
  /** Of a dataset: the fields that the library names, each with what it has to be. */
  readonly roles: OwnInput['fields'];
}

export interface OwnLibrary {
  readonly def: LibraryDef;
  readonly name: string;
  readonly version: string | null;
  readonly inputs: readonly OwnInput[];
}

export interface OwnInput {
  readonly name: string;
  readonly kind: 'metric' | 'dataset' | 'dimension';
  readonly description: string | null;
  /** What has to stand for it, in words: `money per counted thing`; of a dataset its fields. */
  readonly needs: string;
  /** Of a dataset: the fields that the library names, each with what it has to be. */
  readonly fields: readonly { readonly name: string; readonly needs: string }[];
}

export interface Parameter {
  readonly name: string;
  readonly def: ParameterDef;
  /** A constant. */
  readonly value: Typed;
  readonly type: Type;
}
