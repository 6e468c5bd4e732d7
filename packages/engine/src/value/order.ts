// One total order of values and one key per value, the same on every engine: for sorting, grouping and distinct counts.
import { compare, normalise } from './rational.js';
import type { Value } from './value.js';

const RANK: Readonly<Record<Exclude<Value['kind'], 'none'>, number>> = {
  boolean: 0,
  number: 1,
  date: 2,
  datetime: 3,
  timestamp: 4,
  text: 5,
};

/**
 * Negative, zero or positive. No value sorts last in both directions, whatever its reason. Text by code point. Values of two
 * kinds, which no column holds, are ordered by kind so that the order is total.
 */
export function compareValues(a: Value, b: Value, direction: 'asc' | 'desc' = 'asc'): number {
  if (a.kind === 'none' || b.kind === 'none') {
    if (a.kind === b.kind) return 0;
    return a.kind === 'none' ? 1 : -1;
  }
  return direction === 'asc' ? compareSome(a, b) : compareSome(b, a);
}

function compareSome(a: Exclude<Value, { kind: 'none' }>, b: Exclude<Value, { kind: 'none' }>): number {
  if (a.kind === 'number' && b.kind === 'number') return compare(a.value, b.value);
  if (a.kind === 'text' && b.kind === 'text') return compareText(a.value, b.value);
  if (a.kind === 'boolean' && b.kind === 'boolean') return (a.value ? 1 : 0) - (b.value ? 1 : 0);
  if (a.kind === 'date' && b.kind === 'date') return a.day - b.day;
  if (a.kind === 'datetime' && b.kind === 'datetime') return compareMicros(a.micros, b.micros);
  if (a.kind === 'timestamp' && b.kind === 'timestamp') return compareMicros(a.micros, b.micros);
  return RANK[a.kind] - RANK[b.kind];
}

function compareMicros(a: bigint, b: bigint): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Text by code point, as databases with a binary collation and UTF-8 have it. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return codePointRank(left) - codePointRank(right);
  }
  return a.length - b.length;
}

/**
 * JavaScript compares UTF-16 units, in which the surrogates of code points past U+FFFF come before U+E000. Moving both
 * blocks round each other gives the order of the code points themselves.
 */
function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** Equal exactly for equal values; no value has one key whatever its reason, so that its rows make one group. */
export function valueKey(value: Value): string {
  switch (value.kind) {
    case 'none':
      return '-';
    case 'number': {
      const { n, d } = normalise(value.value);
      return d === 1n ? `n${n}` : `n${n}/${d}`;
    }
    case 'text':
      return `t${value.value}`;
    case 'boolean':
      return value.value ? 'b1' : 'b0';
    case 'date':
      return `d${value.day}`;
    case 'datetime':
      return `w${value.micros}`;
    case 'timestamp':
      return `i${value.micros}`;
  }
}

/** One key for several values: the group of a row. */
export function groupKey(values: readonly Value[]): string {
  // The length in front keeps ('a', 'b|c') and ('a|b', 'c') apart.
  return values
    .map((value) => {
      const key = valueKey(value);
      return `${key.length}:${key}`;
    })
    .join('|');
}

export function sameValue(a: Value, b: Value): boolean {
  return a.kind === b.kind && compareValues(a, b) === 0;
}
