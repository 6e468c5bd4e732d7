// A few rows over which two versions of a definition come to different values.
import type { NodeId } from '@sextant/parser';
import type { TextRow } from '../../reference/rows.js';
import type { Value } from '../../value/value.js';

export interface Counterexample {
  /** What is asked, a metric or a KPI; for a row field a metric that is made of it. In the later version. */
  readonly of: NodeId;
  readonly rows: Tables;
  readonly at: At;
  readonly before: Value;
  readonly after: Value;
  /** Both have no value, for different reasons. */
  readonly onlyReason: boolean;
}

/** Cells as in a CSV file, by dataset. */
export type Tables = ReadonlyMap<string, readonly TextRow[]>;

/** When and of which group the question is. */
export interface At {
  /** The period: `2026-03`. */
  readonly over: string;
  /** Days since 1970-01-01. */
  readonly fromDay: number;
  readonly endDay: number;
  readonly asOfDay: number;
  /** A dimension or `dataset.field` with the text of its value. */
  readonly group: { readonly by: string; readonly text: string } | null;
}

export type Searched =
  | { readonly kind: 'found'; readonly example: Counterexample; readonly trials: number }
  /** No difference so far; that is no proof that there is none. */
  | { readonly kind: 'none'; readonly trials: number }
  /** One of the two cannot be evaluated over rows made up. */
  | { readonly kind: 'impossible'; readonly why: 'unknown' | 'nothing_asked' | 'not_evaluable' };
