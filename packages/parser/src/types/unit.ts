// Units: products of powers of currencies, counted things, fixed lengths of time and points.

export type UnitKind = 'currency' | 'counted' | 'time' | 'point';

export interface UnitFactor {
  /** ISO 4217 code, the counted thing's name, `second` `minute` `hour` `day` `week`, or `point`. */
  readonly base: string;
  readonly kind: UnitKind;
  /** Never 0. */
  readonly power: number;
}

/** Factors sorted by kind (currency, counted, point, time), then base. Empty: a plain number. */
export type Unit = readonly UnitFactor[];

export const NO_UNIT: Unit = [];

const KIND_ORDER: Readonly<Record<UnitKind, number>> = { currency: 0, counted: 1, point: 2, time: 3 };

/** Seconds in each fixed length of time. Months and years are calendar spans and no units. */
export const TIME_UNITS: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86400,
  week: 604800,
};

export function unitOf(base: string, kind: UnitKind): Unit {
  return [{ base, kind, power: 1 }];
}

/** Product of two units; `sign` -1 divides. */
export function combineUnits(a: Unit, b: Unit, sign: 1 | -1): Unit {
  if (b.length === 0) return a;
  const powers = new Map<string, UnitFactor>();
  for (const factor of a) powers.set(`${factor.kind}:${factor.base}`, factor);
  for (const factor of b) {
    const key = `${factor.kind}:${factor.base}`;
    const power = (powers.get(key)?.power ?? 0) + sign * factor.power;
    powers.set(key, { ...factor, power });
  }
  return sortUnit([...powers.values()].filter((factor) => factor.power !== 0));
}

export function powerOfUnit(unit: Unit, exponent: number): Unit {
  if (exponent === 0) return NO_UNIT;
  return unit.map((factor) => ({ ...factor, power: factor.power * exponent }));
}

export function sortUnit(unit: Unit): Unit {
  return [...unit].sort(
    (a, b) => KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || (a.base < b.base ? -1 : a.base > b.base ? 1 : 0),
  );
}

export function sameUnit(a: Unit, b: Unit): boolean {
  return (
    a.length === b.length &&
    a.every((factor, i) => {
      const other = b[i];
      return (
        other !== undefined && factor.base === other.base && factor.kind === other.kind && factor.power === other.power
      );
    })
  );
}

/** Only counted things: soft, may be dropped by `format: percent` or `unit: 1`. */
export function isCounted(unit: Unit): boolean {
  return unit.every((factor) => factor.kind === 'counted');
}

/**
 * The exact factor (as numerator and denominator) that turns a number in `from` into one in `to`, where the two differ
 * only in lengths of time; null where they are no such pair. `90 minute` to `hour` is 60/3600.
 */
export function timeConversion(from: Unit, to: Unit): { readonly n: bigint; readonly d: bigint } | null {
  const rest = (unit: Unit): Unit => unit.filter((factor) => factor.kind !== 'time');
  if (!sameUnit(rest(from), rest(to))) return null;
  const power = (unit: Unit): number =>
    unit.reduce((sum, factor) => sum + (factor.kind === 'time' ? factor.power : 0), 0);
  if (power(from) !== power(to)) return null;
  let n = 1n;
  let d = 1n;
  const apply = (unit: Unit, direction: 1 | -1): void => {
    for (const factor of unit) {
      if (factor.kind !== 'time') continue;
      const seconds = BigInt(TIME_UNITS[factor.base] ?? 1) ** BigInt(Math.abs(factor.power));
      if (factor.power * direction > 0) n *= seconds;
      else d *= seconds;
    }
  };
  apply(from, 1);
  apply(to, -1);
  return { n, d };
}

/** `EUR/customer`, `EUR*hour`, `1/day`, `EUR^2`; a plain number is ``. */
export function showUnit(unit: Unit): string {
  const part = (factor: UnitFactor): string => {
    const power = Math.abs(factor.power);
    return power === 1 ? factor.base : `${factor.base}^${power}`;
  };
  const over = unit.filter((factor) => factor.power > 0).map(part);
  const under = unit.filter((factor) => factor.power < 0).map(part);
  if (under.length === 0) return over.join('*');
  return `${over.length === 0 ? '1' : over.join('*')}/${under.join('/')}`;
}
