// Nearest names for an unknown one, by edit distance.

interface Near {
  readonly name: string;
  readonly distance: number;
}

const MOST = 3;

/** At most three names, nearest first; a difference in letter case alone counts as one. */
export function didYouMean(wrong: string, names: Iterable<string>): readonly string[] {
  // Only what may still be among the nearest is measured: a project has thousands of names, most of them far away.
  let limit = Math.floor(wrong.length * 0.4) + 1;
  const nearest: Near[] = [];
  const lowerWrong = wrong.toLowerCase();
  for (const name of names) {
    if (name === wrong || Math.abs(name.length - wrong.length) > limit) continue;
    const lowerName = name.toLowerCase();
    const distance = lowerName === lowerWrong ? 1 : editDistance(lowerWrong, lowerName, limit);
    if (distance > limit) continue;
    nearest.push({ name, distance });
    nearest.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
    if (nearest.length > MOST) nearest.pop();
    if (nearest.length === MOST) limit = nearest[MOST - 1]?.distance ?? limit;
  }
  return nearest.map(({ name }) => name);
}

/** `did you mean \`a\`, \`b\`, or \`c\`?`, or undefined where nothing is near. */
export function didYouMeanHelp(wrong: string, names: Iterable<string>): string | undefined {
  const near = didYouMean(wrong, names).map((name) => `\`${name}\``);
  if (near.length === 0) return undefined;
  if (near.length === 1) return `did you mean ${near[0]}?`;
  if (near.length === 2) return `did you mean ${near[0]} or ${near[1]}?`;
  return `did you mean ${near[0]}, ${near[1]}, or ${near[2]}?`;
}

/** Damerau-Levenshtein distance (adjacent transpositions count one); where it is more than `limit`, anything that is more. */
function editDistance(a: string, b: string, limit: number): number {
  // What both begin and end with costs nothing.
  let start = 0;
  while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const width = endB - start;
  const height = endA - start;
  if (width === 0 || height === 0) return Math.max(width, height);
  let beforeLast: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, j) => j);
  for (let i = 1; i <= height; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= width; j++) {
      const cost = a.charCodeAt(start + i - 1) === b.charCodeAt(start + j - 1) ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(start + i - 1) === b.charCodeAt(start + j - 2) &&
        a.charCodeAt(start + i - 2) === b.charCodeAt(start + j - 1)
      ) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
      if (best < least) least = best;
    }
    // From two rows that are above the limit, no way leads back below it.
    if (least > limit && Math.min(...last) > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[width] ?? 0;
}
