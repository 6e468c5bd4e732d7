// What the workers give to the panes: plain data, ready to be shown. The page computes nothing of it.
import type { Status } from '@sextant/parser';
import type { KpiPart, GoalPart } from '@sextant/engine/browser';

/** What is wrong with a question or the data, with the text that it points into. */
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  /** A file of the project, or the part of the question: `--where`. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** `sales.kpi.yaml:12` */
  readonly place: string;
  readonly notes: readonly string[];
  readonly help: string | null;
}

/** A number as it is shown, with all of its digits where it is rounded. */
export interface Shown {
  readonly text: string;
  readonly exact: string | null;
  readonly unit: string;
  readonly approximate: boolean;
  /** Why there is none, in words; null where there is a value. */
  readonly missing: string | null;
}

export interface ScorecardView {
  readonly asOf: string;
  readonly counts: readonly { readonly status: Status; readonly count: number }[];
  readonly goals: readonly GoalView[];
  readonly kpis: readonly KpiCardView[];
  readonly incentives: readonly IncentiveView[];
  readonly notes: readonly Finding[];
}

export interface GoalView extends GoalPart {
  readonly score: Shown | null;
}

export interface IncentiveView {
  readonly name: string;
  readonly title: string;
  readonly participants: readonly string[];
  readonly score: Shown;
  readonly payout: Shown;
  readonly gate: string | null;
  readonly provisional: boolean;
}

export interface SlicesView {
  readonly titles: readonly string[];
  readonly rows: readonly {
    readonly keys: readonly (string | null)[];
    readonly value: string;
    readonly aim: string;
    readonly score: string;
    readonly status: Status;
  }[];
}

export interface KpiCardView {
  readonly part: KpiPart;
  readonly value: Shown;
  readonly aim: { readonly label: string; readonly shown: Shown } | null;
  readonly score: Shown | null;
  readonly trend: {
    readonly direction: 'improving' | 'worsening' | 'flat';
    readonly text: string;
    readonly versus: string;
  } | null;
  /** 0 to 1 and how far it should be, for a bar; null where there is no score. */
  readonly bar: { readonly share: number; readonly due: number | null } | null;
  readonly slices: SlicesView | null;
  /** SVG of the history, small and large, and the history as a table. */
  readonly spark: string;
  readonly chart: string;
}

export interface AskView {
  readonly columns: readonly ColumnView[];
  readonly rows: readonly RowView[];
  readonly asOf: string;
  readonly chart: ChartView | null;
  readonly notes: readonly Finding[];
  /** All digits, as `kpi eval --format csv` writes them. */
  readonly csv: string;
}

export type ColumnView =
  | { readonly kind: 'bucket' | 'key'; readonly name: string }
  | {
      readonly kind: 'metric';
      readonly name: string;
      readonly title: string | null;
      readonly unit: string;
      /** Groups share rows: values must not be added up. */
      readonly overlapping: boolean;
    };

export interface RowView {
  readonly bucket: { readonly label: string; readonly complete: boolean } | null;
  readonly keys: readonly (string | null)[];
  readonly cells: readonly Shown[];
}

/** One picture per metric, all over the same axis. */
export interface ChartView {
  readonly kind: 'lines' | 'bars';
  /** Labels along the axis: buckets, or groups. */
  readonly labels: readonly { readonly text: string; readonly complete: boolean }[];
  readonly series: readonly string[];
  readonly panels: readonly PanelView[];
  /** How many series or groups are not drawn. */
  readonly left: number;
}

export interface PanelView {
  readonly metric: number;
  readonly title: string;
  readonly unit: string;
  /** Round values along the value axis; 0 is the bottom, 1 the top. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  readonly zero: number;
  /** By series, then by label: 0 to 1; null is no value. */
  readonly points: readonly (readonly (PointView | null)[])[];
}

export interface PointView {
  readonly at: number;
  /** The row of the answer. */
  readonly row: number;
  readonly shown: Shown;
}

export interface SqlView {
  readonly kind: 'sql' | 'rows' | 'nothing';
  readonly statements: readonly string[];
}

export interface ExplainView {
  readonly title: string;
  readonly name: string;
  readonly kind: 'metric' | 'kpi' | 'formula';
  readonly period: string;
  readonly asOf: string;
  readonly where: string | null;
  readonly value: Shown;
  /** The definition in plain English, in sentences. */
  readonly words: readonly string[];
  /** How a KPI stands, in sentences. */
  readonly standing: { readonly status: Status; readonly because: readonly string[] } | null;
  readonly tree: ExplainRow;
  readonly change: ChangeView | null;
  readonly notes: readonly Finding[];
}

export interface PlaceView {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface ExplainRow {
  readonly id: string;
  /** `÷`, `−`; empty for most. */
  readonly sign: string;
  /** Of a metric; empty for a part of a formula. */
  readonly metric: string;
  readonly title: string;
  readonly formula: string;
  readonly shown: Shown;
  readonly place: PlaceView | null;
  readonly details: readonly string[];
  readonly children: readonly ExplainRow[];
}

export interface ChangeView {
  readonly before: { readonly label: string; readonly shown: Shown };
  readonly after: { readonly label: string; readonly shown: Shown };
  readonly change: Shown;
  readonly relative: Shown | null;
  readonly effects: readonly EffectRow[];
  readonly segments: readonly SegmentView[];
  readonly left: readonly string[];
}

export interface EffectRow {
  readonly depth: number;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly effect: string;
  readonly share: string;
  /** -1 to 1, against the largest effect: for a bar. */
  readonly bar: number;
  readonly place: PlaceView | null;
}

export interface SegmentView {
  readonly dimension: string;
  readonly kind: 'additive' | 'mix_rate' | 'leave_one_out';
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string | null; readonly texts: readonly string[]; readonly bar: number }[];
  readonly note: string | null;
}

export interface TestsView {
  readonly results: readonly TestView[];
  readonly coverage: readonly {
    readonly what: string;
    readonly reached: number;
    readonly all: number;
    readonly missing: readonly { readonly text: string; readonly why: string; readonly place: PlaceView }[];
  }[];
  readonly engines: readonly string[];
}

export interface TestView {
  readonly name: string;
  readonly place: PlaceView;
  readonly passed: boolean;
  readonly expectations: readonly {
    readonly asks: string;
    readonly passed: boolean;
    readonly place: PlaceView;
    readonly differences: readonly {
      readonly what: string;
      readonly expected: string;
      readonly got: readonly { readonly executor: string | null; readonly text: string }[];
    }[];
  }[];
  readonly findings: readonly Finding[];
}

/** What there is to be asked. */
export interface OutlineView {
  readonly project: string;
  readonly currency: string | null;
  /** Where data lies, below the project's root; empty: beside it. */
  readonly dataFolder: string;
  readonly metrics: readonly OutlineEntry[];
  readonly kpis: readonly OutlineEntry[];
  readonly dimensions: readonly OutlineEntry[];
  readonly datasets: readonly DatasetEntry[];
  readonly questions: readonly OutlineEntry[];
  readonly levels: readonly string[];
  readonly tests: number;
}

export interface OutlineEntry {
  readonly name: string;
  readonly title: string | null;
  /** `EUR/customer`, `percent`. */
  readonly unit: string;
}

export interface DatasetEntry {
  readonly name: string;
  /** `orders.csv`, below the project's data folder. */
  readonly from: string | null;
  readonly place: PlaceView;
}

export interface GraphView {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly GraphNodeView[];
  readonly edges: readonly GraphEdgeView[];
}

export interface GraphNodeView {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly title: string | null;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly place: PlaceView | null;
}

/** From data to people: `to` changes when `from` does. */
export interface GraphEdgeView {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  /** As a path of SVG. */
  readonly path: string;
}

export interface DiffView {
  readonly changes: readonly DiffChangeView[];
  readonly files: readonly string[];
  readonly same: boolean;
}

export interface DiffChangeView {
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'renamed' | 'changed';
  readonly node: string;
  readonly name: string;
  readonly nameBefore: string | null;
  readonly title: string | null;
  readonly verdict: string;
  readonly place: PlaceView | null;
  readonly details: readonly {
    readonly key: string;
    readonly verdict: string;
    readonly before: string | null;
    readonly after: string | null;
    readonly why: string | null;
  }[];
  readonly reaches: readonly { readonly kind: string; readonly names: readonly string[] }[];
  readonly ask: readonly { readonly owner: string; readonly contact: string | null }[];
}

/** By the id of a change. */
export interface ExamplesView {
  readonly examples: readonly ExampleView[];
}

/** A few rows over which the two versions differ, or that none were found so far, which is no proof. */
export type ExampleView =
  | {
      readonly kind: 'found';
      readonly change: string;
      /** `metric revenue`: what is asked, where it is not what changed. */
      readonly of: string;
      readonly before: string;
      readonly after: string;
      /** Both have no value, for different reasons. */
      readonly onlyReason: boolean;
      /** A section `tests:` with the rows and the new value. */
      readonly test: string;
    }
  | { readonly kind: 'none'; readonly change: string; readonly trials: number };
