// Calls on packed numbers: comparisons with a constant or with one another, sums and differences. Everything else is the values'.
import type { ScalarFunction } from '@sextant/parser';
import { MOST_UNITS, type Column, type NumberColumn } from '../value/column.js';
import { floor, isInteger, multiply, powerOfTen, fromBigInt, toBigInt, type Rational } from '../value/rational.js';
import { FALSE, TRUE, type Value } from '../value/value.js';

/** An argument: a column, or the value that all of its rows have. */
export type Argument = Column | Value;

/** Null where the values must be computed one by one. */
export function packedCall(fn: ScalarFunction, args: readonly Argument[], size: number): Column | null {
  const [left, right] = args;
  if (left === undefined || right === undefined || args.length !== 2) return null;
  const holds = COMPARISONS[fn];
  if (holds !== undefined) return compared(left, right, size, holds);
  if (fn !== 'add' && fn !== 'subtract') return null;
  return isNumbers(left) && isNumbers(right) ? added(left, right, fn === 'add' ? 1 : -1) : null;
}

type Holds = (order: number) => boolean;

const COMPARISONS: Readonly<Partial<Record<ScalarFunction, Holds>>> = {
  equal: (order) => order === 0,
  not_equal: (order) => order !== 0,
  less: (order) => order < 0,
  less_equal: (order) => order <= 0,
  greater: (order) => order > 0,
  greater_equal: (order) => order >= 0,
};

function isNumbers(argument: Argument): argument is NumberColumn {
  return 'kind' in argument && argument.kind === 'numbers';
}

function compared(left: Argument, right: Argument, size: number, holds: Holds): Column | null {
  if (isNumbers(left)) {
    if (isNumbers(right)) return comparedColumns(left, right, holds);
    return isNumber(right) ? comparedWith(left, right.value, size, holds) : null;
  }
  return isNumber(left) && isNumbers(right) ? comparedWith(right, left.value, size, (order) => holds(-order)) : null;
}

function isNumber(argument: Argument): argument is Extract<Value, { kind: 'number' }> {
  return 'kind' in argument && argument.kind === 'number';
}

/** The constant in the column's units: whole, or between two whole numbers. */
function comparedWith(column: NumberColumn, constant: Rational, size: number, holds: Holds): readonly Value[] {
  const limit = multiply(constant, fromBigInt(powerOfTen(column.scale)));
  // Past what a double holds no unit is near it.
  const below = Number(toBigInt(floor(limit)) ?? 0n);
  const atLimit = isInteger(limit) ? holds(0) : holds(-1);
  const [under, over] = [holds(-1), holds(1)];
  const { units, missing, none } = column;
  const values: Value[] = [];
  for (let row = 0; row < size; row++) {
    const unit = units[row] ?? 0;
    if (missing !== null && missing[row] === 1) values.push(none);
    else values.push((unit < below ? under : unit > below ? over : atLimit) ? TRUE : FALSE);
  }
  return values;
}

function comparedColumns(left: NumberColumn, right: NumberColumn, holds: Holds): readonly Value[] | null {
  if (left.scale !== right.scale) return null;
  const values: Value[] = [];
  for (let row = 0; row < left.length; row++) {
    if (isMissing(left, row)) values.push(left.none);
    else if (isMissing(right, row)) values.push(right.none);
    else values.push(holds((left.units[row] ?? 0) - (right.units[row] ?? 0)) ? TRUE : FALSE);
  }
  return values;
}

function isMissing({ missing }: NumberColumn, row: number): boolean {
  return missing !== null && missing[row] === 1;
}

function added(left: NumberColumn, right: NumberColumn, sign: 1 | -1): NumberColumn | null {
  const scale = Math.max(left.scale, right.scale);
  const [leftFactor, rightFactor] = [10 ** (scale - left.scale), sign * 10 ** (scale - right.scale)];
  // One column has room for one reason only.
  if (left.missing !== null && right.missing !== null && left.none.reason !== right.none.reason) return null;
  const missing = left.missing === null && right.missing === null ? null : new Uint8Array(left.length);
  const units = new Float64Array(left.length);
  for (let row = 0; row < left.length; row++) {
    if (missing !== null && (isMissing(left, row) || isMissing(right, row))) {
      missing[row] = 1;
      continue;
    }
    const [a, b] = [(left.units[row] ?? 0) * leftFactor, (right.units[row] ?? 0) * rightFactor];
    const sum = a + b;
    const fits = Math.abs(a) <= MOST_UNITS && Math.abs(b) <= MOST_UNITS && Math.abs(sum) <= MOST_UNITS;
    if (!fits) return null;
    units[row] = sum;
  }
  const none = left.missing === null ? right.none : left.none;
  return { kind: 'numbers', length: left.length, units, scale, missing, none };
}
