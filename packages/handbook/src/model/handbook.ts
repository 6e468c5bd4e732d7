// All that a handbook shows, as plain data. Pages compute nothing: they lay out what stands here.
import type { NumberStyle, ReportModel } from '@sextant/engine';
import type { NodeKind } from '@sextant/parser';

/** A project, or libraries side by side: one part each. */
export interface Handbook {
  readonly title: string;
  readonly description: string | null;
  readonly parts: readonly Part[];
}

export interface Part {
  /** The folder of its pages, with a slash at its end; empty where the handbook has one part. */
  readonly folder: string;
  readonly kind: 'project' | 'library';
  readonly name: string;
  readonly title: string;
  readonly description: string | null;
  readonly version: string | null;
  /** The day to whose end the numbers are known; null without data. */
  readonly asOf: string | null;
  /** What somebody who uses the library has to give. */
  readonly inputs: readonly InputEntry[];
  readonly metrics: readonly MetricEntry[];
  readonly kpis: readonly KpiEntry[];
  readonly goals: readonly GoalEntry[];
  readonly owners: readonly OwnerEntry[];
  readonly datasets: readonly DatasetEntry[];
  readonly dimensions: readonly DimensionEntry[];
  readonly parameters: readonly ParameterEntry[];
}

/** Pages that a name leads to. What has no page of its own leads to its row on one. */
export interface Link {
  /** From the root of the handbook: `metrics/cac.html`. */
  readonly href: string;
  readonly kind: NodeKind;
  readonly name: string;
  readonly title: string;
}

interface Entry {
  readonly link: Link;
  readonly description: string | null;
  /** `sales.kpi.yaml:14`. */
  readonly place: string;
  readonly lineage: Lineage | null;
}

export interface InputEntry {
  readonly name: string;
  readonly kind: 'metric' | 'dataset' | 'dimension';
  /** In words: `money per counted thing`. */
  readonly needs: string;
  readonly description: string | null;
  /** Of a dataset. */
  readonly fields: readonly { readonly name: string; readonly needs: string }[];
}

export interface MetricEntry extends Entry {
  readonly question: string | null;
  readonly aliases: readonly string[];
  /** Sentences without full stops, made of the formula. */
  readonly words: readonly string[];
  readonly formula: string;
  readonly unit: string;
  /** Over groups, over time, both or none; in words. */
  readonly adds: string;
  readonly direction: string | null;
  readonly owner: Link | null;
  readonly sources: readonly string[];
  readonly mistake: string | null;
  readonly guardrails: readonly Link[];
  readonly madeOf: readonly Link[];
  readonly usedBy: readonly Link[];
  readonly datasets: readonly Link[];
  /** Where it is an instance of a library's: which. */
  readonly library: string | null;
  /** The library gives it, or whoever uses the library does. */
  readonly isInput: boolean;
  readonly numbers: MetricNumbers | null;
  readonly examples: readonly Example[];
}

/** What a metric was in the last months. */
export interface MetricNumbers {
  readonly style: NumberStyle & { readonly unit: string };
  readonly months: readonly MonthCell[];
  /** Why there are no months, in words; null where there are some. */
  readonly none: string | null;
  /** The last month that is over, from its parts. */
  readonly worked: Worked | null;
}

export interface MonthCell {
  readonly label: string;
  readonly complete: boolean;
  /** Exact decimal text. */
  readonly value: string | null;
  /** In words; null where there is a value. */
  readonly reason: string | null;
  readonly approximate: boolean;
}

export interface Worked {
  readonly period: string;
  readonly root: WorkedNode;
}

export interface WorkedNode {
  /** What the node is to the one above: `÷`, `+`, `now`; empty for the first. */
  readonly sign: string;
  readonly metric: Link | null;
  readonly label: string;
  readonly value: string | null;
  readonly reason: string | null;
  readonly style: NumberStyle & { readonly unit: string };
  /** `orders: 2026-05-01 to 2026-05-31, 29 of 30 rows`. */
  readonly facts: readonly string[];
  readonly children: readonly WorkedNode[];
}

/** A test of the project, as an example with numbers. */
export interface Example {
  readonly name: string;
  readonly given: readonly Table[];
  /** `2026-03, channel = web`. */
  readonly expected: readonly { readonly of: string; readonly value: string }[];
}

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Rows that are not shown. */
  readonly more: number;
}

export interface KpiEntry extends Entry {
  readonly question: string | null;
  readonly aliases: readonly string[];
  readonly words: readonly { readonly title: string; readonly sentences: readonly string[] }[];
  readonly metric: Link | null;
  readonly formulas: readonly { readonly role: string; readonly text: string; readonly place: string }[];
  readonly goal: Link | null;
  readonly owner: Link | null;
  readonly contributors: readonly Link[];
  readonly guardrails: readonly Link[];
  readonly playbook: readonly { readonly status: string; readonly text: string }[];
  readonly review: string | null;
  /** How it stands; null without data. */
  readonly reading: ReportModel['kpis'][number] | null;
}

export interface GoalEntry extends Entry {
  readonly parent: Link | null;
  readonly children: readonly Link[];
  readonly owner: Link | null;
  readonly period: string | null;
  readonly kpis: readonly Link[];
  readonly reading: ReportModel['goals'][number] | null;
}

export interface OwnerEntry extends Entry {
  readonly kind: string | null;
  readonly contact: string | null;
  readonly team: Link | null;
  readonly members: readonly Link[];
  readonly kpis: readonly Link[];
  readonly contributesTo: readonly Link[];
  readonly goals: readonly Link[];
  readonly metrics: readonly Link[];
}

export interface DatasetEntry extends Entry {
  readonly one: string;
  readonly source: string | null;
  readonly key: readonly string[];
  /** `rows lie in time by `ordered_at``, in words. */
  readonly time: string;
  readonly fields: readonly FieldEntry[];
  readonly metrics: readonly Link[];
}

export interface FieldEntry {
  readonly name: string;
  readonly type: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly formula: string | null;
  readonly values: readonly string[];
  readonly references: Link | null;
  readonly optional: boolean;
}

export interface DimensionEntry extends Entry {
  readonly type: string;
  readonly fields: readonly string[];
  readonly values: readonly string[];
}

export interface ParameterEntry extends Entry {
  readonly value: string;
  readonly usedBy: readonly Link[];
}

/** A picture of what leads to a node and where it leads. Sizes and places are pixels. */
export interface Lineage {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly LineageNode[];
  readonly edges: readonly { readonly path: string }[];
  /** Nodes that are not shown because they would be too many. */
  readonly hidden: number;
}

export interface LineageNode {
  readonly link: Link;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isSubject: boolean;
}
