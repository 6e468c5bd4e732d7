// Nearest names for an unknown one, by edit distance.

/** At most three names, nearest first; a difference in letter case alone counts as one. */
export function didYouMean(wrong: string, names: Iterable<string>): readonly string[] {
  const limit = Math.floor(wrong.length * 0.4) + 1;
  const close: { name: string; distance: number }[] = [];
  const lowerWrong = wrong.toLowerCase();
  for (const name of names) {
    if (name === wrong || Math.abs(name.length - wrong.length) > limit) continue;
    const lowerName = name.toLowerCase();
    const distance = lowerName === lowerWrong ? 1 : editDistance(lowerWrong, lowerName);
    if (distance <= limit) close.push({ name, distance });
  }
  close.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return close.slice(0, 3).map((entry) => entry.name);
}

/** `did you mean \`a\`, \`b\`, or \`c\`?`, or undefined where nothing is near. */
export function didYouMeanHelp(wrong: string, names: Iterable<string>): string | undefined {
  const near = didYouMean(wrong, names).map((name) => `\`${name}\``);
  if (near.length === 0) return undefined;
  if (near.length === 1) return `did you mean ${near[0]}?`;
  if (near.length === 2) return `did you mean ${near[0]} or ${near[1]}?`;
  return `did you mean ${near[0]}, ${near[1]}, or ${near[2]}?`;
}

/** Damerau-Levenshtein distance (adjacent transpositions count one). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
