// What has to stand for an input: the type of its stand-in, with the currency and the counted things left open.
import type { Type } from '../types/typed.js';
import type { Unit, UnitFactor, UnitKind } from '../types/unit.js';
import { isNumeric, type ValueType } from '../types/value-type.js';

/** Money per counted thing in whatever currency and of whatever thing; plain numbers may count nothing. */
export function fits(found: Type, wanted: Type): boolean {
  return fitsValue(found.value, wanted.value) && fitsUnit(found.unit, wanted.unit);
}

function fitsValue(found: ValueType, wanted: ValueType): boolean {
  if (found.kind === 'unknown' || wanted.kind === 'unknown') return true;
  return isNumeric(wanted) ? isNumeric(found) : found.kind === wanted.kind;
}

function fitsUnit(found: Unit, wanted: Unit): boolean {
  const fixed = (unit: Unit): string =>
    unit
      .filter(({ kind }) => kind === 'time' || kind === 'point')
      .map(({ base, power }) => `${base}^${power}`)
      .join(' ');
  if (fixed(found) !== fixed(wanted)) return false;
  if (powers(found, 'currency').join(' ') !== powers(wanted, 'currency').join(' ')) return false;
  // What is counted is soft: it may be dropped, and never comes in.
  const left = powers(wanted, 'counted');
  return powers(found, 'counted').every((power) => {
    const at = left.indexOf(power);
    if (at === -1) return false;
    left.splice(at, 1);
    return true;
  });
}

function powers(unit: Unit, kind: UnitKind): number[] {
  return unit
    .filter((factor) => factor.kind === kind)
    .map(({ power }) => power)
    .sort((a, b) => a - b);
}

/** `money per counted thing`, `a number`, `a text`. */
export function needInWords({ value, unit }: Type): string {
  if (!isNumeric(value)) return valueInWords(value);
  return unit.length === 0 ? 'a number without a unit' : unitInWords(unit);
}

/** The same of what is there, with its unit: `money (EUR)`. */
export function isInWords(type: Type, shown: string): string {
  const words = needInWords(type);
  return isNumeric(type.value) && type.unit.length > 0 ? `${words} (${shown})` : words;
}

function valueInWords(value: ValueType): string {
  switch (value.kind) {
    case 'text':
      return 'a text';
    case 'boolean':
      return 'true or false';
    case 'date':
      return 'a date';
    case 'datetime':
      return 'a datetime';
    case 'timestamp':
      return 'a timestamp';
    default:
      return 'a value';
  }
}

function unitInWords(unit: Unit): string {
  const over = unit.filter(({ power }) => power > 0);
  const under = unit.filter(({ power }) => power < 0);
  const first =
    over.length === 0
      ? 'a number'
      : over.map((factor, i) => factorInWords(factor, i === over.length - 1 && over.length === 1)).join(' times ');
  return [first, ...under.map((factor) => `per ${factorInWords(factor, false)}`)].join(' ');
}

function factorInWords({ base, kind, power }: UnitFactor, many: boolean): string {
  const words =
    kind === 'currency'
      ? 'money'
      : kind === 'counted'
        ? many
          ? 'a number of counted things'
          : 'counted thing'
        : many
          ? `${base}s`
          : base;
  const size = Math.abs(power);
  return size === 1 ? words : `${words} to the power of ${size}`;
}
