// The days of a dataset of holidays, as day numbers.
import { dayMeant } from './time.js';
import type { World } from './world.js';

/** Rows without a day are no holidays. */
export function holidaysIn(dataset: string, { reader, calendar }: World): ReadonlySet<number> {
  const days = reader.rows(dataset).flatMap((row) => {
    const time = reader.timeOf(dataset, row);
    return (time === null ? null : dayMeant(time.at, calendar.timezone)) ?? [];
  });
  return new Set(days);
}
