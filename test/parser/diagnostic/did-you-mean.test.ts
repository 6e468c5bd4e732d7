import fc from 'fast-check';
import { expect, it } from 'vitest';
import { didYouMean } from '../../../packages/parser/src/diagnostic/did-you-mean.js';

it('names the nearest three of all that are near enough, as measuring each of them in full does', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '_', '1'), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(word, fc.uniqueArray(word, { maxLength: 12 }), (wrong, names) => {
      const measured = names
        .filter((name) => name !== wrong)
        .map((name) => ({ name, far: Math.max(distance(wrong, name), name === wrong ? 0 : 1) }))
        .filter(({ far }) => far <= Math.floor(wrong.length * 0.4) + 1)
        .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1));
      expect(didYouMean(wrong, names)).toEqual(measured.slice(0, 3).map(({ name }) => name));
    }),
    { seed: 1, numRuns: 2000 },
  );
});

/** By its definition: the last letters are left out, put in, exchanged, or two of them swapped. */
function distance(left: string, right: string): number {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  const of = (i: number, j: number): number => {
    if (i === 0 || j === 0) return Math.max(i, j);
    const known = table.get(i * 100 + j);
    if (known !== undefined) return known;
    const changed = a[i - 1] === b[j - 1] ? 0 : 1;
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? of(i - 2, j - 2) + 1 : Infinity;
    const found = Math.min(of(i - 1, j) + 1, of(i, j - 1) + 1, of(i - 1, j - 1) + changed, swapped);
    table.set(i * 100 + j, found);
    return found;
  };
  const table = new Map<number, number>();
  return of(a.length, b.length);
}
