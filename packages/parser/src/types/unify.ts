// Brings two operands to one unit: the same, a bare number's, or another length of time, exactly converted.
import { approximateMix, bareNumber, mixedLevels, unitMismatch } from './errors.js';
import { call, constant, isZeroText, makeType, numberText } from './make-typed.js';
import type { Scope } from './scope.js';
import type { Typed } from './typed.js';
import { isCounted, NO_UNIT, sameUnit, timeConversion, type Unit } from './unit.js';
import { INTEGER, RATIONAL } from './value-type.js';

export interface Unified {
  readonly left: Typed;
  readonly right: Typed;
  readonly unit: Unit;
}

/** Null where the units cannot meet; that was reported. */
export function unifyUnits(
  left: Typed,
  right: Typed,
  op: '+' | '-' | 'compare' | 'choose',
  scope: Scope,
): Unified | null {
  const a = left.type.unit;
  const b = right.type.unit;
  if (sameUnit(a, b)) return { left, right, unit: a };
  if (left.type.value.kind === 'none') return { left, right, unit: b };
  if (right.type.value.kind === 'none') return { left, right, unit: a };
  if (takesUnit(left, b)) return { left, right, unit: b };
  if (takesUnit(right, a)) return { left, right, unit: a };
  const factor = timeConversion(b, a);
  if (factor !== null) return { left, right: scaled(right, factor, a), unit: a };
  const leftSpan = scope.at(left.range);
  const rightSpan = scope.at(right.range);
  if (left.type.bare) scope.report(bareNumber(b, leftSpan, rightSpan, numberText(left)));
  else if (right.type.bare) scope.report(bareNumber(a, rightSpan, leftSpan, numberText(right)));
  else scope.report(unitMismatch(op, { unit: a, span: leftSpan }, { unit: b, span: rightSpan }));
  return null;
}

function takesUnit(number: Typed, unit: Unit): boolean {
  return number.type.bare && number.type.unit.length === 0 && (isCounted(unit) || isZeroText(numberText(number)));
}

/** The same quantity in another length of time: times an exact factor. */
export function scaled(typed: Typed, factor: { readonly n: bigint; readonly d: bigint }, unit: Unit): Typed {
  const number = (value: bigint): Typed =>
    constant({ kind: 'number', text: value.toString() }, INTEGER, NO_UNIT, typed.range, true);
  const whole = factor.n % factor.d === 0n;
  const over = whole
    ? typed
    : call(
        'divide',
        [typed, number(factor.d)],
        { ...typed.type, value: typed.type.value.kind === 'float' ? typed.type.value : RATIONAL },
        typed.range,
      );
  return call(
    'multiply',
    [over, number(whole ? factor.n / factor.d : factor.n)],
    { ...makeType(over.type.value, unit, typed.type.level) },
    typed.range,
  );
}

/** False where a row value meets an aggregate; that was reported. */
export function levelsMeet(parts: readonly Typed[], scope: Scope): boolean {
  const row = parts.find((part) => part.type.level === 'row');
  const aggregate = parts.find((part) => part.type.level === 'aggregate');
  if (row === undefined || aggregate === undefined) return true;
  scope.report(mixedLevels(scope.at(row.range), scope.at(aggregate.range)));
  return false;
}

/** False where an approximate number meets an exact one that is no literal; that was reported. */
export function exactnessMeets(parts: readonly Typed[], scope: Scope): boolean {
  const float = parts.find((part) => part.type.value.kind === 'float');
  const exact = parts.find(
    (part) => part.type.level !== 'constant' && ['integer', 'decimal', 'rational'].includes(part.type.value.kind),
  );
  if (float === undefined || exact === undefined) return true;
  scope.report(approximateMix(scope.at(float.range), scope.at(exact.range)));
  return false;
}
