// Microseconds as bigint: the unit of wall clocks and instants, and its split into days and the time within a day.

export const MICROS_PER_SECOND = 1_000_000n;
export const MICROS_PER_MINUTE = 60_000_000n;
export const MICROS_PER_HOUR = 3_600_000_000n;
export const MICROS_PER_DAY = 86_400_000_000n;

/** Division that rounds towards minus infinity; bigint's own rounds towards zero, which is wrong before 1970. */
export function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

export function ceilDivide(value: bigint, by: bigint): bigint {
  return -floorDivide(-value, by);
}

/** The day a wall-clock reading lies in. A day number is a small integer, so a plain number holds it. */
export function dayOfMicros(local: bigint): number {
  return Number(floorDivide(local, MICROS_PER_DAY));
}

export function timeOfDay(local: bigint): bigint {
  return local - floorDivide(local, MICROS_PER_DAY) * MICROS_PER_DAY;
}

/** Midnight at the start of a day, as a wall-clock reading. */
export function microsOfDay(day: number): bigint {
  return BigInt(day) * MICROS_PER_DAY;
}
