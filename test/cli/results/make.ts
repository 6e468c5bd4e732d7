// Results for the tests of the formats.
import type { Cell, Result, ResultColumn } from '@sextant/engine';

export function metric(name: string, more: Partial<ResultColumn & { readonly kind: 'metric' }> = {}): ResultColumn {
  return {
    kind: 'metric',
    name,
    title: null,
    type: 'decimal(2)',
    unit: '',
    percent: false,
    decimals: null,
    overlapping: false,
    ...more,
  };
}

export function cell(value: string | null, more: Partial<Cell> = {}): Cell {
  return { value, reason: value === null ? 'no_rows' : null, approximate: false, complete: true, ...more };
}

export function month(label: string, complete = true): NonNullable<Result['rows'][number]['bucket']> {
  return { label, start: `${label}-01`, end: null, complete };
}

/** Months, channels with signs that formats take for their own, percentages, missing values, an incomplete month. */
export const sales: Result = {
  columns: [
    { kind: 'bucket', name: 'month', level: 'month' },
    { kind: 'key', name: 'channel', type: 'text' },
    metric('revenue', { unit: 'EUR' }),
    metric('share', { type: 'exact quotient', percent: true }),
  ],
  rows: [
    { bucket: month('2026-01'), keys: ['web'], cells: [cell('1234.50'), cell('0.0525')] },
    { bucket: month('2026-01'), keys: ['a|b, "c"'], cells: [cell('-7'), cell(null, { reason: 'division_by_zero' })] },
    { bucket: month('2026-02', false), keys: [null], cells: [cell(null), cell('0.333333333333333333')] },
    { bucket: month('2026-02', false), keys: [''], cells: [cell('0.1', { approximate: true }), cell('1')] },
  ],
  asOf: '2026-02-17',
  diagnostics: [],
};
