// Whole numbers and decimals as SQL: the type, the digits after the point and a bound of each are known, so that every operand
// is widened before it could overflow. Past 38 digits the engine's own check fails the statement; nothing ever wraps or rounds.
import { powerOfTen } from '../../value/rational.js';
import { cast, numberLiteral } from '../dialect-duckdb.js';
import { refuse } from '../sql-world.js';

export type NumberType =
  { readonly kind: 'integer'; readonly size: 0 | 1 | 2 } | { readonly kind: 'decimal'; readonly width: number };

/** A number `unscaled / 10^scale`. */
export interface Fixed {
  readonly sql: string;
  readonly type: NumberType;
  /** Digits after the point; 0 for whole numbers. */
  readonly scale: number;
  /** The largest possible `|unscaled|`. */
  readonly bound: bigint;
  /** The unscaled number itself where it is a constant. */
  readonly constant: bigint | null;
}

/** What every engine here holds, and what 128 bits hold. */
const DIGITS = 38;
/** Decimals to 18 digits are 64 bits wide and stay so in the engine's arithmetic: beyond, operands must be wider. */
const NARROW = 18;
const INTEGERS = ['INTEGER', 'BIGINT', 'HUGEINT'] as const;
const INTEGER_BOUNDS = [(1n << 31n) - 1n, (1n << 63n) - 1n, (1n << 127n) - 1n] as const;

export function literal(unscaled: bigint, scale: number): Fixed {
  const bound = magnitude(unscaled);
  if (digitsOf(bound) > DIGITS) return refuse('a number has more than 38 digits');
  const type: NumberType =
    scale === 0 ? integerFor(bound) : { kind: 'decimal', width: Math.max(digitsOf(bound), scale + 1) };
  return { sql: numberLiteral(unscaled, scale), type, scale, bound, constant: unscaled };
}

/** A column of whole numbers, 64 bits wide or 128. */
export function integerColumn(sql: string, wide = false): Fixed {
  const size = wide ? 2 : 1;
  return { sql, type: { kind: 'integer', size }, scale: 0, bound: INTEGER_BOUNDS[size], constant: null };
}

export function decimalColumn(sql: string, width: number, scale: number): Fixed {
  return { sql, type: { kind: 'decimal', width }, scale, bound: powerOfTen(width) - 1n, constant: null };
}

/** A whole number that some function gives. */
export function integer(sql: string, bound: bigint, size: 0 | 1 | 2 = 1): Fixed {
  return { sql, type: { kind: 'integer', size }, scale: 0, bound: least(bound, INTEGER_BOUNDS[size]), constant: null };
}

export function addFixed(a: Fixed, b: Fixed, sign: '+' | '-'): Fixed {
  if (a.constant === 0n && sign === '+') return b;
  if (b.constant === 0n) return a;
  if (a.constant !== null && b.constant !== null) {
    const scale = Math.max(a.scale, b.scale);
    const right = b.constant * powerOfTen(scale - b.scale);
    return literal(a.constant * powerOfTen(scale - a.scale) + (sign === '+' ? right : -right), scale);
  }
  const scale = Math.max(a.scale, b.scale);
  const bound = a.bound * powerOfTen(scale - a.scale) + b.bound * powerOfTen(scale - b.scale);
  if (a.type.kind === 'integer' && b.type.kind === 'integer') return integerResult(a, b, sign, bound);
  const [left, right] = [asDecimal(a), asDecimal(b)];
  const natural = Math.max(widthOf(left) - left.scale, widthOf(right) - right.scale) + scale + 1;
  const given = capped(natural, left, right);
  const wanted = Math.min(DIGITS, Math.max(digitsOf(bound), scale));
  if (given >= wanted && natural <= DIGITS) return decimalResult(left, right, sign, given, scale, bound);
  const width = Math.max(wanted, NARROW + 1);
  const result = Math.min(DIGITS, width + 1);
  return decimalResult(widen(left, width, scale), widen(right, width, scale), sign, result, scale, bound);
}

export function multiplyFixed(a: Fixed, b: Fixed): Fixed {
  if (a.constant === 1n && a.scale === 0) return b;
  if (b.constant === 1n && b.scale === 0) return a;
  const scale = a.scale + b.scale;
  if (a.constant !== null && b.constant !== null) return literal(a.constant * b.constant, scale);
  const bound = a.bound * b.bound;
  if (a.type.kind === 'integer' && b.type.kind === 'integer') return integerResult(a, b, '*', bound);
  if (scale > DIGITS) return refuse('a product has more than 38 digits after the point');
  const [left, right] = [asDecimal(a), asDecimal(b)];
  const given = capped(widthOf(left) + widthOf(right), left, right);
  const wanted = Math.min(DIGITS, Math.max(digitsOf(bound), scale));
  if (given >= wanted) return decimalResult(left, right, '*', given, scale, bound);
  const wide = widen(left, NARROW + 1, left.scale);
  return decimalResult(wide, right, '*', Math.min(DIGITS, widthOf(wide) + widthOf(right)), scale, bound);
}

export function multiplyBy(a: Fixed, factor: bigint): Fixed {
  return factor === 1n ? a : multiplyFixed(a, literal(factor, 0));
}

export function negateFixed(a: Fixed): Fixed {
  return a.constant === null ? { ...a, sql: `(-${a.sql})` } : literal(-a.constant, a.scale);
}

export function absFixed(a: Fixed): Fixed {
  return a.constant === null ? { ...a, sql: `abs(${a.sql})` } : literal(magnitude(a.constant), a.scale);
}

/** The same numbers in one SQL type, so that a choice between them or a list of them loses nothing. */
export function alignFixed(numbers: readonly Fixed[]): readonly Fixed[] {
  if (numbers.every(({ type }) => type.kind === 'integer')) {
    const size = Math.max(...numbers.map(({ type }) => (type.kind === 'integer' ? type.size : 0)));
    // Literals take the type of what they stand beside.
    return numbers.map((one) => (one.constant === null ? castInteger(one, size) : one));
  }
  const scale = Math.max(...numbers.map((one) => one.scale));
  const decimals = numbers.map((one) => (one.constant === null ? asDecimal(one) : rescaleConstant(one, scale)));
  const before = Math.max(...decimals.map((one) => widthOf(one) - one.scale));
  const width = Math.min(DIGITS, before + scale);
  return decimals.map((one) => widen(one, width, scale));
}

/** Two numbers as they may be compared: the engine brings both to one type by itself, exactly as long as it has the digits. */
export function comparableFixed(numbers: readonly Fixed[]): readonly Fixed[] {
  if (numbers.every(({ type }) => type.kind === 'integer')) return numbers;
  const scale = Math.max(...numbers.map((one) => one.scale));
  const shown = numbers.map((one) => (one.constant === null ? one : rescaleConstant(one, scale)));
  const before = Math.max(...shown.map((one) => integerDigits(one)));
  return before + scale <= DIGITS ? shown : alignFixed(numbers);
}

/** The unscaled number as a whole number. */
export function unscaled(a: Fixed): Fixed {
  if (a.type.kind === 'integer') return a;
  if (a.constant !== null) return { ...literal(a.constant, 0) };
  const size = a.bound <= INTEGER_BOUNDS[1] ? 1 : 2;
  const shifted = a.scale === 0 ? a : multiplyFixed(a, literal(powerOfTen(a.scale), 0));
  return integer(cast(shifted.sql, INTEGERS[size]), a.bound, size);
}

/** A whole number in a column wide enough for `bound`. */
export function integerOfSize(a: Fixed, bound: bigint): Fixed {
  const { size } = integerFor(bound);
  return a.type.kind === 'integer' && a.type.size < size ? castInteger(a, size) : a;
}

export function integerTypeName(a: Fixed): string {
  return a.type.kind === 'integer' ? INTEGERS[a.type.size] : 'HUGEINT';
}

/** Any number of the same type with other SQL and another bound: a choice, an absolute value. */
export function withSql(a: Fixed, sql: string, bound: bigint = a.bound): Fixed {
  return { ...a, sql, bound, constant: null };
}

export function digitsOf(bound: bigint): number {
  return bound === 0n ? 1 : bound.toString().length;
}

export function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function integerFor(bound: bigint): { readonly kind: 'integer'; readonly size: 0 | 1 | 2 } {
  return { kind: 'integer', size: bound <= INTEGER_BOUNDS[0] ? 0 : bound <= INTEGER_BOUNDS[1] ? 1 : 2 };
}

function integerResult(a: Fixed, b: Fixed, sign: '+' | '-' | '*', bound: bigint): Fixed {
  const sizes = [a, b].map(({ type }) => (type.kind === 'integer' ? type.size : 2));
  const size = integerFor(bound).size;
  const wide = Math.max(...sizes) < size || a.constant !== null || b.constant !== null;
  const left = wide && a.constant === null ? castInteger(a, size) : a;
  const right = wide && b.constant === null ? castInteger(b, size) : b;
  const type: NumberType = {
    kind: 'integer',
    size: Math.max(size, ...sizes) === 2 ? 2 : Math.max(size, ...sizes) === 1 ? 1 : 0,
  };
  return {
    sql: `(${left.sql} ${sign} ${right.sql})`,
    type,
    scale: 0,
    bound: least(bound, INTEGER_BOUNDS[type.size]),
    constant: null,
  };
}

function castInteger(a: Fixed, size: number): Fixed {
  if (a.type.kind !== 'integer' || a.type.size >= size) return a;
  const to = size === 2 ? 2 : 1;
  return { ...a, sql: cast(a.sql, INTEGERS[to]), type: { kind: 'integer', size: to } };
}

function decimalResult(a: Fixed, b: Fixed, sign: string, width: number, scale: number, bound: bigint): Fixed {
  return {
    sql: `(${a.sql} ${sign} ${b.sql})`,
    type: { kind: 'decimal', width },
    scale,
    bound: least(bound, powerOfTen(width) - 1n),
    constant: null,
  };
}

function asDecimal(a: Fixed): Fixed {
  if (a.type.kind === 'decimal') return a;
  const width = Math.min(DIGITS, digitsOf(a.bound));
  return { ...a, sql: cast(a.sql, `DECIMAL(${width},0)`), type: { kind: 'decimal', width } };
}

function widthOf(a: Fixed): number {
  return a.type.kind === 'decimal' ? a.type.width : digitsOf(a.bound);
}

/** Digits before the point that the engine reckons with. */
function integerDigits(a: Fixed): number {
  if (a.type.kind === 'decimal') return a.type.width - a.scale;
  return [10, 19, DIGITS][a.type.size] ?? DIGITS;
}

function widen(a: Fixed, width: number, scale: number): Fixed {
  if (a.type.kind === 'decimal' && a.type.width === width && a.scale === scale) return a;
  if (a.constant !== null && a.scale === scale && widthOf(a) <= width && scale > 0) return a;
  const bound = least(a.bound * powerOfTen(scale - a.scale), powerOfTen(width) - 1n);
  return { ...a, sql: cast(a.sql, `DECIMAL(${width},${scale})`), type: { kind: 'decimal', width }, scale, bound };
}

function rescaleConstant(a: Fixed, scale: number): Fixed {
  const value = (a.constant ?? 0n) * powerOfTen(scale - a.scale);
  return digitsOf(magnitude(value)) > DIGITS ? a : literal(value, scale);
}

/** The width that the engine gives a result; it widens two narrow operands to a narrow one only. */
function capped(natural: number, a: Fixed, b: Fixed): number {
  if (natural > NARROW && widthOf(a) <= NARROW && widthOf(b) <= NARROW) return NARROW;
  return Math.min(DIGITS, natural);
}
