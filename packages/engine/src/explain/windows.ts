// The windows that an explanation names: what the operators around a part make of the window that was asked for.
import { ownTime, showMember, type AggregateTyped, type Graph, type StateTyped } from '@sextant/parser';
import { dateText } from '../calendar/time-text.js';
import { dayAt, endOfDay, pointOfDay, type Point, type Window } from '../calendar/window.js';
import { makeLevels } from '../levels/levels.js';
import type { DataFacts } from '../plan/facts.js';
import { frameOf, moveFrame, type FrameTime } from '../plan/frame.js';
import { calendarOf } from '../question/check-question.js';
import type { CheckedQuestion } from '../question/question.js';
import type { Around } from './around.js';
import type { RowsIn } from './explanation.js';

export interface Days {
  /** ISO; null is open. */
  readonly first: string | null;
  readonly last: string | null;
}

export interface Windows {
  /** Clipped to what is known. */
  readonly days: (around: Around) => Days;
  readonly rowsIn: (typed: AggregateTyped, around: Around) => RowsIn;
}

interface Standing {
  readonly time: FrameTime;
  readonly state: StateTyped | null;
}

export function makeWindows(
  graph: Graph,
  question: Pick<CheckedQuestion, 'fromDay' | 'endDay' | 'asOfDay'>,
  facts: DataFacts,
): Windows {
  const settings = calendarOf(graph);
  const zone = settings.timezone;
  const levels = makeLevels(
    settings,
    (name) => graph.datasets.get(name),
    (name) => facts.calendars.get(name) ?? [],
  );
  const asOf = endOfDay(question.asOfDay, zone);
  const range = frameOf(
    {
      start: question.fromDay === null ? null : pointOfDay(question.fromDay, zone),
      end: question.endDay === null ? asOf : pointOfDay(question.endDay, zone),
    },
    asOf,
  );
  const standing = (around: Around): Standing => {
    let time = range;
    let state: StateTyped | null = null;
    for (const operator of around) {
      if (operator.kind === 'window') {
        const [moved] = moveFrame([time], operator.op, operator.partial, levels);
        time = moved ?? time;
      } else if (operator.kind === 'across' && operator.time) time = range;
      else if (operator.kind === 'state') state = operator;
    }
    return { time, state };
  };
  const first = (point: Point | null): string | null => (point === null ? null : dateText(dayAt(zone, point.instant)));
  const last = (point: Point | null): string | null =>
    point === null ? null : dateText(dayAt(zone, point.instant - 1n));
  const daysOf = ({ start, end }: Window): Days => ({ first: first(start), last: last(end) });
  return {
    days: (around) => daysOf(standing(around).time.clipped),
    rowsIn(typed, around) {
      const { time, state } = standing(around);
      const dataset = graph.datasets.get(typed.dataset);
      if (dataset === undefined) throw new Error(`internal: no dataset ${typed.dataset}`);
      const window = dataset.plan ? time.raw : time.clipped;
      const at = state?.op === 'opening' ? window.start : window.end;
      if (state !== null && typed.dated === null) {
        if (dataset.time.kind === 'interval') return { kind: 'valid', at: last(at) };
        if (dataset.time.kind === 'snapshot') {
          const each = state.each === null ? null : showMember(state.each);
          const taken = (facts.snapshots.get(dataset.name) ?? []).findLast(
            ({ from }) => at !== null && from.instant <= at.instant,
          );
          return {
            kind: 'snapshot',
            taken: each !== null || taken === undefined ? null : first(taken.window.start),
            each,
          };
        }
      }
      if (typed.dated === null && ownTime(dataset) === null) return { kind: 'all_times' };
      return { kind: 'window', ...daysOf(window) };
    },
  };
}
