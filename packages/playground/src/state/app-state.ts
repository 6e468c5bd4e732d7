// All that the page knows, as one immutable value: what is open, what is asked, what came back.
import type { SourceFile } from '@sextant/parser';
import type { Progress } from '../rpc/messages.js';
import type { Problem } from '../language/methods.js';
import type {
  AskView,
  DiffView,
  ExamplesView,
  ExplainView,
  Finding,
  GraphView,
  OutlineView,
  ScorecardView,
  SqlView,
  TestsView,
} from './views.js';

export const PANES = ['scorecard', 'result', 'explain', 'graph', 'sql', 'tests', 'diff'] as const;
export type PaneId = (typeof PANES)[number];

export type Theme = 'system' | 'light' | 'dark' | 'contrast';

/** A file of data. Its bytes stay where they are until somebody reads them. */
export interface DataFile {
  /** Below the project's root: `data/orders.csv`. */
  readonly path: string;
  readonly blob: Blob;
  /** Counts up when the file is replaced. */
  readonly version: number;
}

/** Where the open project came from. */
export type Origin =
  | { readonly kind: 'example'; readonly id: string }
  | { readonly kind: 'link' }
  /** A folder on this machine, served by `kpi playground`. */
  | { readonly kind: 'folder'; readonly name: string }
  | { readonly kind: 'blank' };

export interface OpenProject {
  /** Counts up when another project is opened. */
  readonly id: number;
  readonly origin: Origin;
  readonly files: readonly SourceFile[];
  /** Files of libraries that came with it: read, never edited. */
  readonly libraries: readonly SourceFile[];
  readonly data: readonly DataFile[];
  /** The files as they were opened: what the diff compares with, and what a reset returns to. */
  readonly opened: readonly SourceFile[];
  readonly openedData: readonly DataFile[];
}

/** A question as it stands in its form. */
export interface Asked {
  readonly metrics: readonly string[];
  readonly by: readonly string[];
  readonly grain: string;
  readonly from: string;
  readonly to: string;
  readonly where: string;
  /** What a named question says besides; kept until the form is changed. */
  readonly having: string;
  readonly order: readonly string[];
  readonly limit: number | null;
  readonly parameters: Readonly<Record<string, string>>;
  /** The named question that the form was filled from; empty: none. */
  readonly named: string;
}

/** What is to be explained. */
export interface Explaining {
  readonly kind: 'metric' | 'kpi' | 'formula';
  readonly name: string;
  /** A period; empty: all that is known, or a KPI's own. */
  readonly at: string;
  /** A period to compare with, or `prior`; empty: none. */
  readonly versus: string;
  readonly where: string;
}

/** Who computes. */
export type EngineName = 'reference' | 'duckdb';
export type EngineChoice = 'auto' | EngineName;

/** An answer of the engine. What was there before stays to be seen while a new one is computed. */
export type Answer<T> =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'running';
      readonly key: string;
      readonly before: Done<T> | null;
      readonly progress: Progress | null;
    }
  | Done<T>
  /** The question or the data is wrong; what is wrong is said. */
  | { readonly kind: 'refused'; readonly key: string; readonly findings: readonly Finding[] }
  /** A fault of ours, or of the worker. */
  | { readonly kind: 'failed'; readonly key: string; readonly message: string }
  | { readonly kind: 'cancelled'; readonly key: string; readonly before: Done<T> | null };

export interface Done<T> {
  readonly kind: 'done';
  readonly key: string;
  readonly value: T;
  readonly engine: EngineName | null;
  readonly milliseconds: number;
}

export interface Answers {
  readonly scorecard: Answer<ScorecardView>;
  readonly result: Answer<AskView>;
  readonly explain: Answer<ExplainView>;
  readonly sql: Answer<SqlView>;
  readonly tests: Answer<TestsView>;
  readonly graph: Answer<GraphView>;
  readonly diff: Answer<DiffView>;
  /** Rows that show what the diff says. */
  readonly examples: Answer<ExamplesView>;
}

/** What the language worker says of the files. */
export interface Checked {
  /** The edit that it saw, counted; -1 before the first. */
  readonly revision: number;
  readonly problems: readonly Problem[];
  readonly errors: number;
  readonly warnings: number;
  readonly outline: OutlineView;
}

export type Agreement =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'running'; readonly progress: Progress | null }
  | { readonly kind: 'agree'; readonly key: string; readonly milliseconds: number }
  | { readonly kind: 'differ'; readonly key: string; readonly cells: readonly string[] }
  | { readonly kind: 'failed'; readonly message: string };

export type Dialog =
  | { readonly kind: 'gallery' }
  | { readonly kind: 'share' }
  | { readonly kind: 'file'; readonly path: string | null }
  | { readonly kind: 'upload' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'offline' }
  /** The page about a code. */
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'conflict'; readonly paths: readonly string[] }
  /** A file of a library, at a line. */
  | { readonly kind: 'library'; readonly path: string; readonly line: number };

export interface Notice {
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'bad';
  readonly undo: (() => void) | null;
}

export interface AppState {
  readonly project: OpenProject;
  /** Counts edits of definitions and data; the workers answer for a revision. */
  readonly revision: number;
  readonly dataRevision: number;
  readonly active: string;
  readonly pane: PaneId;
  /** ISO day. */
  readonly asOf: string;
  readonly asked: Asked;
  readonly explaining: Explaining | null;
  /** The KPI of which the scorecard shows everything; null: all of them as cards. */
  readonly kpi: string | null;
  /** The node that the graph looks at: `metric:revenue`. */
  readonly focus: string | null;
  /** The kinds of nodes that it shows. */
  readonly graphKinds: readonly string[];
  /** Only what the node in focus is made of and what is made of it. */
  readonly graphNear: boolean;
  readonly engine: EngineChoice;
  /** Tests are run on both engines; that takes its time. */
  readonly testsOnBoth: boolean;
  readonly checked: Checked;
  readonly answers: Answers;
  readonly agreement: Agreement;
  readonly theme: Theme;
  /** The system wants dark. */
  readonly dark: boolean;
  /** The editor's part of the width, 0 to 1. */
  readonly split: number;
  readonly bottom: { readonly open: boolean; readonly tab: 'problems' | 'data' };
  readonly lessonOpen: boolean;
  /** On narrow screens one side is shown at a time. */
  readonly side: 'editor' | 'answers';
  readonly dialog: Dialog | null;
  readonly notice: Notice | null;
  readonly offline: 'unknown' | 'ready';
}
