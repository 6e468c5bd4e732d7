// Numbers that look random and are the same on every run.

export interface Random {
  /** A whole number below `n`. */
  readonly below: (n: number) => number;
  readonly pick: <T>(of: readonly T[]) => T | undefined;
  /** True with a probability of `percent` in a hundred. */
  readonly chance: (percent: number) => boolean;
}

/** `seed` may be any text: the same one gives the same numbers. */
export function makeRandom(seed: string): Random {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  // Mulberry32.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return { below, pick: (of) => of[below(of.length)], chance: (percent) => below(100) < percent };
}
