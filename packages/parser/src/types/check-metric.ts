// What a metric declares about its number, held against what its formula gives.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { MetricDef } from '../shape/definitions.js';
import { declaredUnit, emptyOnMany, percentOfUnit, uselessOption } from './errors.js';
import { isUnknown } from './make-typed.js';
import { readUnit } from './read-unit.js';
import { unitAt } from './unit-at.js';
import type { AggregateTyped, Type, Typed } from './typed.js';
import { scaled } from './unify.js';
import { isCounted, NO_UNIT, sameUnit, sortUnit, timeConversion, type Unit } from './unit.js';
import { isNumeric } from './value-type.js';

export interface CheckedMetric {
  readonly formula: Typed;
  readonly type: Type;
  readonly percent: boolean;
  readonly decimals: number | null;
  readonly emptyZero: boolean;
}

export function checkMetric(
  def: MetricDef,
  formula: Typed,
  counted: ReadonlySet<string>,
  report: (diagnostic: Diagnostic) => void,
): CheckedMetric {
  const percent = def.format?.value === 'percent';
  const decimals = def.decimals?.value ?? null;
  const base = { percent, decimals, emptyZero: def.empty !== null };
  const span = def.formula.span;
  if (isUnknown(formula)) return { formula, type: formula.type, ...base };
  const numeric = isNumeric(formula.type.value);
  if (!numeric) {
    if (def.unit !== null) report(uselessOption('`unit`', 'only numbers have units', def.unit.span));
    if (def.decimals !== null) report(uselessOption('`decimals`', 'only numbers have digits', def.decimals.span));
    if (def.format !== null) report(uselessOption('`format`', 'only numbers have a format', def.format.span));
  }
  let typed = formula;
  let unit = formula.type.unit;
  if (def.unit !== null && numeric) {
    const declared = def.origin === null ? unitAt(def.unit, counted, report) : unitOfInstance(def.unit.text, unit);
    if (declared !== null && !sameUnit(declared, unit)) {
      const factor = timeConversion(unit, declared);
      const drops = declared.length === 0 && isCounted(unit);
      if (factor !== null) typed = scaled(formula, factor, declared);
      else if (!drops && !formula.type.bare) report(declaredUnit(def.unit.text, unit, def.unit.span, span));
      unit = declared;
    }
  }
  if (percent && numeric && unit.length > 0) {
    if (isCounted(unit)) unit = NO_UNIT;
    else report(percentOfUnit(unit, span));
  }
  if (def.empty !== null) {
    const aggregate = oneAggregate(formula);
    if (aggregate === null) report(emptyOnMany(def.empty.span));
    else if (['count', 'count_rows', 'count_distinct'].includes(aggregate.fn))
      report(uselessOption('`empty: 0`', 'a count of nothing is 0 already', def.empty.span));
    else if (!numeric) report(uselessOption('`empty: 0`', 'only numbers can be 0', def.empty.span));
  }
  return { formula: typed, type: { ...typed.type, unit, level: 'aggregate', bare: false }, ...base };
}

/**
 * The unit that a library declares, over what stands for its inputs: the money and the counted things of the project, and the
 * library's lengths of time. `1` drops what is counted, as it does in the library.
 */
function unitOfInstance(declared: string, found: Unit): Unit {
  if (declared === '1') return NO_UNIT;
  const time = declaredTime(declared);
  return time.length === 0 ? found : sortUnit([...found.filter(({ kind }) => kind !== 'time'), ...time]);
}

/** Of a unit whose other words mean something in the library alone. */
function declaredTime(text: string): Unit {
  const words = new Set(text.match(/[\p{L}_][\p{L}\p{N}\p{M}_]*/gu) ?? []);
  const read = readUnit(text, words);
  return read.kind === 'unit' ? read.unit.filter(({ kind }) => kind === 'time') : NO_UNIT;
}

/** A state is one, too: nothing stands in the warehouse. That nobody ever counted is another reason, which stays. */
function oneAggregate(formula: Typed): AggregateTyped | null {
  if (formula.kind === 'filtered' || formula.kind === 'state') return oneAggregate(formula.of);
  return formula.kind === 'aggregate' ? formula : null;
}
