// The rows of an answer: which cells exist, their values, order and limit; numbers are rounded here, once, where they are written.
import { showLevel, showUnit, showValueType, type Graph } from '@sextant/parser';
import { calendarOf } from '../question/check-question.js';
import type { CheckedQuestion } from '../question/question.js';
import type { AxisTime, Plan } from '../plan/plan.js';
import type { LeafColumns } from '../plan/leaf-table.js';
import { dateText } from '../calendar/time-text.js';
import type { BucketCell, Cell, Result, ResultColumn, ResultRow } from '../result/result.js';
import type { ValueRow, ValueTable } from '../result/value-table.js';
import { writeKey } from '../result/write-cell.js';
import { cellWriter, type CellWriter } from '../result/write-column.js';
import { boundText } from '../result/bound-text.js';
import { pick, valueAt, type Column } from '../value/column.js';
import { NULL, type Value } from '../value/value.js';
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
  const { domain, interner, columns, shown } = cellsShown(graph, question, plan, tables);
  const buckets = bucketCells(graph, question, plan);
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

/** The same rows before they are written: exact values, for whatever computes further with them. */
export function answerValues(
  graph: Graph,
  question: CheckedQuestion,
  plan: Plan,
  tables: ReadonlyMap<number, LeafColumns>,
): ValueTable {
  const { domain, interner, columns, shown } = cellsShown(graph, question, plan, tables);
  const buckets = bucketCells(graph, question, plan);
  const rows = Array.from(shown, (cell): ValueRow => {
    const time = domain.times[cell] ?? 0;
    return {
      bucket: buckets[time] ?? null,
      keys: domain.keys.map((ids) => interner.value(ids[cell] ?? 0)),
      values: columns.map((column) => valueAt(column, cell) ?? NULL),
      complete: plan.axes.times[time]?.complete ?? true,
    };
  });
  return { rows, diagnostics: [] };
}

interface ShownCells {
  readonly domain: Domain;
  readonly interner: Interner;
  /** One per asked metric, over all cells of the domain. */
  readonly columns: readonly Column[];
  /** Cells of the answer, in its order. */
  readonly shown: Int32Array;
}

function cellsShown(
  graph: Graph,
  question: CheckedQuestion,
  plan: Plan,
  tables: ReadonlyMap<number, LeafColumns>,
): ShownCells {
  const interner = new Interner();
  const scans = new Map(
    plan.scans.flatMap((scan) => {
      const table = tables.get(scan.id);
      return table === undefined ? [] : [[scan.id, scanRows(scan, table, interner)] as const];
    }),
  );
  const reached = cellsOf(plan, scans, interner);
  const domain = question.groups === undefined ? reached : withGroups(reached, question.groups, plan, interner);
  const cells = new CellEvaluator(domain, { scans, interner, calendar: calendarOf(graph) });
  const columns = plan.outputs.map((output) => cells.column(output));
  const having = plan.having === null ? null : cells.values(plan.having);
  const order = sortCells(keptCells(domain, having), sortKeys(question, domain, columns, interner));
  return { domain, interner, columns, shown: question.limit === null ? order : order.subarray(0, question.limit) };
}

function bucketCells(graph: Graph, question: CheckedQuestion, plan: Plan): readonly (BucketCell | null)[] {
  const { timezone } = calendarOf(graph);
  return plan.axes.times.map((time) => bucketCell(time, question.grain === 'hour', timezone));
}

/** Groups that are asked for are cells at every time, though nothing reaches them. */
function withGroups(reached: Domain, groups: readonly (readonly Value[])[], plan: Plan, interner: Interner): Domain {
  const known = new Set(
    Array.from(reached.times, (time, cell) => [time, ...reached.keys.map((ids) => ids[cell] ?? 0)].join()),
  );
  const times: number[] = [];
  const keys: number[][] = reached.keys.map(() => []);
  for (const time of plan.axes.times.keys()) {
    for (const group of groups) {
      const ids = group.map((value) => interner.id(value));
      const key = [time, ...ids].join();
      if (known.has(key)) continue;
      known.add(key);
      times.push(time);
      for (const [at, column] of keys.entries()) column.push(ids[at] ?? 0);
    }
  }
  const joined = (a: Int32Array, b: readonly number[]): Int32Array => Int32Array.from([...a, ...b]);
  return {
    size: reached.size + times.length,
    times: joined(reached.times, times),
    keys: reached.keys.map((ids, at) => joined(ids, keys[at] ?? [])),
    outer: joined(reached.outer, times),
    source: null,
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
