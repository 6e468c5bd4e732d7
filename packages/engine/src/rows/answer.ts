// The rows of an answer: which cells exist, their values, order and limit; numbers are rounded here, once.
import { showLevel, showUnit, showValueType, type Graph } from '@sextant/parser';
import { calendarOf } from '../question/check-question.js';
import type { CheckedQuestion } from '../question/question.js';
import type { AxisTime, Plan } from '../plan/plan.js';
import type { LeafTable } from '../plan/leaf-table.js';
import { dateText } from '../calendar/time-text.js';
import type { BucketCell, Cell, Result, ResultColumn, ResultRow } from '../result/result.js';
import { writeCell, writeKey } from '../result/write-cell.js';
import { boundText } from '../result/bound-text.js';
import { compareValues } from '../value/order.js';
import { NULL, type Value } from '../value/value.js';
import type { Domain } from './domain.js';
import { CellEvaluator } from './evaluate-cells.js';
import { Interner } from './interner.js';
import { expand, leavesIn } from './reached.js';
import { scanRows } from './scan-rows.js';

export function answer(
  graph: Graph,
  question: CheckedQuestion,
  plan: Plan,
  tables: ReadonlyMap<number, LeafTable>,
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
  const having = plan.having === null ? null : cells.column(plan.having);
  const keys = domain.keys.map((ids) => Array.from(ids, (id) => interner.value(id)));
  const order = sortedCells(question, domain, keys, columns, having);
  const shown = question.limit === null ? order : order.slice(0, question.limit);
  const buckets = plan.axes.times.map((time) =>
    bucketCell(time, question.grain === 'hour', calendarOf(graph).timezone),
  );
  const rows = shown.map((cell): ResultRow => {
    const time = domain.times[cell] ?? 0;
    const complete = plan.axes.times[time]?.complete ?? true;
    return {
      bucket: buckets[time] ?? null,
      keys: keys.map((column) => writeKey(column[cell] ?? NULL)),
      cells: question.metrics.map((metric, m): Cell => writeCell(columns[m]?.[cell] ?? NULL, metric, complete)),
    };
  });
  return {
    columns: resultColumns(question, plan.overlapping),
    rows,
    asOf: dateText(question.asOfDay),
    diagnostics: [],
  };
}

/** Without dimensions every time is a cell; with them, every group that some aggregate reaches. */
function cellsOf(plan: Plan, scans: Parameters<typeof expand>[1], interner: Interner): Domain {
  const count = plan.axes.times.length;
  const times: Domain = {
    size: count,
    times: Int32Array.from({ length: count }, (_, i) => i),
    keys: [],
    outer: new Int32Array(count),
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

/** As asked, then by time and dimensions; no value sorts last both ways. */
function sortedCells(
  question: CheckedQuestion,
  domain: Domain,
  keys: readonly (readonly Value[])[],
  columns: readonly (readonly Value[])[],
  having: readonly Value[] | null,
): readonly number[] {
  const cells: number[] = [];
  for (let cell = 0; cell < domain.size; cell++) {
    const kept = having?.[cell];
    if (kept === undefined || (kept.kind === 'boolean' && kept.value)) cells.push(cell);
  }
  const time = (a: number, b: number): number => (domain.times[a] ?? 0) - (domain.times[b] ?? 0);
  const by = (column: readonly Value[] | undefined, direction: 'asc' | 'desc') => (a: number, b: number) =>
    compareValues(column?.[a] ?? NULL, column?.[b] ?? NULL, direction);
  const orders = [
    ...question.order.map(({ column, descending }) => {
      const direction = descending ? 'desc' : 'asc';
      switch (column.kind) {
        case 'bucket':
          return descending ? (a: number, b: number) => time(b, a) : time;
        case 'key':
          return by(keys[column.index], direction);
        case 'metric':
          return by(columns[column.index], direction);
      }
    }),
    time,
    ...keys.map((column) => by(column, 'asc')),
  ];
  return cells.sort((a, b) => {
    for (const compare of orders) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  });
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
