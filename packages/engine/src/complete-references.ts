// References that lead to a row that as_of shows, whatever row they stand in. Known where the data was checked, and asked once.
import { ownTime, type Dataset, type Typed } from '@sextant/parser';
import { ALL_TIME, endOfDay, type Point } from './calendar/window.js';
import { pointOf } from './history.js';
import type { Scan } from './plan/plan.js';
import { calendarOf } from './question/check-question.js';
import type { CheckedQuestion } from './question/question.js';
import { runScan } from './run-scan.js';
import type { LastSeen, Session } from './session.js';

/** As `dataset.field`, among the references to the keys of these datasets. */
export async function completeReferences(
  session: Session,
  question: CheckedQuestion,
  keyed: readonly string[],
): Promise<ReadonlySet<string>> {
  const complete = new Set<string>();
  // A reference to no row was reported when the data was checked; where nobody checked, nobody knows.
  if (!session.soundReferences) return complete;
  const asOf = endOfDay(question.asOfDay, calendarOf(session.graph).timezone);
  for (const name of keyed) {
    const target = session.data.datasets.get(name)?.dataset;
    if (target === undefined || !(await isShown(session, question, target, asOf))) continue;
    for (const { dataset } of session.data.datasets.values()) {
      for (const { field, to, toKey } of dataset.references) {
        const isStored = dataset.fields.get(field)?.formula === null && target.fields.get(toKey)?.formula === null;
        if (to === name && isStored) complete.add(`${dataset.name}.${field}`);
      }
    }
  }
  return complete;
}

/** Whether as_of hides none of the dataset's rows. */
async function isShown(session: Session, question: CheckedQuestion, dataset: Dataset, asOf: Point): Promise<boolean> {
  if (dataset.plan) return true;
  const at = dataset.knownAt ?? ownTime(dataset);
  if (at === null) return true;
  if (at.path.length > 0 || dataset.fields.get(at.field)?.formula !== null) return false;
  const known = session.remembered.lastSeen.get(dataset.name);
  const last = known ?? (await lastSeen(session, question, dataset, at));
  session.remembered.lastSeen.set(dataset.name, last);
  return last !== 'unknown' && (last === 'never' || last.instant < asOf.instant);
}

/** The latest time of a dataset's rows; unknown where a row has none. */
async function lastSeen(
  session: Session,
  question: CheckedQuestion,
  dataset: Dataset,
  at: NonNullable<Dataset['knownAt']>,
): Promise<LastSeen> {
  const { timezone } = calendarOf(session.graph);
  const type: Typed['type'] = { value: { kind: 'boolean' }, unit: [], level: 'row', bare: false };
  const missing: Typed = { kind: 'call', fn: 'is_null', args: [at], type, range: at.range };
  const scan: Scan = {
    id: 0,
    dataset: dataset.name,
    time: null,
    windows: [ALL_TIME],
    disjoint: true,
    visible: null,
    keys: [],
    where: [],
    leaves: [
      { id: 0, fn: 'max', value: at, fraction: null, where: [] },
      { id: 1, fn: 'count_rows', value: null, fraction: null, where: [missing] },
    ],
    asOf: endOfDay(question.asOfDay, timezone),
  };
  const table = await runScan(session, question, scan);
  const [last, timeless] = [table?.values.get(0)?.[0], table?.values.get(1)?.[0]];
  if (last === undefined || timeless?.kind !== 'number' || timeless.value.n > 0n) return 'unknown';
  return last.kind === 'none' ? 'never' : (pointOf(last, dataset, timezone) ?? 'unknown');
}
