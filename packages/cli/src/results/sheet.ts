// A result laid out for people: texts, how they are aligned, and the notes that belong below. Tables and Markdown are made of it.
import type { Cell, Result, ResultColumn } from '../engine-port.js';
import { visibleLine } from '../reporters/visible-text.js';
import { shiftPoint, shortened, withScale } from './decimal-text.js';
import { reasonWords } from './reason-words.js';

export interface Sheet {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

export interface SheetColumn {
  readonly name: string;
  /** Empty where there is none. */
  readonly unit: string;
  readonly align: 'left' | 'number';
}

/** How a missing value is shown. */
export const NO_VALUE = '—';

const MARKS = ['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

export function sheetOf(result: Result): Sheet {
  const columns = result.columns.map(columnOf);
  const reasons = new Map<string, string>();
  const seen = { incomplete: false, cut: false, approximate: false, noKey: false };
  const metrics = result.columns.filter((column) => column.kind === 'metric');
  const cell = (one: Cell, column: MetricColumn, whole: boolean): string => {
    const mark = whole && !one.complete ? '*' : '';
    if (mark !== '') seen.incomplete = true;
    if (one.value === null) {
      const reason = one.reason ?? 'no_value';
      if (!reasons.has(reason)) reasons.set(reason, MARKS[reasons.size] ?? ` [${reasons.size + 1}]`);
      return `${NO_VALUE}${reasons.get(reason) ?? ''}${mark}`;
    }
    if (!isNumberType(column.type)) return `${visibleLine(one.value)}${mark}`;
    const text = shortened(
      column.percent ? shiftPoint(one.value, 2) : one.approximate ? one.value : padded(one.value, column.type),
    );
    if (text.endsWith('…')) seen.cut = true;
    if (one.approximate) seen.approximate = true;
    return `${one.approximate ? '≈' : ''}${text}${column.percent ? '%' : ''}${mark}`;
  };
  const rows = result.rows.map((row) => {
    const bucket = row.bucket;
    if (bucket !== null && !bucket.complete) seen.incomplete = true;
    const keys = row.keys.map((key) => {
      if (key === null) seen.noKey = true;
      return key === null ? NO_VALUE : key === '' ? "''" : visibleLine(key);
    });
    // Where the bucket has the mark, its cells need none.
    const whole = bucket === null || bucket.complete;
    return [
      ...(bucket === null ? [] : [`${bucket.label}${bucket.complete ? '' : '*'}`]),
      ...keys,
      ...row.cells.map((one, i) => {
        const column = metrics[i];
        return column === undefined ? '' : cell(one, column, whole);
      }),
    ];
  });
  return { columns, rows, notes: notesOf(result, reasons, seen) };
}

type MetricColumn = ResultColumn & { readonly kind: 'metric' };

interface Seen {
  readonly incomplete: boolean;
  readonly cut: boolean;
  readonly approximate: boolean;
  readonly noKey: boolean;
}

function notesOf({ columns, asOf }: Result, reasons: ReadonlyMap<string, string>, seen: Seen): readonly string[] {
  const overlapping = columns.some((column) => column.kind === 'metric' && column.overlapping);
  return [
    ...(seen.incomplete ? [`* not complete: it is cut by the range, or goes on after ${asOf}`] : []),
    ...[...reasons].map(([reason, mark]) => `${mark.trim()} no value: ${reasonWords(reason as ReasonOf)}`),
    ...(seen.approximate
      ? ['≈ approximate: computed from floating-point numbers or with an approximate function']
      : []),
    ...(seen.cut ? ['… more digits follow; other formats have all of them'] : []),
    ...(seen.noKey ? [`${NO_VALUE} in a group: rows without a value for it`] : []),
    ...(overlapping ? ['groups share rows: the values of a column do not add up to the total'] : []),
    `as of ${asOf}`,
  ];
}

type ReasonOf = Parameters<typeof reasonWords>[0];

function columnOf(column: ResultColumn): SheetColumn {
  const name = visibleLine(column.name);
  switch (column.kind) {
    case 'bucket':
    case 'key':
      return { name, unit: '', align: 'left' };
    case 'metric':
      return { name, unit: column.percent ? '' : column.unit, align: isNumberType(column.type) ? 'number' : 'left' };
  }
}

/** Money with two decimals is read with two: `15.60`. */
function padded(text: string, type: string): string {
  const scale = Number(/^decimal\((\d+)\)$/.exec(type)?.[1] ?? 0);
  return withScale(text, Math.min(scale, 6));
}

/** The names that `showValueType` gives to numbers. */
export function isNumberType(type: string): boolean {
  return /^(integer|decimal\(\d+\)|exact quotient|float)$/.test(type);
}
