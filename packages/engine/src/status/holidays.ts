// The days of a dataset of holidays, as day numbers.
import { dayMeant } from '../reference/time.js';
import type { World } from '../reference/world.js';

const NONE: ReadonlySet<number> = new Set();

export function holidayReader({ reader, calendar }: World): (dataset: string | null) => ReadonlySet<number> {
  const known = new Map<string, ReadonlySet<number>>();
  return (dataset) => {
    if (dataset === null) return NONE;
    const found = known.get(dataset);
    if (found !== undefined) return found;
    const days = reader.rows(dataset).flatMap((row) => {
      const time = reader.timeOf(dataset, row);
      return (time === null ? null : dayMeant(time.at, calendar.timezone)) ?? [];
    });
    const made = new Set(days);
    known.set(dataset, made);
    return made;
  };
}
