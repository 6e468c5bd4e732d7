// The plan of a question: which numbers are asked of the database, and how the cells are made of them. Plain data.
//
// A question becomes (1) scans: one dataset, one set of keys, a list of windows, and the leaves (aggregates) wanted for
// each window and group; (2) for every asked metric a cell expression over leaves. The database computes leaves, exactly;
// everything between leaves is computed in value/, the same for every engine.
import type {
  AggregateFunction,
  FieldTyped,
  ScalarFunction,
  Typed,
  CalendarLevel,
  ClockLevel,
  CalendarSpan,
} from '@sextant/parser';
import type { Point, Window } from '../calendar/window.js';
import type { LevelBucket } from '../levels/levels.js';
import type { AskedKey } from '../question/question.js';
import type { Reason, Value } from '../value/value.js';

export interface Plan {
  readonly axes: Axes;
  readonly scans: readonly Scan[];
  /** One per asked metric. */
  readonly outputs: readonly CellExpr[];
  /** The condition on results, if any. */
  readonly having: CellExpr | null;
  /** Some group shares rows with another (a bridge): values must not be added up. */
  readonly overlapping: boolean;
}

export interface Axes {
  /** One window per bucket; a question without a grain has one, its whole range. */
  readonly times: readonly AxisTime[];
  readonly keys: readonly AskedKey[];
}

export interface AxisTime {
  /** Null without a grain. */
  readonly bucket: LevelBucket | null;
  /** The bucket cut to the range asked for; not clipped to as_of. */
  readonly window: Window;
  readonly complete: boolean;
  /** It starts after as_of. */
  readonly notDue: boolean;
}

/**
 * Rows of one dataset, put into windows and groups. The result has one row per (window, group) that has at least one
 * visible row of the dataset in the window that passes `where`; without keys, every window has a row. A leaf whose own
 * conditions no row of the group satisfies has not reached that group: see leaf-table.ts.
 */
export interface Scan {
  readonly id: number;
  readonly dataset: string;
  /** The time that windows look at; null: windows do not apply (`time: none`), and there is exactly one. */
  readonly time: ScanTime | null;
  /** Distinct; they may overlap. */
  readonly windows: readonly Window[];
  /** Present: windows are instants, `[at, at)`, and hold the rows of intervals that are valid then; `time` is where those begin. */
  readonly state?: ScanState;
  /** Whether no two windows share an instant. */
  readonly disjoint: boolean;
  /** Rows later than this are hidden whatever the windows say; null for plans and timeless data. */
  readonly visible: { readonly time: ScanTime; readonly before: Point } | null;
  /** Fields of the dataset or of what its references reach; a path with a reverse step leads through a bridge. */
  readonly keys: readonly FieldTyped[];
  /** Conjuncts that every leaf of the scan shares. */
  readonly where: readonly Typed[];
  readonly leaves: readonly Leaf[];
  /** What derived fields that aggregate children, and versions of intervals, need to know. */
  readonly asOf: Point;
}

export interface ScanState {
  /** Where rows end; null: they never do. */
  readonly until: ScanTime | null;
}

export interface ScanTime {
  readonly at: FieldTyped;
  readonly kind: 'date' | 'datetime' | 'timestamp';
  /** The zone in which a datetime is read; for a timestamp the calendar's. */
  readonly zone: string;
}

/** One aggregate over the rows of its scan that satisfy its own conditions too. */
export interface Leaf {
  readonly id: number;
  readonly fn: AggregateFunction;
  readonly value: Typed | null;
  readonly fraction: string | null;
  readonly where: readonly Typed[];
}

/** What the cells of one asked metric are made of. `time` is an index into the windows of the expression's frame. */
export type CellExpr =
  | { readonly kind: 'const'; readonly value: Value }
  | LeafCell
  | { readonly kind: 'key'; readonly index: number }
  | {
      readonly kind: 'call';
      readonly fn: ScalarFunction;
      readonly args: readonly CellExpr[];
      readonly level?: CalendarLevel | ClockLevel;
      readonly span?: CalendarSpan;
      readonly typed: Typed;
    }
  | {
      readonly kind: 'case';
      readonly branches: readonly { readonly when: CellExpr; readonly then: CellExpr }[];
      readonly otherwise: CellExpr | null;
    }
  | { readonly kind: 'empty_zero'; readonly of: CellExpr }
  | { readonly kind: 'by_time'; readonly values: readonly Value[] }
  | PerCell;

/** The value of a leaf in the cell's own window and group. */
export interface LeafCell {
  readonly kind: 'leaf';
  readonly scan: number;
  readonly leaf: number;
  /** For each time of the frame: the index of the scan's window, or why there is no value. */
  readonly windows: readonly (number | Reason)[];
  /** For each time of the frame: the index of the scan's window whose rows reach groups; null where none do. */
  readonly reach: readonly (number | null)[];
  /** For each key of the scan: the index of the key in the cell's group. */
  readonly keys: readonly number[];
}

/** `avg(m per k)`: the inner cells of each outer cell, then the aggregate over them. */
export interface PerCell {
  readonly kind: 'per';
  readonly fn: AggregateFunction;
  readonly fraction: string | null;
  readonly of: CellExpr | null;
  readonly where: CellExpr | null;
  /** Inner times of each outer time: `[first, end)` indices into the inner frame. */
  readonly times: readonly (readonly [first: number, end: number])[];
  /** For each outer time, why there is no value whatever the groups; null where there may be one. */
  readonly blocked: readonly (Reason | null)[];
  /** How many keys the inner cells have beside the outer ones; they follow the outer ones in a group. */
  readonly extraKeys: number;
  /** True where a time level is among the keys. */
  readonly byTime: boolean;
  readonly skip: boolean;
}
