// + - * /, mod, power, abs, round, floor, ceil, roots and growth.
import { finite } from '../dialect-duckdb.js';
import { powerOfTen, toBigInt } from '../../value/rational.js';
import { fromDecimalText } from '../../value/rational.js';
import { refuse } from '../sql-world.js';
import { integer, literal, magnitude, multiplyBy, multiplyFixed, withSql, type Fixed } from './fixed.js';
import type { SqlFunction } from './functions.js';
import { doubleOf, isFloat, numberOf, strict } from './functions.js';
import {
  absNumber,
  addNumbers,
  asIntegers,
  divideNumbers,
  multiplyNumbers,
  negateNumber,
  quotientAndRest,
} from './numbers.js';
import { exact, float, NULL_SQL, strictFaults, type NumberSql, type RowSql } from './row-sql.js';

function binary(
  onNumbers: (a: NumberSql, b: NumberSql) => RowSql,
  onDoubles: (a: string, b: string) => string,
): SqlFunction {
  return strict((args) => {
    if (!isFloat(args)) return onNumbers(numberOf(args[0]), numberOf(args[1]));
    const [a, b] = [doubleOf(args[0]), doubleOf(args[1])];
    return float(finite(onDoubles(a.sql, b.sql)), strictFaults(args));
  });
}

function unary(onNumber: (a: NumberSql) => RowSql, onDouble: (a: string) => string): SqlFunction {
  return strict((args) => {
    if (!isFloat(args)) return onNumber(numberOf(args[0]));
    return float(onDouble(doubleOf(args[0]).sql), strictFaults(args));
  });
}

export const addSql = binary(
  (a, b) => addNumbers(a, b, '+'),
  (a, b) => `(${a} + ${b})`,
);
export const subtractSql = binary(
  (a, b) => addNumbers(a, b, '-'),
  (a, b) => `(${a} - ${b})`,
);
export const multiplySql = binary(multiplyNumbers, (a, b) => `(${a} * ${b})`);
export const divideSql = binary(divideNumbers, (a, b) => `(${a} / nullif(${b}, 0))`);
export const modSql = binary(modNumbers, (a, b) => `(${a} % nullif(${b}, 0))`);
export const negateSql = unary(negateNumber, (a) => `(-${a})`);
export const absSql = unary(absNumber, (a) => `abs(${a})`);
export const floorSql = unary(
  (a) => wholePart(a, (q, r) => `(${q} - CASE WHEN ${r} < 0 THEN 1 ELSE 0 END)`),
  (a) => `floor(${a})`,
);
export const ceilSql = unary(
  (a) => wholePart(a, (q, r) => `(${q} + CASE WHEN ${r} > 0 THEN 1 ELSE 0 END)`),
  (a) => `ceil(${a})`,
);

/** Roots are approximate, and the engine's doubles are enough for that. */
function root(domain: (x: string) => string, fn: (x: string) => string): SqlFunction {
  return strict((args) => {
    const x = doubleOf(args[0]).sql;
    return float(finite(`(CASE WHEN ${domain(x)} THEN ${fn(x)} END)`), strictFaults(args));
  });
}

export const sqrtSql = root(
  (x) => `${x} >= 0`,
  (x) => `sqrt(${x})`,
);
export const expSql = root(
  () => 'true',
  (x) => `exp(${x})`,
);
export const lnSql = root(
  (x) => `${x} > 0`,
  (x) => `ln(${x})`,
);

/** A whole constant exponent multiplies; others are approximate. */
export const powerSql: SqlFunction = strict((args, call) => {
  const [base, exponent] = args;
  const whole = wholeConstant(exponent);
  if (call.type.value.kind === 'float' || whole === null) {
    const [x, y] = [doubleOf(base).sql, doubleOf(exponent).sql];
    const domain = `(${x} > 0 OR (${x} = 0 AND ${y} >= 0) OR (${x} < 0 AND ${y} = trunc(${y})))`;
    return float(finite(`(CASE WHEN ${domain} THEN pow(${x}, ${y}) END)`), strictFaults(args));
  }
  if (isFloat(args)) return float(finite(`pow(${doubleOf(base).sql}, ${whole})`), strictFaults(args));
  const number = numberOf(base);
  if (magnitude(whole) > 38n) return refuse('a large power of a row value');
  let product: NumberSql = exact(
    number.n.constant === null
      ? withSql(literal(1n, 0), `(CASE WHEN ${number.n.sql} IS NOT NULL THEN 1 END)`)
      : literal(1n, 0),
    { faults: number.faults, approximate: number.approximate },
  );
  for (let i = 0n; i < magnitude(whole); i += 1n) product = i === 0n ? number : multiplyNumbers(product, number);
  return whole < 0n ? divideNumbers(exact(literal(1n, 0)), product) : product;
});

export const roundSql: SqlFunction = strict((args) => {
  const digits = args.length < 2 ? 0n : wholeConstant(args[1]);
  if (digits === null || magnitude(digits) > 30n) return refuse('round to digits that are no small constant');
  if (isFloat(args)) return float(`round_even(${doubleOf(args[0]).sql}, ${digits})`, strictFaults(args));
  return roundNumber(numberOf(args[0]), Number(digits));
});

/** Ties to the even neighbour, by whole numbers; the engine itself rounds them away from zero. */
export function roundNumber(a: NumberSql, digits: number): NumberSql {
  const unit = powerOfTen(Math.abs(digits));
  const scaled = digits >= 0 ? { ...a, n: multiplyBy(a.n, unit) } : { ...a, over: a.over * unit };
  const parts = asIntegers(scaled);
  if (parts.d.constant === 1n) return digits >= 0 ? a : { ...a, n: multiplyBy(parts.n, unit), d: null, over: 1n };
  const { q, r, bound } = quotientAndRest(parts.n, parts.d);
  const up = `abs(${r}) > ${parts.d.sql} - abs(${r}) OR (abs(${r}) = ${parts.d.sql} - abs(${r}) AND ${q} % 2 <> 0)`;
  const step = `CASE WHEN ${up} THEN CASE WHEN ${parts.n.sql} < 0 THEN -1 ELSE 1 END ELSE 0 END`;
  const rounded = integer(`(${q} + ${step})`, bound + 1n, sizeOf(parts.n, parts.d));
  return digits >= 0
    ? { ...a, n: rounded, d: null, over: unit }
    : { ...a, n: multiplyBy(rounded, unit), d: null, over: 1n };
}

function wholePart(a: NumberSql, pick: (q: string, r: string) => string): NumberSql {
  const parts = asIntegers(a);
  if (parts.d.constant === 1n) return { ...a, n: parts.n, d: null, over: 1n };
  const { q, r, bound } = quotientAndRest(parts.n, parts.d);
  return { ...a, n: integer(pick(q, r), bound + 1n, sizeOf(parts.n, parts.d)), d: null, over: 1n };
}

/** The remainder has the sign of the dividend; over zero there is none. */
function modNumbers(a: NumberSql, b: NumberSql): RowSql {
  const [left, right] = [asIntegers(a), asIntegers(b)];
  const faults = strictFaults([a, b]);
  if (right.n.constant === 0n) return { ...NULL_SQL, faults };
  const dividend = multiplyFixed(left.n, right.d);
  const divisor = multiplyFixed(right.n, left.d);
  const { r } = quotientAndRest(dividend, divisor);
  const zeroSafe = divisor.constant === null ? `(CASE WHEN ${divisor.sql} <> 0 THEN ${r} END)` : r;
  const d = multiplyFixed(left.d, right.d);
  const bound = dividend.bound < divisor.bound ? dividend.bound : divisor.bound;
  const n = integer(zeroSafe, bound, sizeOf(dividend, divisor));
  const approximate = a.approximate || b.approximate;
  return d.constant === null
    ? exact(n, { d, faults, approximate })
    : exact(n, { over: d.constant, faults, approximate });
}

/** `(now, before)`: over a base that is zero or negative there is no growth. */
export const growthSql: SqlFunction = strict((args) => {
  if (isFloat(args)) {
    const [now, before] = [doubleOf(args[0]).sql, doubleOf(args[1]).sql];
    return float(finite(`(CASE WHEN ${before} > 0 THEN (${now} - ${before}) / ${before} END)`), strictFaults(args));
  }
  const [now, before] = [numberOf(args[0]), numberOf(args[1])];
  const quotient = divideNumbers(addNumbers(now, before, '-'), before);
  if (quotient.kind === 'null') return quotient;
  const n = withSql(quotient.n, `(CASE WHEN ${before.n.sql} > 0 THEN ${quotient.n.sql} END)`);
  return { ...quotient, n, faults: strictFaults(args) };
});

/** Keeps the number exact and marks it. */
export const approxSql: SqlFunction = strict(([value]) =>
  value?.kind === 'float' ? value : { ...numberOf(value), approximate: true },
);

function sizeOf(a: Fixed, b: Fixed): 0 | 1 | 2 {
  const sizes = [a, b].map(({ type }) => (type.kind === 'integer' ? type.size : 2));
  return sizes.includes(2) ? 2 : sizes.includes(1) ? 1 : 0;
}

export function wholeConstant(value: RowSql | undefined): bigint | null {
  if (value?.kind !== 'number' || value.n.constant === null || value.d !== null) return null;
  const number = fromDecimalText(value.n.constant.toString());
  return number === null ? null : toBigInt({ n: number.n, d: powerOfTen(value.n.scale) * value.over });
}
