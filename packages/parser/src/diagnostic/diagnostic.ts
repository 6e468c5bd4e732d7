// What Sextant says about a text: one type for the terminal, JSON, editors and tests.
import type { Span } from '../source/source-file.js';
import type { Code } from './codes.js';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** The problem; stands alone; lower case, no full stop, never a proposal. */
  readonly message: string;
  /** The smallest text that shows the problem. */
  readonly span: Span;
  /** Two to six words under the caret. */
  readonly label?: string;
  /** The other parties: "first declared here". */
  readonly related: readonly Related[];
  /** Why: the rule or fact behind it. */
  readonly notes: readonly string[];
  /** What to do. The only part that proposes. */
  readonly help?: string;
  readonly fixes: readonly Fix[];
  /** While a check runs: the definition made of a library in which it was found. It is said where the library is used. */
  readonly instance?: string;
}

export interface Related {
  readonly span: Span;
  readonly label: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** A safe fix keeps the meaning the author clearly had and may run unasked. */
  readonly safe: boolean;
}

export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** What a stage returns: its value, and what it has to say. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

export interface DiagnosticParts {
  readonly label?: string;
  readonly related?: readonly Related[];
  readonly notes?: readonly string[];
  readonly help?: string;
  readonly fixes?: readonly Fix[];
  /** Only where a code's severity is not the default one of the registry. */
  readonly severity?: Severity;
}
