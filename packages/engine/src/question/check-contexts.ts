// What a question's window and buckets make of the contexts in its formulas.
import {
  contextProblemDiagnostic,
  contextProblems,
  contextWorldOf,
  type CalendarLevel,
  type Diagnostic,
  type Graph,
  type OuterContext,
  type Typed,
} from '@sextant/parser';
import { bucketOfInstant } from '../calendar/buckets.js';
import type { CalendarSettings } from '../calendar/calendar-settings.js';
import { dayAt, pointOfDay } from '../calendar/window.js';
import { rangeFit } from './range-fit.js';

export interface AskedWindow {
  readonly grain: CalendarLevel | null;
  readonly fromDay: number | null;
  readonly endDay: number | null;
  /** Null where it could not be read. */
  readonly asOfDay: number | null;
  readonly calendar: CalendarSettings;
}

/** Diagnostics point into the source `file`, whose text the formula is. */
export function checkContexts(graph: Graph, formula: Typed, file: string, asked: AskedWindow): readonly Diagnostic[] {
  const openRange = asked.fromDay === null;
  const outer: OuterContext = {
    level: asked.grain,
    open: openRange && asked.grain === null,
    openRange,
    spans: true,
    rangeFit: fitIn(asked.fromDay, asked.endDay ?? dayAfter(asked.asOfDay), asked.calendar),
  };
  const world = contextWorldOf(graph);
  const problems = [...contextProblems(formula, outer, world)];
  // Buckets that the range cuts are windows of their own for targets: what else is wrong was found.
  for (const [fromDay, endDay] of cutBuckets(asked)) {
    if (problems.some(({ kind }) => kind === 'target_window')) break;
    const edge = { ...outer, level: null, rangeFit: fitIn(fromDay, endDay, asked.calendar) };
    problems.push(...contextProblems(formula, edge, world).filter(({ kind }) => kind === 'target_window'));
  }
  return problems.map((problem) => contextProblemDiagnostic(problem, { file, ...problem.range }));
}

function dayAfter(day: number | null): number | null {
  return day === null ? null : day + 1;
}

function fitIn(
  fromDay: number | null,
  endDay: number | null,
  calendar: CalendarSettings,
): NonNullable<OuterContext['rangeFit']> {
  return (every) => (fromDay === null || endDay === null ? null : rangeFit(fromDay, endDay, every, calendar));
}

/** The parts of the first and the last bucket that lie in the range, where it cuts them. What `as_of` cuts is not cut by the range. */
function cutBuckets({ grain, fromDay, endDay, calendar }: AskedWindow): readonly (readonly [number, number])[] {
  if (grain === null || typeof grain !== 'string') return [];
  const { timezone } = calendar;
  const bucketAt = (day: number): readonly [number, number] => {
    const { start, end } = bucketOfInstant(grain, pointOfDay(day, timezone).instant, calendar);
    return [dayAt(timezone, start.instant), dayAt(timezone, end.instant)];
  };
  const found: (readonly [number, number])[] = [];
  if (fromDay !== null) {
    const [start, end] = bucketAt(fromDay);
    if (start < fromDay) found.push([fromDay, Math.min(end, endDay ?? end)]);
  }
  if (endDay !== null) {
    const [start, end] = bucketAt(endDay - 1);
    if (end > endDay && (fromDay === null || start >= fromDay)) found.push([start, endDay]);
  }
  return found;
}
