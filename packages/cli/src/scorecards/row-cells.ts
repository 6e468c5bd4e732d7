// The cells of a KPI's row, and of a row of one of its groups.
import type { Status } from '@sextant/parser';
import type { KpiReading, Standing } from '../engine-port.js';
import { visibleLine } from '../reporters/visible-text.js';
import { aimText } from './aim-text.js';
import { figureText } from './figure-text.js';
import type { Glyphs } from './glyphs.js';
import { statusText } from './status-words.js';
import type { TreeRow } from './tree-rows.js';

export interface RowCells {
  readonly title: string;
  /** Empty where there is no value. */
  readonly unit: string;
  readonly number: string;
  readonly target: string;
  readonly statusText: string;
  readonly status: Status;
  readonly trend: 'improving' | 'worsening' | 'flat' | null;
  readonly reading: KpiReading;
  /** A group has no history, period and owner of its own. */
  readonly whole: boolean;
  readonly period: string;
  readonly owner: string;
}

export function rowCells(row: Extract<TreeRow, { readonly kind: 'kpi' | 'slice' }>, glyphs: Glyphs): RowCells {
  const { reading } = row;
  const whole = row.kind === 'kpi';
  const standing: Standing = row.kind === 'kpi' ? reading.standing : row.standing;
  const status = row.kind === 'kpi' ? reading.status : standing.status;
  const partial = reading.period.complete ? '' : glyphs.partial;
  const stale = whole && reading.stale.length > 0 && status !== 'stale' ? glyphs.stale : '';
  const known = standing.value.value !== null;
  return {
    title: visibleLine(row.kind === 'kpi' ? reading.title : row.name),
    number: `${figureText(standing.value, reading, glyphs)}${stale}`,
    unit: known && !reading.percent ? reading.unit : '',
    target: aimText(standing.aim, reading, glyphs),
    statusText: statusText(status, glyphs),
    status,
    trend: whole ? (reading.trend?.direction ?? null) : null,
    reading,
    whole,
    period: whole ? `${reading.period.label}${partial}` : '',
    owner: whole ? visibleLine(reading.owner ?? '') : '',
  };
}
