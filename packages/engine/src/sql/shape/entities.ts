// What the two shapes of distinct counts share: their values, and the sets of conditions under which they are counted.
import type { LeafCells } from '../leaf/cells.js';
import { refuse } from '../sql-world.js';

export interface Entities {
  /** SQL of the counted value. */
  readonly value: string;
  /** The distinct sets of conditions, as texts. */
  readonly sets: readonly (readonly string[])[];
  /** The set of each leaf. */
  readonly setOf: ReadonlyMap<number, number>;
}

export function entitiesOf(leaves: readonly LeafCells[]): Entities {
  const value = leaves[0]?.cells[0]?.value ?? refuse('a distinct count of nothing');
  const sets: (readonly string[])[] = [];
  const known = new Map<string, number>();
  const setOf = new Map<number, number>();
  for (const leaf of leaves) {
    const where = leaf.cells[0]?.where ?? [];
    const key = JSON.stringify(where);
    const index = known.get(key) ?? sets.length;
    if (index === sets.length) {
      known.set(key, index);
      sets.push(where);
    }
    setOf.set(leaf.leaf, index);
  }
  return { value, sets, setOf };
}
