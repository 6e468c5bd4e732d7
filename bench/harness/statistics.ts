// The few figures that the rules of the benchmark are about.

export function minimum(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export interface Timed {
  readonly round: number;
  readonly ms: number;
}

export interface Ratio {
  /** The ratio of the two minima. */
  readonly ofMinima: number;
  /** The median over rounds of the ratio of each round's best turns. */
  readonly ofRounds: number;
  /** The two figures differ by more than 15 %. */
  readonly noisy: boolean;
}

/** How many times as long `subject` takes as `peer`; null where no round has both. */
export function ratio(subject: readonly Timed[], peer: readonly Timed[]): Ratio | null {
  const left = bestByRound(subject);
  const right = bestByRound(peer);
  const perRound: number[] = [];
  for (const [round, ms] of left) {
    const other = right.get(round);
    if (other !== undefined) perRound.push(ms / other);
  }
  if (perRound.length === 0) return null;
  const ofMinima = minimum([...left.values()]) / minimum([...right.values()]);
  const ofRounds = median(perRound);
  return { ofMinima, ofRounds, noisy: Math.abs(ofMinima / ofRounds - 1) > 0.15 };
}

function bestByRound(samples: readonly Timed[]): ReadonlyMap<number, number> {
  const best = new Map<number, number>();
  for (const { round, ms } of samples) best.set(round, Math.min(best.get(round) ?? ms, ms));
  return best;
}

/** The exponent b of time = a * n^b by least squares over the three largest sizes; null below two sizes. */
export function exponent(points: readonly { readonly n: number; readonly ms: number }[]): number | null {
  const largest = points.toSorted((a, b) => b.n - a.n).slice(0, 3);
  if (largest.length < 2) return null;
  const x = largest.map((point) => Math.log(point.n));
  const y = largest.map((point) => Math.log(point.ms));
  const meanX = x.reduce((sum, value) => sum + value, 0) / x.length;
  const meanY = y.reduce((sum, value) => sum + value, 0) / y.length;
  let above = 0;
  let below = 0;
  for (let i = 0; i < x.length; i += 1) {
    const dx = (x[i] ?? 0) - meanX;
    above += dx * ((y[i] ?? 0) - meanY);
    below += dx * dx;
  }
  return below === 0 ? null : above / below;
}
