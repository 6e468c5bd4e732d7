// What plans need to know of the data: where histories begin, when snapshots were taken. Asked once and remembered.
import { ownTime, type Dataset } from '@sextant/parser';
import { ALL_TIME, endOfDay, pointOfDay, pointOfInstant, windowOfDays, type Point } from './calendar/window.js';
import { completeReferences } from './complete-references.js';
import { historyStart, pointOf } from './history.js';
import type { DataFacts, Snapshot } from './plan/facts.js';
import type { CalendarRow } from './levels/levels.js';
import { readRows } from './execute/load-rows.js';
import type { LeafTable } from './plan/leaf-table.js';
import { scanTimeOf, visibleOf } from './plan/leaf-windows.js';
import { factsNeeded } from './plan/plan-question.js';
import type { Leaf, Scan } from './plan/plan.js';
import { calendarOf } from './question/check-question.js';
import type { CheckedQuestion } from './question/question.js';
import { runScan } from './run-scan.js';
import type { Session } from './session.js';
import type { Value } from './value/value.js';

export async function dataFacts(session: Session, question: CheckedQuestion): Promise<DataFacts> {
  const { graph, remembered } = session;
  const needed = factsNeeded(graph, question);
  const history = new Map<string, Point | null>();
  const snapshots = new Map<string, readonly Snapshot[]>();
  for (const name of needed.history) {
    const dataset = graph.datasets.get(name);
    if (dataset === undefined) continue;
    history.set(
      name,
      await once(remembered.history, `${name}@${question.asOfDay}`, () => readHistory(session, question, dataset)),
    );
  }
  for (const name of needed.snapshots) {
    const dataset = graph.datasets.get(name);
    if (dataset === undefined) continue;
    snapshots.set(
      name,
      await once(remembered.snapshots, `${name}@${question.asOfDay}`, () => readSnapshots(session, question, dataset)),
    );
  }
  const calendars = new Map<string, readonly CalendarRow[]>();
  for (const name of needed.calendars) {
    const prepared = session.data.datasets.get(name);
    if (prepared === undefined || !isTheSameAlways(prepared.dataset)) continue;
    calendars.set(name, await once(remembered.calendars, name, () => readRows(session.executor, prepared)));
  }
  const references = await completeReferences(session, question, needed.keyed);
  return { history, snapshots, calendars, references };
}

/** A calendar is a plan, or is true at all times; rows that as_of would hide make another calendar of it every day. */
function isTheSameAlways(dataset: Dataset): boolean {
  return dataset.plan || (dataset.knownAt === null && ownTime(dataset) === null);
}

async function once<T>(known: Map<string, T>, key: string, read: () => Promise<T>): Promise<T> {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = await read();
  known.set(key, value);
  return value;
}

async function readHistory(session: Session, question: CheckedQuestion, dataset: Dataset): Promise<Point | null> {
  if (dataset.def.starts !== null) return historyStart(session.graph, dataset, null);
  const table = await ownTimes(session, question, dataset, 'first');
  return historyStart(session.graph, dataset, table?.values.get(0)?.[0] ?? null);
}

async function readSnapshots(
  session: Session,
  question: CheckedQuestion,
  dataset: Dataset,
): Promise<readonly Snapshot[]> {
  const table = await ownTimes(session, question, dataset, 'each');
  const { timezone } = calendarOf(session.graph);
  const taken = (table?.keys[0] ?? []).flatMap((value) => snapshotAt(value, dataset, timezone) ?? []);
  return taken.sort((a, b) => (a.from.instant < b.from.instant ? -1 : 1));
}

/** A snapshot dated D is the state at the end of D; one with a clock is the state at that moment. */
function snapshotAt(value: Value, dataset: Dataset, zone: string): Snapshot | null {
  if (value.kind === 'date')
    return { window: windowOfDays(value.day, value.day + 1, zone), from: endOfDay(value.day, zone) };
  const from = pointOf(value, dataset, zone);
  return from === null ? null : { window: { start: from, end: pointOfInstant(from.instant + 1n, zone) }, from };
}

/** The times of a dataset's visible rows: the first of them, or each. */
async function ownTimes(
  session: Session,
  question: CheckedQuestion,
  dataset: Dataset,
  which: 'first' | 'each',
): Promise<LeafTable | null> {
  const settings = calendarOf(session.graph);
  const asOf = pointOfDay(question.asOfDay + 1, settings.timezone);
  const time = scanTimeOf(dataset, null, settings);
  if (time === null) return null;
  const leaf: Omit<Leaf, 'fn' | 'value'> = { id: 0, fraction: null, where: [] };
  const scan: Scan = {
    id: 0,
    dataset: dataset.name,
    time,
    windows: [ALL_TIME],
    disjoint: true,
    visible: visibleOf(dataset, { asOf, settings }),
    keys: which === 'each' ? [time.at] : [],
    where: [],
    leaves: [which === 'each' ? { ...leaf, fn: 'count_rows', value: null } : { ...leaf, fn: 'min', value: time.at }],
    asOf,
  };
  return runScan(session, question, scan);
}
