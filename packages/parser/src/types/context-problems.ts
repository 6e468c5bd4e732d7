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
  /** The target of a KPI in a window that is none of its periods. */
  | {
      readonly kind: 'target_window';
      readonly kpi: string;
      readonly every: string;
      /** The level of the buckets; null where the window is the question's range. */
      readonly level: string | null;
      readonly why: Exclude<WindowFit, 'period'> | 'endless';
      readonly addsOverTime: boolean;
    }
);

/** How a window lies among the periods of a level: it is one, lies inside one, is several whole ones, or none of these. */
export type WindowFit = 'period' | 'inside' | 'periods' | 'other';

/** What the walk has to know of the definitions; the graph fits it. */
export interface ContextWorld {
  readonly metric: (name: string) => { readonly formula: Typed; readonly datasets: readonly string[] } | null;
  readonly dataset: (name: string) => Dataset | null;
  readonly kpi: (name: string) => TargetFacts | null;
  readonly fiscalYearStarts: number;
}

/** Of a KPI whose target is named; null for a level that is not known, which was reported. */
export interface TargetFacts {
  readonly every: CalendarLevel | null;
  readonly spread: string | null;
  readonly addsOverTime: boolean;
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
  /** How the whole range lies among the periods of a level; null where only the data says. */
  readonly rangeFit?: (every: CalendarLevel) => WindowFit | null;
}

/** Of a definition: only what it makes itself is known. */
export const UNKNOWN_CONTEXT: OuterContext = { level: null, open: false, openRange: false, spans: false };

interface Context extends OuterContext {
  /** Inside `opening` or `closing`, which read one instant whatever the window. */
  readonly atInstant: boolean;
  /** Values of several buckets are added up around this. */
  readonly summed: boolean;
  /** A bucket of the level, the question's range, or what an operator made: a run of days, or all up to one. */
  readonly window: 'bucket' | 'range' | 'run' | 'endless';
}

export function contextProblems(typed: Typed, outer: OuterContext, world: ContextWorld): readonly ContextProblem[] {
  const problems: ContextProblem[] = [];
  const seen = new Set<string>();
  // Metrics wait for their turn: a chain of them may be deeper than the stack.
  const waiting: { readonly formula: Typed; readonly context: Context; readonly range: Range | null }[] = [
    { formula: typed, context: { ...outer, atInstant: false, summed: false, window: windowOf(outer) }, range: null },
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
          context.window,
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
        return inside(
          node.of,
          node.time ? { level: null, open: context.openRange, window: context.openRange ? 'endless' : 'range' } : {},
        );
      case 'target': {
        const problem = targetProblem(node.kpi, context, world);
        if (problem !== null) problems.push({ ...problem, range: at });
        return;
      }
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
      return { level: null, open: false, spans: true, window: 'run' };
    case 'cumulative':
      return { level: null, spans: true, window: 'endless' };
    case 'to_date':
    case 'whole':
      return { level: op.level, open: false, spans: true, window: op.kind === 'whole' ? 'bucket' : 'run' };
  }
}

function perContext(node: PerTyped, context: Context): Partial<Context> {
  const level = node.keys.flatMap((key) => (key.kind === 'level' ? [key.level] : []))[0];
  if (level === undefined) return {};
  return { level, open: false, spans: true, window: 'bucket', summed: context.summed || node.fn === 'sum' };
}

function windowOf({ level, open }: OuterContext): Context['window'] {
  return level !== null ? 'bucket' : open ? 'endless' : 'range';
}

/** A target is one of a period: of another window only where it is spread, or where targets add up to it. */
function targetProblem(kpi: string, context: Context, world: ContextWorld): WithoutRange<ContextProblem> | null {
  const facts = world.kpi(kpi);
  if (facts === null || facts.every === null) return null;
  const { every, spread, addsOverTime } = facts;
  const fit = fitOf(every, context, world.fiscalYearStarts);
  if (fit === null || fit === 'period' || (fit === 'inside' && spread !== null)) return null;
  if (fit === 'periods' && addsOverTime) return null;
  const level = context.window === 'bucket' && context.level !== null ? showLevel(context.level) : null;
  return { kind: 'target_window', kpi, every: showLevel(every), level, why: fit, addsOverTime };
}

/** Null where it is not known before the data is. */
function fitOf(every: CalendarLevel, context: Context, fiscalYearStarts: number): WindowFit | 'endless' | null {
  switch (context.window) {
    case 'endless':
      return 'endless';
    case 'run':
      return null;
    case 'range':
      return context.rangeFit?.(every) ?? null;
    case 'bucket':
      return context.level === null ? null : fitOfLevel(context.level, every, fiscalYearStarts);
  }
}

function fitOfLevel(level: CalendarLevel, every: CalendarLevel, fiscalYearStarts: number): WindowFit | null {
  if (typeof level !== 'string' || typeof every !== 'string') {
    if (typeof level !== 'string' && typeof every !== 'string')
      return level.dataset === every.dataset && level.field === every.field ? 'period' : null;
    if (level === 'hour' || level === 'day') return 'inside';
    return every === 'hour' || every === 'day' ? 'periods' : null;
  }
  if (aligned(level, fiscalYearStarts) === aligned(every, fiscalYearStarts)) return 'period';
  if (nests(level, every, fiscalYearStarts)) return 'inside';
  return nests(every, level, fiscalYearStarts) ? 'periods' : 'other';
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
