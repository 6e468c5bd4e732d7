// A test whose every text was read: what the executors are given and asked, and what must come out.
import type { Located, Span, Status } from '@sextant/parser';
import type { CheckedQuestion } from '../question/question.js';
import type { TextRow } from '../reference/rows.js';
import type { Rational } from '../value/rational.js';
import type { Reason } from '../value/value.js';

export interface CheckedTest {
  readonly name: Located;
  /** ISO day. */
  readonly asOf: string;
  /** Rows by dataset; datasets without are empty. */
  readonly given: ReadonlyMap<string, readonly TextRow[]>;
  /** Values of parameters, as constant formulas. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly expectations: readonly CheckedExpectation[];
}

export type CheckedExpectation = CellExpectation | TableExpectation | KpiExpectation | FindingExpectation;

interface ExpectationBase {
  readonly place: Span;
  /** What is asked, in words: `revenue over 2026-03, channel web`. */
  readonly asks: string;
}

/** One cell: one metric in one group, which is part of the answer whatever reaches it. */
export interface CellExpectation extends ExpectationBase {
  readonly kind: 'cell';
  readonly question: CheckedQuestion;
  readonly expected: ExpectedValue;
}

export interface TableExpectation extends ExpectationBase {
  readonly kind: 'table';
  readonly question: CheckedQuestion;
  readonly rows: readonly ExpectedRow[];
}

export interface ExpectedRow {
  readonly place: Span;
  /** Null without a grain. */
  readonly bucket: string | null;
  readonly keys: readonly (string | null)[];
  /** By position of the metric; null is not said. */
  readonly cells: readonly (ExpectedValue | null)[];
}

export interface KpiExpectation extends ExpectationBase {
  readonly kind: 'kpi';
  readonly kpi: string;
  /** Null: the period that holds as_of. */
  readonly period: string | null;
  readonly keys: readonly (string | null)[] | null;
  readonly value: ExpectedValue | null;
  readonly target: ExpectedValue | null;
  readonly score: ExpectedValue | null;
  readonly status: Status | null;
}

export interface FindingExpectation extends ExpectationBase {
  readonly kind: 'finding';
  readonly code: string;
  /** Null: the rows themselves raise it. */
  readonly question: CheckedQuestion | null;
}

/** A value with its unit's number as written; or no value, for any reason where none is said. */
export type ExpectedValue =
  | {
      readonly kind: 'value';
      /** As written: `10.10 EUR`. */
      readonly text: string;
      /** In the unit of what is asked; null for texts and dates, which are compared as texts. */
      readonly number: Rational | null;
    }
  | { readonly kind: 'no_value'; readonly reason: Reason | null };
