// The context of section 4 as the planner carries it: filters, windows, groups; and what lowering writes to.
import type { ConstValue, Graph, Member, Typed } from '@sextant/parser';
import type { CalendarSettings } from '../calendar/calendar-settings.js';
import type { Point } from '../calendar/window.js';
import type { Levels } from '../levels/levels.js';
import type { DataFacts } from './facts.js';
import type { CellExpr } from './plan.js';
import type { Frame } from './frame.js';
import type { ScanBuilder } from './scan-builder.js';
import type { WindowMemo } from './window-memo.js';

export interface Context {
  /** Conditions of the question, conjunct by conjunct: `across ... unfiltered` takes some away. */
  readonly asked: readonly Typed[];
  /** Conditions of `m where p`. */
  readonly filters: readonly Typed[];
  readonly frame: Frame;
  /** Inside `opening` or `closing`: snapshots are read at one end of the window. */
  readonly state: 'opening' | 'closing' | null;
  /** What is grouped by, and where each key stands in the group of a cell. */
  readonly keys: readonly ContextKey[];
  /** How many values the group of a cell has; keys that `across` took away keep their places. */
  readonly width: number;
  /** In a context that `per` made: its times of each time of the outer one. */
  readonly timesOfOuter: readonly (readonly [first: number, end: number])[];
  /** Metrics lowered in this context already: a metric that is named twice is computed once. */
  readonly lowered: Map<string, CellExpr>;
  /** Contexts that operators made of this one: metrics under the same operator share frames, windows and cells. */
  readonly inner: Map<string, Context | null>;
}

export interface ContextKey {
  readonly member: Member;
  readonly at: number;
}

/** What lowering knows of the world, and what it has to say. */
export interface Lowering {
  readonly graph: Graph;
  readonly settings: CalendarSettings;
  readonly levels: Levels;
  readonly asOf: Point;
  readonly parameters: ReadonlyMap<string, ConstValue>;
  readonly facts: DataFacts;
  readonly scans: ScanBuilder;
  readonly windows: WindowMemo;
  /** The question's whole range, as a frame of one time. */
  readonly range: Frame;
  /** What a plan cannot express, in words; such a question is answered by the reference evaluator. */
  readonly beyond: Set<string>;
  /** Filters that `unfiltered` cannot take apart. */
  readonly mixed: Set<Typed>;
}

export function derived(context: Context, change: Partial<Omit<Context, 'lowered' | 'inner'>>): Context {
  return { ...context, ...change, lowered: new Map(), inner: new Map() };
}

/** The context that an operator makes of another, made once for each operator; null where a plan has none. */
export function innerContext(context: Context, operator: string, make: () => Context | null): Context | null {
  const known = context.inner.get(operator);
  if (known !== undefined) return known;
  const made = make();
  context.inner.set(operator, made);
  return made;
}
