// Who looks over the reference evaluator's shoulder: which conditions decided rows, which branches were taken.
import type { CaseTyped, Typed } from '@sextant/parser';

export interface Watcher {
  /** A condition on rows or groups was decided. */
  readonly condition: (condition: Typed, holds: boolean) => void;
  /** A branch of a `case` was taken; -1 is `else`, written or not. */
  readonly branch: (typed: CaseTyped, index: number) => void;
  /** A metric was computed, with a value or without. */
  readonly metric: (name: string, hasValue: boolean) => void;
}
