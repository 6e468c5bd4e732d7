// How a test went: plain data for reporters.
import type { Diagnostic, Span } from '@sextant/parser';

export interface TestResult {
  readonly name: string;
  /** The test's name in its file. */
  readonly place: Span;
  readonly passed: boolean;
  readonly expectations: readonly ExpectationResult[];
  /** Findings that nobody expected: wrong rows, a question that cannot be asked. Errors make the test fail. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface ExpectationResult {
  readonly place: Span;
  readonly asks: string;
  readonly passed: boolean;
  /** What was expected and what came out, part by part; empty where all is as expected. */
  readonly differences: readonly Difference[];
}

export interface Difference {
  /** `value`, `status`, `row web`, `revenue of web`. */
  readonly what: string;
  readonly expected: string;
  /** One per executor; where they agree, one that names none. */
  readonly got: readonly { readonly executor: string | null; readonly text: string }[];
}
