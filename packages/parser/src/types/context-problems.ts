// What is wrong with the contexts that operators make, found by walking a typed formula with what is known of its context.
import type { Range } from '../source/source-file.js';
import { datasetsOf } from './check-members.js';
import { nestsIn, showLevel, type PlainLevel } from './calendar-level.js';
import type { Dataset } from './model.js';
import type { AggregateTyped, CalendarLevel, PerTyped, StateTyped, Typed, WindowTyped } from './typed.js';
import { typedChildren } from './walk-typed.js';

export type ContextProblem = { readonly range: Range } & (
  | {
      readonly kind: 'state_added';
      readonly fn: string;
      readonly dataset: string;
      readonly of: 'snapshot' | 'interval';
    }
  | { readonly kind: 'no_state'; readonly op: StateTyped['op'] }
  | { readonly kind: 'window_needed'; readonly op: 'prior' | 'to_date' }
  | { readonly kind: 'not_nested'; readonly finer: string; readonly coarser: string }
  /** A bucket that reaches over the unit that should hold it. */
  | { readonly kind: 'not_contained'; readonly bucket: string; readonly unit: string }
  | { readonly kind: 'weeks_shifted'; readonly level: string }
);

/** What the walk has to know of the definitions; the graph fits it. */
export interface ContextWorld {
  readonly metric: (name: string) => { readonly formula: Typed; readonly datasets: readonly string[] } | null;
  readonly dataset: (name: string) => Dataset | null;
  readonly fiscalYearStarts: number;
}

/** The context in which a formula stands. A definition stands in none that is known; a question says what is. */
export interface OuterContext {
  /** The level of the buckets; null where there are none, or they are not known. */
  readonly level: CalendarLevel | null;
  /** There is no range and there are no buckets, so the window has no beginning. */
  readonly open: boolean;
  /** The whole range, which `across time` brings back, has no beginning. */
  readonly openRange: boolean;
  /** Rows of several instants lie in the window. */
  readonly spans: boolean;
}

/** Of a definition: only what it makes itself is known. */
export const UNKNOWN_CONTEXT: OuterContext = { level: null, open: false, openRange: false, spans: false };

interface Context extends OuterContext {
  /** Inside `opening` or `closing`, which read one instant whatever the window. */
  readonly atInstant: boolean;
  /** Values of several buckets are added up around this. */
  readonly summed: boolean;
}

export function contextProblems(typed: Typed, outer: OuterContext, world: ContextWorld): readonly ContextProblem[] {
  const problems: ContextProblem[] = [];
  const seen = new Set<string>();
  // Metrics wait for their turn: a chain of them may be deeper than the stack.
  const waiting: { readonly formula: Typed; readonly context: Context; readonly range: Range | null }[] = [
    { formula: typed, context: { ...outer, atInstant: false, summed: false }, range: null },
  ];
  // `range` is set inside metrics that the formula names: what is wrong there shows at the name.
  const visit = (node: Typed, context: Context, range: Range | null): void => {
    const at = range ?? node.range;
    const inside = (part: Typed, changes: Partial<Context>): void => visit(part, { ...context, ...changes }, range);
    switch (node.kind) {
      case 'metric': {
        // In an unknown context a metric has the problems of its own definition, and those are told there.
        if (context.level === null && !context.open && !context.spans && !context.summed) return;
        const key = [
          node.metric,
          context.level === null ? '' : showLevel(context.level),
          context.open,
          context.spans,
          context.atInstant,
          context.summed,
        ].join('|');
        if (seen.has(key)) return;
        seen.add(key);
        const metric = world.metric(node.metric);
        if (metric !== null) waiting.push({ formula: metric.formula, context, range: at });
        return;
      }
      case 'aggregate': {
        const of = addedState(node, world);
        if (of !== null && context.spans && !context.atInstant)
          problems.push({ kind: 'state_added', fn: shownFunction(node), dataset: node.dataset, of, range: at });
        return;
      }
      case 'state': {
        const states = statesIn(node.of, world);
        const [first] = states;
        if (first === undefined) {
          if (range === null) problems.push({ kind: 'no_state', op: node.op, range: at });
        } else if (context.summed) problems.push({ kind: 'state_added', fn: 'sum', ...first, range: at });
        return inside(node.of, { atInstant: true });
      }
      case 'window': {
        const problem = windowProblem(node, context, world.fiscalYearStarts);
        if (problem !== null) problems.push({ ...problem, range: at });
        return inside(node.of, windowContext(node));
      }
      case 'across':
        return inside(node.of, node.time ? { level: null, open: context.openRange } : {});
      case 'per': {
        const changes = perContext(node, context);
        if (changes.level !== undefined && changes.level !== null && context.level !== null) {
          const problem = nestingProblem(changes.level, context.level, world.fiscalYearStarts);
          if (problem !== null) problems.push({ ...problem, range: at });
        }
        if (node.of !== null) inside(node.of, changes);
        if (node.where !== null) inside(node.where, { ...changes, summed: context.summed });
        return;
      }
      default:
        for (const child of typedChildren(node)) inside(child, {});
    }
  };
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    visit(next.formula, next.context, next.range);
  return problems;
}

/** Sums and counts of rows; a largest balance is one, and a row that is dated by name is taken for an event. */
function addedState(node: AggregateTyped, world: ContextWorld): 'snapshot' | 'interval' | null {
  if (node.dated !== null || !['sum', 'count', 'count_rows'].includes(node.fn)) return null;
  const kind = world.dataset(node.dataset)?.time.kind;
  return kind === 'snapshot' || kind === 'interval' ? kind : null;
}

function shownFunction(node: AggregateTyped): string {
  return node.fn === 'count_rows' ? 'count' : node.fn;
}

function statesIn(
  typed: Typed,
  world: ContextWorld,
): readonly { readonly dataset: string; readonly of: 'snapshot' | 'interval' }[] {
  return [...datasetsOf(typed, (name) => world.metric(name)?.datasets ?? [])].flatMap((name) => {
    const kind = world.dataset(name)?.time.kind;
    return kind === 'snapshot' || kind === 'interval' ? [{ dataset: name, of: kind }] : [];
  });
}

type WithoutRange<T> = T extends { readonly range: Range } ? Omit<T, 'range'> : never;

function windowProblem(
  node: WindowTyped,
  context: Context,
  fiscalYearStarts: number,
): WithoutRange<ContextProblem> | null {
  const { op } = node;
  if (op.kind === 'whole') {
    const { level } = context;
    if (level === null || nests(level, op.level, fiscalYearStarts)) return null;
    return { kind: 'not_contained', bucket: showLevel(level), unit: showLevel(op.level) };
  }
  if ((op.kind === 'prior' || op.kind === 'to_date') && context.open) return { kind: 'window_needed', op: op.kind };
  if (op.kind !== 'prior' || context.level !== 'week') return null;
  const { level } = op.span;
  const byWeeks = level === 'hour' || level === 'day' || level === 'week' || typeof level !== 'string';
  return byWeeks ? null : { kind: 'weeks_shifted', level: showLevel(level) };
}

function windowContext({ op }: WindowTyped): Partial<Context> {
  switch (op.kind) {
    case 'prior':
      return {};
    case 'rolling':
      return { level: null, open: false, spans: true };
    case 'cumulative':
      return { level: null, spans: true };
    case 'to_date':
    case 'whole':
      return { level: op.level, open: false, spans: true };
  }
}

function perContext(node: PerTyped, context: Context): Partial<Context> {
  const level = node.keys.flatMap((key) => (key.kind === 'level' ? [key.level] : []))[0];
  if (level === undefined) return {};
  return { level, open: false, spans: true, summed: context.summed || node.fn === 'sum' };
}

const RANK: Readonly<Record<PlainLevel, number>> = {
  hour: 0,
  day: 1,
  week: 2,
  month: 3,
  quarter: 4,
  fiscal_quarter: 4,
  year: 5,
  fiscal_year: 5,
};

/** A bucket that is no smaller than the window is taken for the window itself. */
function nestingProblem(
  inner: CalendarLevel,
  outer: CalendarLevel,
  fiscalYearStarts: number,
): WithoutRange<ContextProblem> | null {
  if (typeof inner !== 'string' || typeof outer !== 'string') return null;
  if (RANK[inner] >= RANK[outer] || nests(inner, outer, fiscalYearStarts)) return null;
  return { kind: 'not_nested', finer: inner, coarser: outer };
}

/** Of levels of a calendar dataset the data decides. */
function nests(inner: CalendarLevel, outer: CalendarLevel, fiscalYearStarts: number): boolean {
  if (typeof inner !== 'string' || typeof outer !== 'string') return true;
  const [a, b] = [aligned(inner, fiscalYearStarts), aligned(outer, fiscalYearStarts)];
  const quarters = (fiscalYearStarts - 1) % 3 === 0 && a === 'quarter' && b === 'fiscal_year';
  return quarters || nestsIn(a, b);
}

/** A fiscal year that begins with a calendar quarter has the calendar's quarters. */
function aligned(level: PlainLevel, fiscalYearStarts: number): PlainLevel {
  if (level === 'fiscal_quarter' && (fiscalYearStarts - 1) % 3 === 0) return 'quarter';
  return level === 'fiscal_year' && fiscalYearStarts === 1 ? 'year' : level;
}
