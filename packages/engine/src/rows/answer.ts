// The rows of an answer: which cells exist, their values, order and limit; numbers are rounded here, once.
import { showLevel, showUnit, showValueType, type Graph } from '@sextant/parser';
import { calendarOf } from '../question/check-question.js';
import type { CheckedQuestion } from '../question/question.js';
import type { AxisTime, Plan } from '../plan/plan.js';
import type { LeafColumns } from '../plan/leaf-table.js';
import { dateText } from '../calendar/time-text.js';
import type { BucketCell, Cell, Result, ResultColumn, ResultRow } from '../result/result.js';
import { writeKey } from '../result/write-cell.js';
import { cellWriter, type CellWriter } from '../result/write-column.js';
import { boundText } from '../result/bound-text.js';
import { pick, type Column } from '../value/column.js';
import type { Value } from '../value/value.js';
import type { Domain } from './domain.js';
import { CellEvaluator } from './evaluate-cells.js';
import { Interner } from './interner.js';
import { gather } from './number-list.js';
import { leavesIn } from './leaves-in.js';
import { expand } from './reached.js';
import { scanRows } from './scan-rows.js';
import { byColumn, byKey, byNumbers, sortCells, type SortKey } from './sort-cells.js';

export function answer(
  graph: Graph,
  question: CheckedQuestion,
  plan: Plan,
  tables: ReadonlyMap<number, LeafColumns>,
): Result {
  const interner = new Interner();
  const scans = new Map(
    plan.scans.flatMap((scan) => {
      const table = tables.get(scan.id);
      return table === undefined ? [] : [[scan.id, scanRows(scan, table, interner)] as const];
    }),
  );
  const domain = cellsOf(plan, scans, interner);
  const cells = new CellEvaluator(domain, { scans, interner, calendar: calendarOf(graph) });
  const columns = plan.outputs.map((output) => cells.column(output));
  const having = plan.having === null ? null : cells.values(plan.having);
  const order = sortCells(keptCells(domain, having), sortKeys(question, domain, columns, interner));
  const shown = question.limit === null ? order : order.subarray(0, question.limit);
  const buckets = plan.axes.times.map((time) =>
    bucketCell(time, question.grain === 'hour', calendarOf(graph).timezone),
  );
  // Read in the order in which it is written, and nothing made for a row but what stays in it: there may be a million of them.
  const times = gather(domain.times, shown);
  const keys = domain.keys.map((ids) => keyWriter(gather(ids, shown), interner));
  const writers = question.metrics.map((metric, m) => cellWriter(pick(columns[m] ?? [], shown), metric));
  let row = 0;
  let complete = true;
  const keyOf = (write: KeyWriter): string | null => write(row);
  const cellOf = (write: CellWriter): Cell => write(row, complete);
  const rows: ResultRow[] = [];
  for (; row < shown.length; row++) {
    const time = times[row] ?? 0;
    complete = plan.axes.times[time]?.complete ?? true;
    rows.push({ bucket: buckets[time] ?? null, keys: listOf(keys, keyOf), cells: listOf(writers, cellOf) });
  }
  return {
    columns: resultColumns(question, plan.overlapping),
    rows,
    asOf: dateText(question.asOfDay),
    diagnostics: [],
  };
}

/** Short lists are written out: what is known to stay is made where it stays. */
function listOf<T, U>(from: readonly T[], make: (one: T) => U): U[] {
  const [a, b] = from;
  if (from.length === 1 && a !== undefined) return [make(a)];
  if (from.length === 2 && a !== undefined && b !== undefined) return [make(a), make(b)];
  return from.map(make);
}

/** Without dimensions every time is a cell; with them, every group that some aggregate reaches. */
function cellsOf(plan: Plan, scans: Parameters<typeof expand>[1], interner: Interner): Domain {
  const count = plan.axes.times.length;
  const times: Domain = {
    size: count,
    times: Int32Array.from({ length: count }, (_, i) => i),
    keys: [],
    outer: new Int32Array(count),
    source: null,
  };
  if (plan.axes.keys.length === 0) return times;
  const leaves = [...plan.outputs, ...(plan.having === null ? [] : [plan.having])].flatMap((output) =>
    leavesIn(output),
  );
  return expand(
    {
      outer: times,
      width: 0,
      extraKeys: plan.axes.keys.length,
      times: plan.axes.times.map((_, i) => [i, i + 1] as const),
      leaves,
      everyTime: false,
    },
    scans,
    interner,
  );
}

type KeyWriter = (row: number) => string | null;

function keyWriter(ids: Int32Array, interner: Interner): KeyWriter {
  const integers = interner.integers(ids);
  if (integers === null) return (row) => writeKey(interner.value(ids[row] ?? 0));
  return (row) => (ids[row] === 0 ? null : String(integers[row] ?? 0));
}

function keptCells({ size }: Domain, having: readonly Value[] | null): Int32Array {
  const all = new Int32Array(size);
  for (let cell = 0; cell < size; cell++) all[cell] = cell;
  if (having === null) return all;
  return all.filter((cell) => {
    const kept = having[cell];
    return kept?.kind === 'boolean' && kept.value;
  });
}

/** As asked, then by time and dimensions. */
function sortKeys(
  question: CheckedQuestion,
  domain: Domain,
  columns: readonly Column[],
  interner: Interner,
): readonly SortKey[] {
  return [
    ...question.order.map(({ column, descending }): SortKey => {
      switch (column.kind) {
        case 'bucket':
          return byNumbers(domain.times, descending);
        case 'key':
          return byKey(domain.keys[column.index] ?? domain.times, interner, descending);
        case 'metric':
          return byColumn(columns[column.index] ?? [], descending);
      }
    }),
    byNumbers(domain.times, false),
    ...domain.keys.map((ids) => byKey(ids, interner, false)),
  ];
}

function bucketCell(time: AxisTime, hour: boolean, zone: string): BucketCell | null {
  if (time.bucket === null) return null;
  return {
    label: time.bucket.label,
    start: boundText(time.window.start, hour, zone),
    end: boundText(time.window.end, hour, zone),
    complete: time.complete,
  };
}

export function resultColumns(question: CheckedQuestion, overlapping: boolean): readonly ResultColumn[] {
  return [
    ...(question.grain === null
      ? []
      : [{ kind: 'bucket', name: showLevel(question.grain), level: showLevel(question.grain) } as const]),
    ...question.by.map((key): ResultColumn => ({ kind: 'key', name: key.name, type: showValueType(key.type.value) })),
    ...question.metrics.map((metric): ResultColumn => ({
      kind: 'metric',
      name: metric.name,
      title: metric.title,
      type: showValueType(metric.type.value),
      unit: showUnit(metric.type.unit),
      percent: metric.percent,
      decimals: metric.decimals,
      overlapping,
    })),
  ];
}
