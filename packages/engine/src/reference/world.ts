// What a question is evaluated against: the rows that are known at `as_of`, the calendar, the history of each dataset.
import {
  ownTime,
  bindIn,
  type CalendarLevel,
  type ConstValue,
  type Dataset,
  type FieldTyped,
  type Graph,
  type Member,
} from '@sextant/parser';
import type { CalendarSettings } from '../calendar/calendar-settings.js';
import { civilOf, dayOf } from '../calendar/civil.js';
import { parseDate } from '../calendar/time-text.js';
import { dayAt, endOfDay, pointOfDay, type Point } from '../calendar/window.js';
import { calendarOf } from '../question/check-question.js';
import type { CheckedQuestion } from '../question/question.js';
import { makeExchange, type Exchange } from './exchange.js';
import { makeLevels, type Levels } from '../levels/levels.js';
import { makeMembership, type Membership } from './membership.js';
import { makeNotes, type Notes } from './notes.js';
import { makeRowReader, type ReadingWorld, type RowReader } from './row-value.js';
import type { Row, Rows } from './rows.js';
import { instantMeant, zoneOf } from './time.js';
import { memberKey } from './context.js';
import type { Watcher } from './watcher.js';

export interface World {
  readonly graph: Graph;
  readonly calendar: CalendarSettings;
  readonly parameters: ReadonlyMap<string, ConstValue>;
  readonly asOfDay: number;
  /** The end of that day. */
  readonly asOf: Point;
  /** The level of the buckets of a question without an end, whose last bucket `as_of` cuts; null elsewhere. */
  readonly openGrain: CalendarLevel | null;
  readonly levels: Levels;
  /** Sees the known rows only. */
  readonly reader: RowReader;
  readonly membership: Membership;
  readonly exchange: Exchange;
  readonly notes: Notes;
  readonly watcher: Watcher | null;
  readonly bind: Bind;
  /** What is worked out once for each thing it belongs to, such as a node of a formula. */
  readonly once: <T>(of: object, what: string | object, make: () => T) => T;
  /** Where a dataset's history begins; null where it has no rows. Rows without a time make no history. */
  readonly history: (dataset: Dataset) => Point | null;
}

export type Bind = (member: Member, dataset: string) => { readonly field: FieldTyped; readonly overlapping: boolean };

export function makeWorld(
  graph: Graph,
  question: Pick<CheckedQuestion, 'asOfDay' | 'parameters'> & Partial<Pick<CheckedQuestion, 'grain' | 'endDay'>>,
  all: Rows,
  watcher: Watcher | null = null,
): World {
  const calendar = calendarOf(graph);
  const asOf = endOfDay(question.asOfDay, calendar.timezone);
  const { parameters } = question;
  const notes = makeNotes();
  const bind = makeBind(graph);
  const datasetOf = (name: string): Dataset | undefined => graph.datasets.get(name);
  const reading = (levels: Levels): ReadingWorld => ({
    graph,
    calendar,
    asOfDay: question.asOfDay,
    parameters,
    levels,
    note: notes.note,
    watcher,
    bind: (typed, dataset) => bind(typed.member, dataset).field,
  });

  // What is hidden is decided with every row in sight: a line's order says when the line was, though it be hidden itself.
  const levelsOfAll = makeLevels(calendar, datasetOf, (name) => all.get(name) ?? []);
  const known = knownRows(graph, all, makeRowReader(all, reading(levelsOfAll)), asOf);
  const rowsOf = (name: string): readonly Row[] => known.get(name) ?? [];
  const levels = makeLevels(calendar, datasetOf, rowsOf);
  const reader = makeRowReader(known, reading(levels));
  const histories = new Map<string, Point | null>();
  const history = (dataset: Dataset): Point | null => {
    const settled = histories.get(dataset.name);
    if (settled !== undefined) return settled;
    const start = historyOf(dataset, reader, calendar.timezone);
    histories.set(dataset.name, start);
    return start;
  };
  return {
    graph,
    calendar,
    parameters,
    asOfDay: question.asOfDay,
    asOf,
    openGrain: question.endDay === null ? (question.grain ?? null) : null,
    levels,
    reader,
    membership: makeMembership(reader, bind, calendar.timezone, { note: notes.note, watcher }),
    exchange: makeExchange(graph, rowsOf, reader.field),
    notes,
    watcher,
    bind,
    history,
    once: makeOnce(),
  };
}

function makeOnce(): World['once'] {
  const known = new WeakMap<object, Map<string | object, unknown>>();
  return <T>(of: object, what: string | object, make: () => T): T => {
    const own = known.get(of) ?? new Map<string | object, unknown>();
    known.set(of, own);
    if (!own.has(what)) own.set(what, make());
    return own.get(what) as T;
  };
}

function makeBind(graph: Graph): Bind {
  const known = new Map<string, ReturnType<Bind>>();
  return (member, dataset) => {
    const key = `${dataset} ${memberKey(member)}`;
    const settled = known.get(key);
    if (settled !== undefined) return settled;
    const binding = bindIn(graph, member, dataset);
    if (binding.kind !== 'bound') throw new Error(`internal: ${memberKey(member)} says nothing about ${dataset}`);
    known.set(key, binding);
    return binding;
  };
}

/** `as_of` hides every row whose dataset's own time, or `known_at`, is later; plans are never hidden. */
function knownRows(graph: Graph, all: Rows, reader: RowReader, asOf: Point): Rows {
  const known = new Map<string, readonly Row[]>();
  const projectZone = graph.project.timezone;
  for (const [name, rows] of all) {
    const dataset = graph.datasets.get(name);
    const at = dataset === undefined || dataset.plan ? null : (dataset.knownAt ?? ownTime(dataset));
    if (dataset === undefined || at === null) {
      known.set(name, rows);
      continue;
    }
    const zone = zoneOf(dataset, projectZone);
    const isLater = (row: Row): boolean => {
      const time = reader.value(at, { dataset: name, row });
      const instant = instantMeant(time, projectZone, zone);
      if (instant === null) return false;
      // A snapshot that is taken at the very end of a day is the state of that day.
      const belongs = dataset.time.kind === 'snapshot' && time.kind !== 'date' && dataset.knownAt === null;
      return belongs ? instant > asOf.instant : instant >= asOf.instant;
    };
    known.set(
      name,
      rows.filter((row) => !isLater(row)),
    );
  }
  return known;
}

/** Where the dataset says that it `starts`, else the first day of the calendar month of its first row. */
function historyOf(dataset: Dataset, reader: RowReader, projectZone: string): Point | null {
  const declared = dataset.def.starts === null ? null : parseDate(dataset.def.starts.text);
  if (declared !== null) return pointOfDay(declared, projectZone);
  let first: bigint | null = null;
  for (const row of reader.rows(dataset.name)) {
    const time = reader.timeOf(dataset.name, row);
    const instant = time === null ? null : instantMeant(time.at, projectZone, time.zone);
    if (instant !== null && (first === null || instant < first)) first = instant;
  }
  if (first === null) return null;
  const { year, month } = civilOf(dayAt(projectZone, first));
  return pointOfDay(dayOf(year, month, 1), projectZone);
}
