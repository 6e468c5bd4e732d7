// Arithmetic and comparison of exact numbers as SQL; quotients stay pairs.
import { powerOfTen } from '../../value/rational.js';
import {
  absFixed,
  addFixed,
  alignFixed,
  comparableFixed,
  integer,
  integerOfSize,
  literal,
  magnitude,
  multiplyBy,
  multiplyFixed,
  negateFixed,
  unscaled,
  withSql,
  type Fixed,
} from './fixed.js';
import { condition, exact, strictFaults, type NullSql, type NumberSql, type PlainSql } from './row-sql.js';

export function addNumbers(a: NumberSql, b: NumberSql, sign: '+' | '-'): NumberSql {
  const rest = shared(a, b);
  if (a.d?.sql === b.d?.sql) {
    const over = leastCommonMultiple(a.over, b.over);
    const n = addFixed(multiplyBy(a.n, over / a.over), multiplyBy(b.n, over / b.over), sign);
    return exact(n, { d: a.d, over, ...rest });
  }
  const left = multiplyBy(timesDivisor(a.n, b.d), b.over);
  const right = multiplyBy(timesDivisor(b.n, a.d), a.over);
  return exact(addFixed(left, right, sign), { d: productOf(a.d, b.d), over: a.over * b.over, ...rest });
}

export function multiplyNumbers(a: NumberSql, b: NumberSql): NumberSql {
  return exact(multiplyFixed(a.n, b.n), { d: productOf(a.d, b.d), over: a.over * b.over, ...shared(a, b) });
}

/** Over zero there is no value. */
export function divideNumbers(a: NumberSql, b: NumberSql): NumberSql | NullSql {
  const rest = shared(a, b);
  const divisor = b.n.constant;
  if (divisor === 0n) return { kind: 'null', faults: rest.faults };
  if (divisor !== null && b.d === null) {
    // x / (c / 10^s / over): times a constant, over a constant.
    const [factor, over] = reduced(powerOfTen(b.n.scale) * b.over, magnitude(divisor));
    const n = multiplyBy(divisor < 0n ? negateFixed(a.n) : a.n, factor);
    return exact(n, { d: a.d, over: a.over * over, ...rest });
  }
  const n = multiplyBy(timesDivisor(a.n, b.d), b.over);
  const negative = negateFixed(n);
  const signed = withSql(n, `(CASE WHEN ${b.n.sql} < 0 THEN ${negative.sql} ELSE ${n.sql} END)`);
  const positive = absFixed(b.n);
  const d = withSql(positive, `nullif(${positive.sql}, 0)`);
  return exact(signed, { d: productOf(a.d, d), over: a.over, ...rest });
}

export function negateNumber(a: NumberSql): NumberSql {
  return { ...a, n: negateFixed(a.n) };
}

export function absNumber(a: NumberSql): NumberSql {
  return { ...a, n: absFixed(a.n) };
}

export function compareNumbers(a: NumberSql, b: NumberSql, op: string): PlainSql {
  const [left, right] = crossed(a, b);
  return condition(`(${left.sql} ${op} ${right.sql})`, strictFaults([a, b]));
}

/** Divisors are positive, so multiplying each side by the other's keeps the order. */
function crossed(a: NumberSql, b: NumberSql): readonly [Fixed, Fixed] {
  const over = leastCommonMultiple(a.over, b.over);
  const sameDivisor = a.d?.sql === b.d?.sql;
  const left = multiplyBy(sameDivisor ? a.n : timesDivisor(a.n, b.d), over / a.over);
  const right = multiplyBy(sameDivisor ? b.n : timesDivisor(b.n, a.d), over / b.over);
  const [l, r] = comparableFixed([left, right]);
  // With one divisor on both sides it must still be there.
  if (sameDivisor && a.d !== null)
    return [withSql(l ?? left, `(CASE WHEN ${a.d.sql} IS NOT NULL THEN ${(l ?? left).sql} END)`), r ?? right];
  return [l ?? left, r ?? right];
}

/** Numbers in one SQL type over one divisor, for a choice between them; the divisor is a choice too where it varies. */
export function alignNumbers(numbers: readonly NumberSql[]): readonly NumberSql[] {
  const over = numbers.reduce((all, one) => leastCommonMultiple(all, one.over), 1n);
  const ns = alignFixed(numbers.map((one) => multiplyBy(one.n, over / one.over)));
  const varies = numbers.some((one) => one.d !== null);
  const ds = varies ? alignFixed(numbers.map((one) => one.d ?? literal(1n, 0))) : null;
  return numbers.map((one, i) => ({ ...one, n: ns[i] ?? one.n, d: ds === null ? null : (ds[i] ?? one.d), over }));
}

/** The number as one whole number over another: `unscaled(n) * up / (unscaled(d) * down)`, with both products made. */
export function asIntegers(a: NumberSql): { readonly n: Fixed; readonly d: Fixed } {
  const up = a.d === null ? 1n : powerOfTen(a.d.scale);
  const [factor, divisor] = reduced(up, a.over * powerOfTen(a.n.scale));
  const n = multiplyBy(unscaled(a.n), factor);
  return { n, d: a.d === null ? literal(divisor, 0) : multiplyBy(unscaled(a.d), divisor) };
}

/** Whole division and what it leaves, both of the dividend's sign. */
export function quotientAndRest(
  n: Fixed,
  d: Fixed,
): { readonly q: string; readonly r: string; readonly bound: bigint } {
  const size = n.bound > d.bound ? n.bound : d.bound;
  const left = integerOfSize(n, size);
  const right = integerOfSize(d, size);
  const bound = d.constant === null ? n.bound : n.bound / magnitude(d.constant);
  return { q: `(${left.sql} // ${right.sql})`, r: `(${left.sql} % ${right.sql})`, bound };
}

/** `least` and `greatest` of all, and the reduction of two constants. */
export function reduced(a: bigint, b: bigint): readonly [bigint, bigint] {
  const common = greatestCommonDivisor(a, b);
  return [a / common, b / common];
}

export function wholeNumber(sql: string, bound: bigint, like: Fixed): Fixed {
  return integer(sql, bound, like.type.kind === 'integer' ? like.type.size : 2);
}

function timesDivisor(n: Fixed, d: Fixed | null): Fixed {
  return d === null ? n : multiplyFixed(n, d);
}

function productOf(a: Fixed | null, b: Fixed | null): Fixed | null {
  if (a === null) return b;
  return b === null ? a : multiplyFixed(a, b);
}

function shared(a: NumberSql, b: NumberSql): Pick<NumberSql, 'approximate' | 'faults'> {
  return { approximate: a.approximate || b.approximate, faults: strictFaults([a, b]) };
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return a === b ? a : (a / greatestCommonDivisor(a, b)) * b;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [high, low] = [a, b];
  while (low !== 0n) [high, low] = [low, high % low];
  return high;
}
