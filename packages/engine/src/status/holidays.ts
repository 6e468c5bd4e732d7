// The days of a dataset of holidays, as day numbers.
import { holidaysIn } from '../reference/holidays.js';
import type { World } from '../reference/world.js';

const NONE: ReadonlySet<number> = new Set();

export function holidayReader(world: World): (dataset: string | null) => ReadonlySet<number> {
  const known = new Map<string, ReadonlySet<number>>();
  return (dataset) => {
    if (dataset === null) return NONE;
    const found = known.get(dataset) ?? holidaysIn(dataset, world);
    known.set(dataset, found);
    return found;
  };
}
