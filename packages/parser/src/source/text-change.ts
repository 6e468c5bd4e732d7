// What has changed between two texts: one range, the smallest that begins and ends with a change.

export interface TextChange {
  /** Up to here both texts are the same. */
  readonly start: number;
  /** From here on in the old text, and from there on in the new one, they are the same again. */
  readonly endBefore: number;
  readonly endAfter: number;
}

/** Compared in steps: slices are compared as memory, many characters at a time. */
const STEP = 4096;

export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  const start = same(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const tail = same(
    shorter - start,
    (from, to) =>
      before.slice(before.length - to, before.length - from) === after.slice(after.length - to, after.length - from),
  );
  return { start, endBefore: before.length - tail, endAfter: after.length - tail };
}

/** How far the texts are the same, of at most `most` characters. */
function same(most: number, isSame: (from: number, to: number) => boolean): number {
  let low = 0;
  while (low + STEP <= most && isSame(low, low + STEP)) low += STEP;
  let high = Math.min(most, low + STEP);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isSame(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
