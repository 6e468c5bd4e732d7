// Whole-number arithmetic without a rounding: division, sharing out, looking up.

/** Quotient rounded down, for 0 <= a < 2^53 and 0 < b. */
export function div(a: number, b: number): number {
  return (a - (a % b)) / b;
}

/** The value at an index that the caller knows to exist. */
export function at<T>(values: readonly T[], index: number): T {
  const value = values[index];
  if (value === undefined) throw new Error(`no value at ${index} of ${values.length}`);
  return value;
}

/** Shares `total` out over the weights so that the parts add up to it exactly and early parts never steal from late ones. */
export function allocate(total: number, weights: readonly number[]): readonly number[] {
  const sum = BigInt(weights.reduce((s, w) => s + w, 0));
  if (sum === 0n) return weights.map(() => 0);
  let cumulative = 0n;
  let given = 0;
  return weights.map((weight) => {
    cumulative += BigInt(weight);
    const due = Number((BigInt(total) * cumulative) / sum);
    const part = due - given;
    given = due;
    return part;
  });
}

/** The first index whose cumulative weight exceeds `target`; `cumulative` ascends. */
export function findCumulative(cumulative: readonly number[], target: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = div(low + high, 2);
    if (at(cumulative, middle) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
