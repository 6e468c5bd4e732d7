// The aim of a KPI at a place: every part of it as a number, and where the target came from.
import type { KpiDef, PeriodTarget, Target, Typed } from '@sextant/parser';
import { targetOfRows } from '../reference/target-rows.js';
import type { World } from '../reference/world.js';
import { textOf } from '../value/functions/cast.js';
import { add, isZero, ONE, ZERO } from '../value/rational.js';
import { noValue, NULL } from '../value/value.js';
import { amountOf, combine, exactly, type Amount } from './amount.js';
import { groupRole, isConstant, periodRole } from './columns.js';
import type { ReadConstant } from './constants.js';
import type { CurvePoints } from './curve.js';
import { exactFigure, kpiFigure } from './figure.js';
import type { Cells, Place } from './place.js';
import type { ReadyKpi } from './ready-kpi.js';
import type { AimAmounts } from './score.js';
import type { AimReading, Figure, TargetSource } from './scorecard.js';

export interface AimAt {
  readonly amounts: AimAmounts;
  readonly reading: AimReading;
  /** What the value is held against; none where it is missing. */
  readonly target: Amount;
  /** As a history shows it; null for a range and a curve. */
  readonly figure: Figure | null;
}

export interface AimTools {
  readonly world: World;
  readonly constant: ReadConstant;
}

const NO_TARGET = noValue('no_target');

export function aimAt(kpi: ReadyKpi, place: Place, tools: AimTools): AimAt {
  const { aim } = kpi;
  const cap = (typed: Typed | null): Amount => (typed === null ? exactly(ONE) : tools.constant(typed));
  const part = (role: string, typed: Typed): Amount => partAt(kpi, role, typed, place, tools);
  const optional = (role: string, typed: Typed | null): Amount | null => (typed === null ? null : part(role, typed));
  const curve = aim.curve === null ? null : curvePoints(aim.curve, tools.constant);
  switch (aim.kind) {
    case 'target': {
      const found = targetAt(kpi, aim.target, place, tools);
      // Down needs a declared baseline, except where a curve says the score.
      const fallback = kpi.direction === 'up' ? exactly(ZERO) : null;
      const baseline = aim.baseline === null ? fallback : part('baseline', aim.baseline);
      const figure = found.constant ? exactFigure(found.amount) : kpiFigure(found.amount, kpi);
      return {
        amounts: { kind: 'target', target: found.amount, baseline, curve, cap: cap(aim.cap) },
        reading: {
          kind: 'target',
          target: figure,
          baseline: figureOf(kpi, baseline ?? NULL, aim.baseline),
          source: found.source,
        },
        target: found.amount,
        figure,
      };
    }
    case 'limit': {
      const { side } = aim;
      const [bound, worst] = [part('bound', aim.bound), optional('worst', aim.worst)];
      const figure = figureOf(kpi, bound, aim.bound);
      return {
        amounts: { kind: 'limit', side, bound, worst, curve, cap: cap(aim.cap) },
        reading: { kind: 'limit', side, bound: figure, worst: worst === null ? null : figureOf(kpi, worst, aim.worst) },
        target: bound,
        figure,
      };
    }
    case 'range': {
      const [low, high] = [part('low', aim.low), part('high', aim.high)];
      const tolerance = aim.tolerance === null ? null : tools.constant(aim.tolerance);
      return {
        amounts: { kind: 'range', low, high, tolerance, curve },
        reading: {
          kind: 'range',
          low: figureOf(kpi, low, aim.low),
          high: figureOf(kpi, high, aim.high),
          tolerance: tolerance === null ? null : exactFigure(tolerance),
        },
        target: combine(low, high, add),
        figure: null,
      };
    }
    case 'curve':
      return {
        amounts: { kind: 'curve', curve: curve ?? [] },
        reading: { kind: 'curve' },
        target: exactly(ZERO),
        figure: null,
      };
  }
}

export function curvePoints(
  curve: readonly { readonly x: Typed; readonly score: Typed }[],
  constant: ReadConstant,
): CurvePoints {
  return curve.map(({ x, score }) => ({ x: constant(x), y: constant(score) }));
}

/** What a definition says stays as it says it; what is computed is shown as the metric is. */
function figureOf(kpi: ReadyKpi, amount: Amount, typed: Typed | null): Figure {
  return typed === null || isConstant(typed) ? exactFigure(amount) : kpiFigure(amount, kpi);
}

/**
 * One number of the definition. A number for all groups together is none of each where groups add up: the target of the company
 * is not that of a country.
 */
function partAt(kpi: ReadyKpi, role: string, typed: Typed, place: Place, { constant }: AimTools): Amount {
  if (!isConstant(typed)) return place.cells.get(role) ?? NULL;
  const amount = constant(typed);
  const ofAll = place.group !== null && kpi.additive && amount.kind === 'number' && !isZero(amount.value);
  return ofAll ? NO_TARGET : amount;
}

interface Found {
  readonly amount: Amount;
  readonly source: TargetSource;
  /** It is written in the definition, or in a dataset. */
  readonly constant: boolean;
}

function targetAt(kpi: ReadyKpi, target: Target, place: Place, tools: AimTools): Found {
  const period = place.bucket.label;
  const none: Found = { amount: NO_TARGET, source: { kind: 'none', period }, constant: true };
  switch (target.kind) {
    case 'formula': {
      const amount = partAt(kpi, 'target', target.formula, place, tools);
      if (amount === NO_TARGET) return none;
      return {
        amount,
        source: { kind: 'formula', text: textOfTarget(kpi.def, null) },
        constant: isConstant(target.formula),
      };
    }
    case 'periods': {
      const declared = target.periods.get(period);
      return declared === undefined ? none : targetOfPeriod(kpi, declared, place, tools, none);
    }
    case 'dataset': {
      const group = kpi.slices.flatMap(({ member }, i) => {
        const value = place.group?.[i];
        return value === undefined ? [] : [{ member, value }];
      });
      const { value, rows } = targetOfRows(kpi, target, place.bucket, group, tools.world);
      if (rows === 0) return none;
      return {
        amount: amountOf(value),
        source: { kind: 'dataset', dataset: target.dataset, period, rows },
        constant: true,
      };
    }
  }
}

function targetOfPeriod(kpi: ReadyKpi, declared: PeriodTarget, place: Place, tools: AimTools, none: Found): Found {
  const period = place.bucket.label;
  if (declared.kind === 'formula') {
    const amount = partAt(kpi, periodRole(period), declared.formula, place, tools);
    if (amount === NO_TARGET) return none;
    const source = { kind: 'period', period, text: textOfTarget(kpi.def, period) } as const;
    return { amount, source, constant: isConstant(declared.formula) };
  }
  const ofGroup = (group: string, typed: Typed, cells: Cells): Amount =>
    isConstant(typed) ? tools.constant(typed) : (cells.get(groupRole(period, group)) ?? NULL);
  if (place.group !== null) {
    const [value] = place.group;
    const group = value === undefined || value.kind === 'none' ? null : textOf(value);
    const typed = group === null ? undefined : declared.groups.get(group);
    if (group === null || typed === undefined) return none;
    const source = { kind: 'groups', period, groups: [group] } as const;
    return { amount: ofGroup(group, typed, place.cells), source, constant: isConstant(typed) };
  }
  const groups = [...declared.groups];
  // Targets of groups are a target of all of them only where their values add up.
  if (groups.length === 0 || (groups.length > 1 && !kpi.additive)) return none;
  const amount = groups
    .map(([group, typed]) => ofGroup(group, typed, place.cellsOfGroup(group)))
    .reduce((a, b) => combine(a, b, add));
  const source = { kind: 'groups', period, groups: groups.map(([group]) => group) } as const;
  return { amount, source, constant: groups.every(([, typed]) => isConstant(typed)) };
}

function textOfTarget({ target }: KpiDef, period: string | null): string {
  if (target?.kind === 'formula') return target.formula.text;
  if (target?.kind !== 'periods') return '';
  return target.periods.find((one) => one.period.text === period)?.value?.text ?? '';
}
