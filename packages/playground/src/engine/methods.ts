// What the page asks the worker that owns the engine.
import type { SourceFile } from '@sextant/parser';
import type { Asked, EngineChoice, EngineName, Explaining } from '../state/app-state.js';
import type { AskView, ExamplesView, ExplainView, Finding, ScorecardView, SqlView, TestsView } from '../state/views.js';

export interface EngineMethods {
  /** The project as it is from now on. */
  readonly open: { readonly params: OpenParams; readonly result: null };
  readonly scorecard: { readonly params: At; readonly result: Answered<ScorecardView> };
  readonly ask: { readonly params: AskParams; readonly result: Answered<AskView> };
  readonly sql: { readonly params: AskParams; readonly result: Answered<SqlView> };
  readonly explain: { readonly params: ExplainParams; readonly result: Answered<ExplainView> };
  readonly tests: { readonly params: { readonly both: boolean }; readonly result: Answered<TestsView> };
  /** Rows over which the definitions differ from what they were. */
  readonly examples: {
    readonly params: { readonly against: readonly SourceFile[] };
    readonly result: Answered<ExamplesView>;
  };
  /** The same question by both engines. */
  readonly agree: { readonly params: AskParams; readonly result: AgreeReport };
  /** A named question as the form of one. */
  readonly named: {
    readonly params: { readonly name: string; readonly asOf: string };
    readonly result: NamedQuestion | null;
  };
  /** A definition of a dataset for a file, drafted from its first rows. */
  readonly draft: { readonly params: DraftParams; readonly result: DraftReport };
}

export interface OpenParams {
  /** Where the database lies, should it be needed. */
  readonly duckDb: { readonly worker: string; readonly wasm: string };
  readonly files: readonly SourceFile[];
  /** Files of libraries that came with the project. */
  readonly libraries: readonly SourceFile[];
  /** All data, or null where it is what it was. */
  readonly data: readonly WorkerData[] | null;
}

export interface WorkerData {
  readonly path: string;
  readonly blob: Blob;
  readonly version: number;
}

export interface At {
  readonly asOf: string;
  readonly engine: EngineChoice;
}

export interface AskParams extends At {
  readonly asked: Asked;
}

export interface ExplainParams extends At {
  readonly explaining: Explaining;
}

export interface Answered<T> {
  /** Null where what was asked, or the data, is wrong. */
  readonly value: T | null;
  readonly findings: readonly Finding[];
  readonly engine: EngineName | null;
  readonly milliseconds: number;
}

export interface AgreeReport {
  readonly kind: 'agree' | 'differ' | 'failed';
  /** Cells that differ, in words; at most ten. */
  readonly cells: readonly string[];
  readonly message: string | null;
  readonly milliseconds: number;
}

export interface NamedQuestion {
  readonly asked: Asked;
  /** Its own day, where it has one. */
  readonly asOf: string | null;
}

export interface DraftParams {
  readonly name: string;
  readonly blob: Blob;
  /** Names of datasets that are there already. */
  readonly taken: readonly string[];
}

export interface DraftReport {
  readonly name: string;
  /** A file of definitions. */
  readonly yaml: string;
  readonly rows: number | null;
  /** Why the file is of no use; null where it is. */
  readonly problem: string | null;
}
