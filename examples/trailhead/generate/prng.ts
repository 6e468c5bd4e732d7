// Random whole numbers that are the same on every machine: xoshiro128** seeded by (seed, table, key).
// Every row has a stream of its own, so a table does not shift when another one grows.
import { hashWords } from './hash.js';

export interface Random {
  /** A whole number in [0, 2^32). */
  next(): number;
  /** A whole number in [0, n). */
  below(n: number): number;
  /** A whole number in [low, high], both ends included. */
  between(low: number, high: number): number;
  /** True in `perTenThousand` of 10 000 cases. */
  chance(perTenThousand: number): boolean;
  /** An index of `weights`, as often as its weight says. */
  weighted(weights: readonly number[]): number;
  /** One of the values, all equally often. */
  pick<T>(values: readonly T[]): T;
}

/** The stream of one row of one table. */
export function makeRandom(seed: string, table: string, key: string | number): Random {
  return randomFrom(hashWords(`${seed}/${table}/${key}`));
}

/** xoshiro128** 1.1 by Blackman and Vigna (public domain), https://prng.di.unimi.it/xoshiro128starstar.c */
export function randomFrom(state: readonly [number, number, number, number]): Random {
  let [a, b, c, d] = state;
  // All zeros would stay so for ever.
  if ((a | b | c | d) === 0) a = 1;

  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
  const below = (n: number): number => Number((BigInt(next()) * BigInt(n)) >> 32n);
  const between = (low: number, high: number): number => low + below(high - low + 1);
  const chance = (perTenThousand: number): boolean => below(10_000) < perTenThousand;
  const weighted = (weights: readonly number[]): number => {
    let left = below(weights.reduce((sum, w) => sum + w, 0));
    for (const [index, weight] of weights.entries()) {
      if (left < weight) return index;
      left -= weight;
    }
    return weights.length - 1;
  };
  const pick = <T>(values: readonly T[]): T => {
    const value = values[below(values.length)];
    if (value === undefined) throw new Error('pick from an empty list');
    return value;
  };
  return { next, below, between, chance, weighted, pick };
}

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}
