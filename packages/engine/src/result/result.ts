// The answer to a question: plain data with exact decimal texts.
import type { Diagnostic } from '@sextant/parser';
import type { Reason } from '../value/value.js';

export interface Result {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly ResultRow[];
  /** The day that was taken as known, ISO. */
  readonly asOf: string;
  /** What the data said on the way: dangling references, rows without a time, rows left out. Sorted, deterministic. */
  readonly diagnostics: readonly Diagnostic[];
}

export type ResultColumn =
  | { readonly kind: 'bucket'; readonly name: string; readonly level: string }
  | { readonly kind: 'key'; readonly name: string; readonly type: string }
  | {
      readonly kind: 'metric';
      readonly name: string;
      readonly title: string | null;
      readonly type: string;
      /** `EUR/customer`; empty for a plain number. */
      readonly unit: string;
      readonly percent: boolean;
      readonly decimals: number | null;
      /** Groups of a many-to-many share rows: values must not be added up. */
      readonly overlapping: boolean;
    };

export interface ResultRow {
  readonly bucket: BucketCell | null;
  /** One text per key of the question; null is the group without a value. */
  readonly keys: readonly (string | null)[];
  readonly cells: readonly Cell[];
}

export interface BucketCell {
  /** `2026-03`, `FY2027-Q1`. */
  readonly label: string;
  /** First day (or, for hours, the instant), ISO; null for the bucket of an open start. */
  readonly start: string | null;
  /** The day after the last, ISO. */
  readonly end: string | null;
  /** The bucket has ended by the end of as_of and lies whole in the range asked for. */
  readonly complete: boolean;
}

export interface Cell {
  /** Exact decimal text, rounded once as declared; ISO texts for dates; null is no value. */
  readonly value: string | null;
  /** Why there is none. */
  readonly reason: Reason | null;
  readonly approximate: boolean;
  /** False where the window reaches past as_of or is cut by the range. */
  readonly complete: boolean;
}
