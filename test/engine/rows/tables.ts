// Scans, tables and expressions made by hand, as short as what they say.
import type { AggregateFunction, FieldTyped, ScalarFunction, Typed } from '@sextant/parser';
import { defaultCalendar } from '../../../packages/engine/src/calendar/calendar-settings.js';
import { ALL_TIME } from '../../../packages/engine/src/calendar/window.js';
import type { LeafColumns } from '../../../packages/engine/src/plan/leaf-table.js';
import type { CellExpr, LeafCell, PerCell, Scan } from '../../../packages/engine/src/plan/plan.js';
import type { Domain } from '../../../packages/engine/src/rows/domain.js';
import { CellEvaluator } from '../../../packages/engine/src/rows/evaluate-cells.js';
import { Interner } from '../../../packages/engine/src/rows/interner.js';
import { scanRows, type ScanRows } from '../../../packages/engine/src/rows/scan-rows.js';
import type { Column, NumberColumn } from '../../../packages/engine/src/value/column.js';
import { fromDecimalText } from '../../../packages/engine/src/value/rational.js';
import { decimalText } from '../../../packages/engine/src/value/to-text.js';
import {
  noValue,
  numberValue,
  textValue,
  type NoValue,
  type Reason,
  type Value,
} from '../../../packages/engine/src/value/value.js';

/** `10.5` is a number, `'web'` a text, null is no value. */
export type Short = number | string | null;

export function value(short: Short): Value {
  if (short === null) return noValue('no_value');
  if (typeof short === 'string') return textValue(short);
  const number = fromDecimalText(String(short));
  if (number === null) throw new Error(`not a decimal: ${short}`);
  return numberValue(number);
}

export function values(shorts: readonly Short[]): readonly Value[] {
  return shorts.map(value);
}

/** Numbers packed in hundredths. */
export function packed(shorts: readonly (number | null)[], none: NoValue = noValue('no_rows')): NumberColumn {
  return {
    kind: 'numbers',
    length: shorts.length,
    units: Float64Array.from(shorts, (short) => Math.round((short ?? 0) * 100)),
    scale: 2,
    missing: shorts.includes(null) ? Uint8Array.from(shorts, (short) => (short === null ? 1 : 0)) : null,
    none,
  };
}

/** Numbers as `10.5`, other values as themselves, no value as its reason. */
export function shown(column: Iterable<Value>): readonly string[] {
  return Array.from(column, (one) => {
    switch (one.kind) {
      case 'number':
        return decimalText(one.value);
      case 'none':
        return one.reason;
      case 'text':
        return one.value;
      case 'boolean':
        return String(one.value);
      default:
        return one.kind;
    }
  });
}

export interface TableOf {
  readonly id?: number;
  /** The window of each row; all in window 0 where left out. */
  readonly windows?: readonly number[];
  readonly windowCount?: number;
  readonly keys: readonly (readonly Short[] | Column)[];
  /** By leaf id: its function, its values and, where not every row reaches its group, which do. */
  readonly leaves: Readonly<
    Record<
      number,
      {
        readonly fn: AggregateFunction;
        readonly values: readonly Short[] | Column;
        readonly reached?: readonly number[];
      }
    >
  >;
}

const KEY_TYPE = { value: { kind: 'text' }, unit: [], level: 'row' } as unknown as FieldTyped['type'];

export function madeScan({ id = 0, windowCount = 1, keys, leaves }: TableOf): Scan {
  const field = (name: string): FieldTyped => ({
    kind: 'field',
    base: 'rows',
    path: [],
    dataset: 'rows',
    field: name,
    type: KEY_TYPE,
    range: { start: 0, end: 0 },
  });
  return {
    id,
    dataset: 'rows',
    time: null,
    windows: Array.from({ length: windowCount }, () => ALL_TIME),
    disjoint: true,
    visible: null,
    keys: keys.map((_, i) => field(`key ${i + 1}`)),
    where: [],
    leaves: Object.entries(leaves).map(([leaf, { fn }]) => ({
      id: Number(leaf),
      fn,
      value: null,
      fraction: null,
      where: [],
    })),
    asOf: { local: 0n, instant: 0n },
  };
}

function column(of: readonly Short[] | Column): Column {
  if ('kind' in of) return of;
  return of.map((one) => (typeof one === 'object' && one !== null ? one : value(one)));
}

export function madeTable({ windows, keys, leaves }: TableOf): LeafColumns {
  const columns = Object.entries(leaves);
  const rowCount = (keys[0] ?? columns[0]?.[1].values ?? []).length;
  return {
    rowCount,
    windows: windows === undefined ? new Int32Array(rowCount) : Int32Array.from(windows),
    keys: keys.map(column),
    values: new Map(columns.map(([leaf, made]) => [Number(leaf), column(made.values)])),
    reached: new Map(
      columns.map(([leaf, { reached }]) => [Number(leaf), reached === undefined ? null : Uint8Array.from(reached)]),
    ),
  };
}

export interface World {
  readonly interner: Interner;
  readonly scans: ReadonlyMap<number, ScanRows>;
  /** The expression in the cells of a domain. */
  readonly column: (expr: CellExpr, domain: Domain) => readonly string[];
}

export function world(...tables: readonly TableOf[]): World {
  const interner = new Interner();
  const scans = new Map(
    tables.map((table) => [table.id ?? 0, scanRows(madeScan(table), madeTable(table), interner)] as const),
  );
  return {
    interner,
    scans,
    column: (expr, domain) =>
      shown(new CellEvaluator(domain, { scans, interner, calendar: defaultCalendar }).values(expr)),
  };
}

/** Cells without groups, one for each time. */
export function timesOnly(count: number): Domain {
  return {
    size: count,
    times: Int32Array.from({ length: count }, (_, time) => time),
    keys: [],
    outer: new Int32Array(count),
    source: null,
  };
}

/** A leaf whose windows are those of the scan, time by time, unless said otherwise. */
export function leafCell(
  leaf: number,
  rest: { scan?: number; windows?: readonly (number | Reason)[]; keys?: readonly number[] } = {},
): LeafCell {
  const windows = rest.windows ?? [0];
  return {
    kind: 'leaf',
    scan: rest.scan ?? 0,
    leaf,
    windows,
    reach: windows.map((window) => (typeof window === 'number' ? window : null)),
    keys: rest.keys ?? [],
  };
}

export function constant(short: Short): CellExpr {
  return { kind: 'const', value: value(short) };
}

export function call(fn: ScalarFunction, ...args: readonly CellExpr[]): CellExpr {
  return { kind: 'call', fn, args, typed: { type: KEY_TYPE } as Typed };
}

/** `per` over one key, in one time, unless said otherwise. */
export function per(rest: Partial<PerCell>): PerCell {
  return {
    kind: 'per',
    fn: 'sum',
    fraction: null,
    of: null,
    where: null,
    times: [[0, 1]],
    blocked: [null],
    extraKeys: 1,
    byTime: false,
    skip: false,
    ...rest,
  };
}
