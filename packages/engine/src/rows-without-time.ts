// How many rows of the scanned datasets lie in no window because their time has no value. Asked once in a session.
import type { Diagnostic, Typed } from '@sextant/parser';
import { ALL_TIME } from './calendar/window.js';
import type { Scan, ScanTime } from './plan/plan.js';
import type { CheckedQuestion } from './question/question.js';
import { noteDiagnostics } from './reference/errors.js';
import { runScan } from './run-scan.js';
import type { Session } from './session.js';
import { textOf } from './value/functions/cast.js';

export async function rowsWithoutTime(
  session: Session,
  question: CheckedQuestion,
  scans: readonly Scan[],
): Promise<readonly Diagnostic[]> {
  const counts = new Map<string, number>();
  for (const scan of scans) {
    // A field that is not optional and has no value all the same was reported when the data was checked.
    // A row of intervals that never began is no row that a window leaves out.
    if (scan.time === null || scan.state !== undefined || !mayBeMissing(session, scan.time)) continue;
    const { at } = scan.time;
    // What `as_of` hides is not known yet, and is not counted.
    const path = [scan.dataset, ...at.path.map((step) => step.field), at.field].join('.');
    const key = `${path} ${question.asOfDay}`;
    const rows = session.remembered.timeless.get(key) ?? (await countMissing(session, question, scan, scan.time));
    session.remembered.timeless.set(key, rows);
    if (rows > 0) counts.set(scan.dataset, Math.max(rows, counts.get(scan.dataset) ?? 0));
  }
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return noteDiagnostics(
    sorted.map(([dataset, rows]) => ({ kind: 'no_time', dataset, rows })),
    session.graph,
  );
}

function mayBeMissing(session: Session, { at }: ScanTime): boolean {
  const field = session.graph.datasets.get(at.dataset)?.fields.get(at.field);
  return field === undefined || field.optional || field.formula !== null || at.path.length > 0;
}

async function countMissing(
  session: Session,
  question: CheckedQuestion,
  scan: Scan,
  { at }: ScanTime,
): Promise<number> {
  const type: Typed['type'] = { value: { kind: 'boolean' }, unit: [], level: 'row', bare: false };
  const missing: Typed = { kind: 'call', fn: 'is_null', args: [at], type, range: at.range };
  const table = await runScan(session, question, {
    ...scan,
    time: null,
    windows: [ALL_TIME],
    disjoint: true,
    keys: [],
    where: [missing],
    leaves: [{ id: 0, fn: 'count_rows', value: null, fraction: null, where: [] }],
  });
  const count = table?.values.get(0)?.[0];
  return count === undefined || count.kind === 'none' ? 0 : parseInt(textOf(count), 10);
}
