// The rows of an answer before anything is rounded: for what computes further with them.
import type { Diagnostic } from '@sextant/parser';
import type { Value } from '../value/value.js';
import type { BucketCell } from './result.js';

export interface ValueTable {
  /** In the order of a result. */
  readonly rows: readonly ValueRow[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ValueRow {
  readonly bucket: BucketCell | null;
  /** One per key of the question. */
  readonly keys: readonly Value[];
  /** One per asked metric. */
  readonly values: readonly Value[];
  readonly complete: boolean;
}
