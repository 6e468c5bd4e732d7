// What the page asks the worker that owns the language service.
import type { Method, Params, Result } from '@sextant/language-service';
import type { SourceFile } from '@sextant/parser';
import type { DiffView, GraphView, OutlineView } from '../state/views.js';

export interface LanguageMethods {
  /** A method of the language service's own table. */
  readonly service: { readonly params: ServiceCall; readonly result: Result<Method> };
  /** What the numbers in semantic tokens mean. */
  readonly legend: { readonly params: null; readonly result: Legend };
  /** What KPIs and metrics are worth now, for whoever points at one. */
  readonly values: { readonly params: { readonly values: readonly KnownValue[] }; readonly result: null };
  /** All files of a project, or those that an edit touched; the answer is about all. */
  readonly files: { readonly params: FilesParams; readonly result: CheckReport };
  readonly graph: { readonly params: GraphParams; readonly result: GraphView };
  readonly diff: { readonly params: { readonly against: readonly SourceFile[] }; readonly result: DiffView };
  /** The text of a file, also of one of a library; null where there is none. */
  readonly text: { readonly params: { readonly path: string }; readonly result: string | null };
  /** All files in the style of `kpi fmt`, those alone that change. */
  readonly formatAll: { readonly params: null; readonly result: readonly SourceFile[] };
}

/** The parameters are those of the method: `editor/adapter/ask.ts` alone makes such calls. */
export interface ServiceCall {
  readonly method: Method;
  readonly params: Params<Method>;
}

export interface Legend {
  readonly types: readonly string[];
  readonly modifiers: readonly string[];
}

export interface KnownValue {
  readonly kind: 'metric' | 'kpi';
  readonly name: string;
  readonly text: string;
}

export interface FilesParams {
  readonly revision: number;
  /** Another project: what was known is forgotten. */
  readonly fresh: boolean;
  readonly changed: readonly SourceFile[];
  readonly deleted: readonly string[];
  /** Files of libraries that came with the project; null where they are what they were. */
  readonly libraries: readonly SourceFile[] | null;
  /** Today as `2026-01-31`, for periods that are proposed. */
  readonly today: string;
}

export interface CheckReport {
  readonly revision: number;
  readonly problems: readonly Problem[];
  readonly errors: number;
  readonly warnings: number;
  readonly outline: OutlineView;
  readonly milliseconds: number;
}

export interface GraphParams {
  /** Kinds of nodes that are shown. */
  readonly kinds: readonly string[];
  /** Only what this node is made of, and what is made of it; null: everything. */
  readonly near: string | null;
  /** Where nothing is near: only what leads to a KPI or a goal, or to what else is asked for; in a project that has one. */
  readonly leading: boolean;
}

/** A diagnostic at its place; lines and columns from 1, as Monaco counts. */
export interface Problem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly code: string;
  /** The first line alone is the problem; what follows says why and what to do. */
  readonly message: string;
  /** A page about the code. */
  readonly href: string | null;
  readonly related: readonly {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
    readonly label: string;
  }[];
}
