// What a project says, section by section, with places: the outcome of the shape stage.
// Formulas are still scalars; names are still texts. A missing part is null, a part in a wrong shape was reported and is null.
import type { ScalarNode } from '../yaml/tree.js';
import type { Span } from '../source/source-file.js';

/** A text that stands in a file. */
export interface Located {
  readonly text: string;
  readonly span: Span;
}

/** A whole number or a flag that was read from a text exactly. */
export interface LocatedValue<T> {
  readonly value: T;
  readonly span: Span;
}

/** What most definitions carry. */
export interface Described {
  readonly title: Located | null;
  readonly description: Located | null;
  /** `ignore: { KPI6010: why }`: warnings that are not said of this definition. */
  readonly ignore: readonly IgnoreDef[] | null;
}

export interface IgnoreDef {
  readonly code: Located;
  readonly reason: Located;
}

/** What a library says of itself; nothing else in its files says that they are one. */
export interface LibraryDef {
  readonly name: Located;
  readonly version: Located | null;
  readonly title: Located | null;
  readonly description: Located | null;
  /** Definitions of the library that who uses it replaces: metrics, datasets and dimensions. */
  readonly inputs: readonly InputDef[];
  readonly span: Span;
}

export interface InputDef {
  readonly name: Located;
  readonly description: Located | null;
}

/** Where a definition that a library makes comes from. */
export interface Origin {
  /** The name of the use. */
  readonly alias: string;
  /** The folder of the library: `std/marketing`. */
  readonly folder: string;
  readonly library: string;
  readonly version: string | null;
  /** In the library. */
  readonly name: string;
  /** In the project: what is wrong with the definition is said there. */
  readonly place: Span;
}

export interface ProjectDef {
  readonly name: Located | null;
  readonly calendar: CalendarDef;
  /** ISO 4217 code of the reporting currency. */
  readonly currency: Located | null;
  /** The folder, relative to the project's root, in which relative `from:` paths start. Default `.`. */
  readonly data: Located | null;
  readonly connections: readonly ConnectionDef[];
  readonly exchangeRates: ExchangeRatesDef | null;
  /** Severity per code, with the reason that switching a warning off needs. */
  readonly severities: readonly SeverityDef[];
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

export interface CalendarDef {
  /** IANA name; default `UTC`. */
  readonly timezone: Located | null;
  readonly weekStarts: LocatedValue<Weekday> | null;
  /** 1 to 12; the fiscal year is named by the calendar year in which it ends. Default 1. */
  readonly fiscalYearStarts: LocatedValue<number> | null;
}

export interface ConnectionDef {
  readonly name: Located;
  readonly type: Located | null;
  readonly file: Located | null;
}

export interface ExchangeRatesDef {
  readonly dataset: Located;
  readonly from: Located;
  readonly to: Located;
  readonly at: Located;
  readonly rate: Located;
  readonly span: Span;
}

export interface SeverityDef {
  readonly code: Located;
  readonly severity: LocatedValue<'error' | 'warning' | 'info' | 'off'>;
  readonly reason: Located | null;
}

export interface DatasetDef extends Described {
  readonly name: Located;
  readonly from: SourceDef | null;
  /** What one row is, for counting; default the dataset's name. */
  readonly one: Located | null;
  /** Fields that identify a row; empty where none is declared. */
  readonly key: readonly Located[];
  /** The default time: a field, a path over references, or `none`. */
  readonly time: Located | null;
  /** Zone of wall-clock times, where `time` is a datetime. */
  readonly timezone: Located | null;
  /** Snapshots: the field with the date of the state. */
  readonly snapshot: Located | null;
  /** Intervals, half-open. */
  readonly valid: ValidDef | null;
  /** When a row became known, where that is not its `time`. */
  readonly knownAt: Located | null;
  readonly plan: LocatedValue<boolean> | null;
  /** The calendar level of a plan's rows, which forbids finer buckets without `spread`. */
  readonly grain: Located | null;
  /** First day of history; default the first day of the month of the first row. */
  readonly starts: Located | null;
  /** `3 days`: without a row within this time of as_of the dataset is stale. */
  readonly freshWithin: Located | null;
  /** A calendar dataset: one row per day, fields that name the bucket of each level. */
  readonly calendar: { readonly day: Located; readonly levels: readonly Located[] } | null;
  readonly fields: readonly FieldDef[];
  readonly span: Span;
}

export interface ValidDef {
  readonly from: Located;
  readonly until: Located | null;
  /** `until: next`: a row ends at the next row of the same `each`. */
  readonly untilNext: boolean;
  readonly each: Located | null;
  readonly span: Span;
}

/** A path or glob below the data folder, or a table of a connection. Null on a dataset in tests-only projects is reported. */
export type SourceDef =
  | { readonly kind: 'files'; readonly path: Located; readonly options: FileOptionsDef }
  | { readonly kind: 'table'; readonly connection: Located; readonly table: Located };

/** For `from: { path: x.csv, delimiter: ";", decimal: ",", null: "NA" }`. */
export interface FileOptionsDef {
  readonly format: LocatedValue<'csv' | 'tsv' | 'json' | 'ndjson' | 'parquet'> | null;
  readonly delimiter: Located | null;
  readonly nullText: Located | null;
}

export interface FieldDef extends Described {
  readonly name: Located;
  /** The declared type; null for a formula field without one. */
  readonly type: FieldTypeDef | null;
  /** The source's column where it is named otherwise. */
  readonly column: Located | null;
  readonly optional: boolean;
  readonly values: readonly Located[] | null;
  readonly references: ReferenceDef | null;
  readonly formula: ScalarNode | null;
  /** The field that holds each row's ISO 4217 code. */
  readonly currency: Located | null;
  /** What a distinct count of this field counts. */
  readonly counts: Located | null;
  readonly span: Span;
}

/** `decimal(2) EUR`, `integer order`, `text`. */
export interface FieldTypeDef {
  readonly base: 'text' | 'integer' | 'decimal' | 'float' | 'boolean' | 'date' | 'datetime' | 'timestamp';
  /** Digits after the point; null unless decimal. */
  readonly scale: number | null;
  /** The unit as written, to be read by the types stage. */
  readonly unit: Located | null;
  readonly span: Span;
}

export interface ReferenceDef {
  readonly dataset: Located;
  /** The role that tells two references to one dataset apart. */
  readonly as: Located | null;
}

export interface DimensionDef extends Described {
  readonly name: Located;
  /** `dataset.field` or `dataset.role.field`, each as written. */
  readonly fields: readonly Located[];
  readonly span: Span;
}

export interface MetricDef extends Described {
  readonly name: Located;
  readonly formula: ScalarNode;
  /** Checked against the inferred unit. */
  readonly unit: Located | null;
  readonly format: LocatedValue<'number' | 'percent'> | null;
  readonly decimals: LocatedValue<number> | null;
  /** `empty: 0`. */
  readonly empty: Located | null;
  readonly owner: Located | null;
  /** The question that it answers, in plain words. */
  readonly question: Located | null;
  /** Other names and abbreviations that people use: `CAC`. */
  readonly aliases: readonly Located[] | null;
  /** Where better is. A KPI says its own; one that says otherwise is looked at twice. */
  readonly direction: LocatedValue<'up' | 'down' | 'range' | 'neither'> | null;
  /** Metrics that must not suffer for it: what the guardrails of its KPIs should measure. */
  readonly guardrails: readonly Located[] | null;
  /** Who defines it so: a standard, a book, an address. */
  readonly source: readonly Located[] | null;
  /** The commonest mistake that is made with it. */
  readonly mistake: Located | null;
  /** Null where it is written in the project. */
  readonly origin: Origin | null;
  readonly span: Span;
}

export interface ParameterDef extends Described {
  readonly name: Located;
  /** The default, a constant formula. */
  readonly value: ScalarNode;
  /** Null where it is written in the project. */
  readonly origin: Origin | null;
  readonly span: Span;
}

export interface OwnerDef extends Described {
  readonly name: Located;
  readonly kind: LocatedValue<'team' | 'role' | 'person'> | null;
  readonly contact: Located | null;
  readonly team: Located | null;
  readonly span: Span;
}

export interface GoalDef extends Described {
  readonly name: Located;
  readonly parent: Located | null;
  readonly owner: Located | null;
  readonly period: Located | null;
  readonly weight: Located | null;
  readonly status: LocatedValue<'worst' | 'from_score'> | null;
  /** The bands of `from_score`: plain numbers, or null. */
  readonly onTrack: Located | null;
  readonly atRisk: Located | null;
  readonly missing: LocatedValue<'renormalise' | 'zero' | 'strict'> | null;
  readonly span: Span;
}

export interface KpiDef extends Described {
  readonly name: Located;
  readonly metric: Located | null;
  readonly formula: ScalarNode | null;
  readonly where: ScalarNode | null;
  readonly by: readonly Located[];
  readonly goal: Located | null;
  readonly owner: Located | null;
  readonly contributors: readonly Located[];
  readonly direction: LocatedValue<'up' | 'down' | 'range'> | null;
  /** A calendar level. */
  readonly every: Located | null;
  readonly baseline: ScalarNode | null;
  readonly target: TargetDef | null;
  readonly worst: ScalarNode | null;
  readonly atMost: ScalarNode | null;
  readonly atLeast: ScalarNode | null;
  readonly range: readonly [ScalarNode, ScalarNode] | null;
  readonly tolerance: ScalarNode | null;
  readonly curve: readonly (readonly [ScalarNode, ScalarNode])[] | null;
  readonly cap: ScalarNode | null;
  readonly spread: Located | null;
  readonly pacing: PacingDef | null;
  readonly status: StatusDef | null;
  readonly weight: Located | null;
  readonly guardrails: readonly GuardrailDef[];
  readonly review: { readonly every: Located | null; readonly last: Located | null; readonly span: Span } | null;
  readonly materiality: ScalarNode | null;
  readonly compare: Located | null;
  readonly benchmark: BenchmarkDef | null;
  readonly question: Located | null;
  readonly aliases: readonly Located[] | null;
  /** What to do at a status: `playbook: { off_track: ... }`. */
  readonly playbook: readonly PlayDef[] | null;
  readonly span: Span;
}

/** One formula for every period, or formulas by period, each of them one formula or formulas by group; or a dataset. */
export type TargetDef =
  | { readonly kind: 'formula'; readonly formula: ScalarNode }
  | { readonly kind: 'periods'; readonly periods: readonly TargetPeriodDef[]; readonly span: Span }
  | {
      readonly kind: 'dataset';
      readonly dataset: Located;
      readonly period: Located | null;
      readonly value: Located | null;
      readonly span: Span;
    };

export interface TargetPeriodDef {
  /** Compared as text with the periods of `every`. */
  readonly period: Located;
  readonly value: ScalarNode | null;
  readonly groups: readonly { readonly group: Located; readonly value: ScalarNode }[];
}

export type PacingDef =
  | { readonly kind: 'linear'; readonly span: Span }
  | { readonly kind: 'working_days'; readonly holidays: Located | null; readonly span: Span }
  | { readonly kind: 'like_prior_year'; readonly span: Span }
  | { readonly kind: 'steps'; readonly steps: readonly (readonly [Located, Located])[]; readonly span: Span };

export interface StatusDef {
  readonly basis: LocatedValue<'score' | 'pace' | 'forecast' | 'value'> | null;
  readonly onTrack: ScalarNode | null;
  readonly atRisk: ScalarNode | null;
  readonly span: Span;
}

export interface PlayDef {
  readonly status: Located;
  readonly text: Located;
}

export interface GuardrailDef {
  readonly kpi: Located;
  readonly atLeast: Located | null;
  readonly span: Span;
}

export interface BenchmarkDef {
  readonly population: Located | null;
  readonly year: Located | null;
  readonly source: Located | null;
  readonly value: ScalarNode | null;
  readonly percentiles: readonly { readonly at: Located; readonly value: ScalarNode }[];
  readonly span: Span;
}

export interface IncentiveDef extends Described {
  readonly name: Located;
  readonly participants: readonly Located[];
  readonly components: readonly {
    readonly kpi: Located | null;
    readonly goal: Located | null;
    readonly weight: Located | null;
    readonly span: Span;
  }[];
  readonly amount: ScalarNode | null;
  readonly curve: readonly (readonly [ScalarNode, ScalarNode])[];
  readonly gate: { readonly kpi: Located; readonly atLeast: Located | null; readonly span: Span } | null;
  readonly cap: ScalarNode | null;
  readonly span: Span;
}

export interface TestDef {
  readonly name: Located;
  readonly asOf: Located | null;
  readonly given: readonly GivenDef[];
  readonly expect: readonly ExpectationDef[];
  readonly parameters: readonly { readonly name: Located; readonly value: ScalarNode }[];
  readonly span: Span;
}

export interface GivenDef {
  readonly dataset: Located;
  readonly source:
    | {
        /** A cell's text is read like a cell of a CSV file, an empty one is no value. */
        readonly kind: 'rows';
        readonly rows: readonly (readonly { readonly field: Located; readonly value: Located | null }[])[];
      }
    /** A CSV or TSV file, relative to the project's root. */
    | { readonly kind: 'file'; readonly path: Located };
}

/** One cell of an answer, an answer as a table, how a KPI stands, or what the rows are reported for. */
export interface ExpectationDef {
  readonly metric: Located | null;
  readonly kpi: Located | null;
  /** The columns of a table. */
  readonly metrics: readonly Located[];
  /** A period such as `2026-03`, `2026`, `FY2027-Q1`, or `2026-01-01..2026-02-14`. */
  readonly over: Located | null;
  readonly where: ScalarNode | null;
  /** The group of one cell: `by: { channel: web }`. */
  readonly by: readonly { readonly dimension: Located; readonly value: Located | null }[];
  /** The dimensions of a table: `by: [channel]`. */
  readonly keys: readonly Located[];
  readonly grain: Located | null;
  /** The exact value, or `no value`. */
  readonly value: ScalarNode | null;
  readonly reason: Located | null;
  readonly status: Located | null;
  readonly score: ScalarNode | null;
  readonly target: ScalarNode | null;
  /** Rows of texts by column: a metric, a dimension, or the word of the grain. */
  readonly table: { readonly rows: readonly (readonly TableCellDef[])[]; readonly span: Span } | null;
  /** The code of a diagnostic that the rows or the question must raise. */
  readonly finding: Located | null;
  readonly span: Span;
}

export interface TableCellDef {
  readonly column: Located;
  /** Null where nothing stands behind the colon: the group without a value. */
  readonly value: ScalarNode | null;
}

export interface QuestionDef extends Described {
  readonly name: Located;
  readonly metrics: readonly Located[];
  readonly by: readonly Located[];
  readonly grain: Located | null;
  readonly from: Located | null;
  readonly to: Located | null;
  readonly over: Located | null;
  readonly where: ScalarNode | null;
  readonly having: ScalarNode | null;
  /** `revenue desc`, as written. */
  readonly order: readonly Located[];
  readonly limit: LocatedValue<number> | null;
  readonly asOf: Located | null;
  readonly parameters: readonly { readonly name: Located; readonly value: ScalarNode }[];
  readonly span: Span;
}

export interface LibraryUseDef {
  readonly name: Located;
  /** `std/marketing`, or a folder relative to the project's root. */
  readonly from: Located | null;
  /** The major version that the use was written for. */
  readonly version: Located | null;
  /** The metrics that are made; null for all. */
  readonly only: readonly Located[] | null;
  readonly with: readonly BindingDef[];
  /** The key `with`, or null where there is none. */
  readonly withPlace: Span | null;
  readonly span: Span;
}

/** What stands in the place of an input, or the value of a parameter. */
export interface BindingDef {
  readonly input: Located;
  /** The name of a metric, a dataset or a dimension; for a parameter a constant formula. */
  readonly value: ScalarNode;
  /** Of a dataset: fields that the project names otherwise than the library. */
  readonly fields: readonly FieldBindingDef[];
}

export interface FieldBindingDef {
  /** As the library names it. */
  readonly role: Located;
  readonly field: Located;
}

/** Everything a project's files say; order is file by file (sorted by path), then as written. */
export interface Definitions {
  readonly project: ProjectDef;
  /** Null where the files are those of a project and no library. */
  readonly library: LibraryDef | null;
  readonly datasets: readonly DatasetDef[];
  readonly dimensions: readonly DimensionDef[];
  readonly metrics: readonly MetricDef[];
  readonly parameters: readonly ParameterDef[];
  readonly owners: readonly OwnerDef[];
  readonly goals: readonly GoalDef[];
  readonly kpis: readonly KpiDef[];
  readonly incentives: readonly IncentiveDef[];
  readonly tests: readonly TestDef[];
  readonly questions: readonly QuestionDef[];
  readonly uses: readonly LibraryUseDef[];
  /** What was written and could not be read; it was reported, so that nothing more needs to be said about its absence. */
  readonly broken: readonly BrokenPart[];
}

export type SectionName =
  | 'datasets'
  | 'dimensions'
  | 'metrics'
  | 'parameters'
  | 'owners'
  | 'goals'
  | 'kpis'
  | 'incentives'
  | 'tests'
  | 'questions'
  | 'use';

export interface BrokenPart {
  readonly section: SectionName;
  readonly name: Located;
  /** A key of the definition that is null or lacks parts; null where all of the definition, or any key of it, may be missing. */
  readonly key: string | null;
}
