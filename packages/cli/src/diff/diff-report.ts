// All that `kpi diff` has to say, for every format.
import type { Diff } from './load-diff.js';

export interface DiffReport {
  readonly project: string;
  readonly against: string;
  readonly diff: Diff;
  readonly values: Values | null;
  /** By id of the change. */
  readonly examples: ReadonlyMap<string, Example>;
}

export type Example =
  | {
      readonly kind: 'found';
      /** `metric:revenue`: what is asked. */
      readonly of: string;
      readonly before: string;
      readonly after: string;
      readonly onlyReason: boolean;
      /** A `tests:` section. */
      readonly test: string;
    }
  | { readonly kind: 'none'; readonly trials: number };

export interface Values {
  readonly asOf: string;
  readonly rows: readonly ValueRow[];
  /** What stands in the way of values: no data, for instance. */
  readonly notes: readonly string[];
}

export interface ValueRow {
  readonly id: string;
  readonly node: string;
  readonly name: string;
  readonly title: string | null;
  /** A metric whose own definition is as it was. */
  readonly reachedOnly: boolean;
  readonly before: SideValue;
  readonly after: SideValue;
}

/** `value` is an exact decimal text; `shown` is for people. */
export interface SideValue {
  readonly period: string | null;
  readonly value: string | null;
  readonly unit: string;
  readonly shown: string;
  /** Why there is none: a reason of the language, or what was refused. */
  readonly why: string | null;
}

/** Rows that people look at: metrics that are only reached, and did not move, are counted. */
export function shownRows({ rows }: Values): { readonly shown: readonly ValueRow[]; readonly same: number } {
  const shown = rows.filter((row) => !row.reachedOnly || !isSame(row));
  return { shown, same: rows.length - shown.length };
}

export function isSame({ before, after }: ValueRow): boolean {
  return before.value === after.value && before.shown === after.shown && before.why === after.why;
}

export function sameWords(count: number): readonly string[] {
  return count === 0 ? [] : [`${count} more ${count === 1 ? 'metric is' : 'metrics are'} the same`];
}
