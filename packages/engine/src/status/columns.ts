// The numbers that a KPI needs of the data, as columns of a question: its value, what it is held against, earlier values.
import type { Aim, CalendarLevel, CalendarSpan, PeriodTarget, Typed } from '@sextant/parser';
import type { AskedMetric } from '../question/question.js';
import type { ReadyKpi } from './ready-kpi.js';

export interface KpiColumn {
  /** What it is to the KPI: `value`, `prior`, `target`, `target 2026-Q1`, `baseline`. */
  readonly role: string;
  readonly formula: Typed;
  /** Said for the whole period, also before it is over. */
  readonly entire: boolean;
}

/** Needs no data. */
export function isConstant(typed: Typed): boolean {
  return typed.type.level === 'constant';
}

/** Null: of any period. */
export type Periods = ReadonlySet<string> | null;

/** The columns of the KPI as a whole, or of one of its groups. */
export function columnsOf(kpi: ReadyKpi, periods: Periods): readonly KpiColumn[] {
  const { formula, pacing } = kpi;
  const columns: KpiColumn[] = [
    { role: 'value', formula, entire: false },
    { role: 'prior', formula: prior(formula, kpi.compare ?? { amount: 1, level: kpi.every }, false), entire: false },
  ];
  if (pacing?.kind === 'like_prior_year') {
    const year = yearOf(kpi.every);
    columns.push({ role: 'year', formula: prior(formula, year, false), entire: false });
    columns.push({ role: 'year whole', formula: prior(formula, year, true), entire: false });
  }
  for (const [role, typed] of aimColumns(kpi.aim, periods)) {
    if (!isConstant(typed)) columns.push({ role, formula: typed, entire: true });
  }
  return columns;
}

function aimColumns(aim: Aim, periods: Periods): readonly (readonly [role: string, typed: Typed])[] {
  const optional = (role: string, typed: Typed | null): readonly (readonly [string, Typed])[] =>
    typed === null ? [] : [[role, typed]];
  switch (aim.kind) {
    case 'target':
      return [...targetColumns(aim, periods), ...optional('baseline', aim.baseline)];
    case 'limit':
      return [['bound', aim.bound], ...optional('worst', aim.worst)];
    case 'range':
      return [
        ['low', aim.low],
        ['high', aim.high],
      ];
    case 'curve':
      return [];
  }
}

function targetColumns(
  { target }: Extract<Aim, { kind: 'target' }>,
  periods: Periods,
): readonly (readonly [role: string, typed: Typed])[] {
  switch (target.kind) {
    case 'formula':
      return [['target', target.formula]];
    case 'dataset':
      return [];
    case 'periods':
      return [...target.periods].flatMap(([period, one]) =>
        periods?.has(period) === false ? [] : periodColumns(period, one),
      );
  }
}

function periodColumns(period: string, target: PeriodTarget): readonly (readonly [role: string, typed: Typed])[] {
  if (target.kind === 'formula') return [[periodRole(period), target.formula]];
  return [...target.groups].map(([group, typed]) => [groupRole(period, group), typed]);
}

export function periodRole(period: string): string {
  return `target ${period}`;
}

export function groupRole(period: string, group: string): string {
  return `target ${period} ${group}`;
}

/** Whether groups have targets that are computed: then the target of all of them needs the groups of every period. */
export function hasComputedGroups(kpi: ReadyKpi): boolean {
  if (kpi.aim.kind !== 'target' || kpi.aim.target.kind !== 'periods') return false;
  return [...kpi.aim.target.periods.values()].some(
    (one) => one.kind === 'groups' && [...one.groups.values()].some((typed) => !isConstant(typed)),
  );
}

export function prior(of: Typed, span: CalendarSpan, full: boolean): Typed {
  return { kind: 'window', of, op: { kind: 'prior', span, full }, partial: false, type: of.type, range: of.range };
}

/** Weeks compare with weeks, also those of a calendar dataset. */
function yearOf(every: CalendarLevel): CalendarSpan {
  return every === 'week' || typeof every !== 'string' ? { amount: 52, level: 'week' } : { amount: 1, level: 'year' };
}

export function askedMetric(name: string, { formula, entire }: KpiColumn): AskedMetric {
  const type = { ...formula.type, level: 'aggregate' } as const;
  return { name, title: null, formula, type, percent: false, decimals: null, ...(entire ? { entire } : {}) };
}
