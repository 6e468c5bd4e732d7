// A `per` that the database can aggregate itself, taken apart: plain data, found in plans and written as SQL.
import type { LeafCell, PerCell } from '../plan/plan.js';
import type { Rational } from '../value/rational.js';

export interface NestedPer {
  /** The cell that it stands for, by identity. */
  readonly per: PerCell;
  /** What it is once the scan is aggregated: a leaf of the outer groups. */
  readonly cell: Omit<LeafCell, 'leaf'>;
  readonly fn: 'sum' | 'avg' | 'min' | 'max' | 'count' | 'count_rows';
  /** The value of each inner group; null: groups are counted. */
  readonly of: NestedValue | null;
  readonly where: NestedCondition | null;
  /** Leaves that say which inner groups there are. */
  readonly leaves: readonly number[];
}

/** A leaf in an inner group. */
export interface NestedValue {
  readonly leaf: number;
  /** 0 where it has no rows. */
  readonly emptyZero: boolean;
}

export type NestedCondition =
  | {
      readonly kind: 'compare';
      readonly value: NestedValue;
      readonly operator: '=' | '<>' | '<' | '<=' | '>' | '>=';
      readonly constant: Rational;
    }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly NestedCondition[] };

/** Several of them over one scan, whose rows nobody else reads. */
export interface NestedScan {
  readonly scan: number;
  /** Which keys of the scan are of the outer groups; the others are those of `per`. */
  readonly outerKeys: readonly number[];
  readonly pers: readonly NestedPer[];
}
