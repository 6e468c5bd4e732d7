// A KPI that can be evaluated: what its definition lacks was reported when it was read.
import type { Aim, CalendarLevel, Kpi, Typed } from '@sextant/parser';
import type { KpiDirection } from './score.js';

export interface ReadyKpi extends Kpi {
  readonly formula: Typed;
  readonly aim: Aim;
  readonly every: CalendarLevel;
  readonly direction: KpiDirection;
}

export function readyKpi(kpi: Kpi | undefined): ReadyKpi | null {
  if (kpi === undefined) return null;
  const { formula, aim, every, direction } = kpi;
  if (formula === null || aim === null || every === null || direction === null) return null;
  return { ...kpi, formula, aim, every, direction };
}
