// A 4-4-5 calendar: years of whole weeks, quarters of 4, 4 and 5 of them; R2025 has a 53rd week.
import type { Cell } from '../cells.js';
import { day, dayNumber, dayText, weekday } from '../days.js';
import { div } from '../integers.js';
import type { Table } from '../table.js';
import type { World } from '../world.js';

export const retailCalendar: Table = {
  name: 'retail_calendar',
  header: ['day', 'retail_week', 'retail_month', 'retail_quarter', 'retail_year'],
  rows: rowsOf,
};

function* rowsOf(world: World): Generator<readonly Cell[]> {
  const first = day(world.size.first);
  const last = world.size.name === 'tiny' ? day('2026-06-28') : day('2027-01-31');
  for (let end = 2024; end <= 2027; end += 1) {
    const start = yearStart(end);
    const weeks = div(yearStart(end + 1) - start, 7);
    for (let week = 0; week < weeks; week += 1) {
      const period = periodOf(week);
      for (let d = start + week * 7; d < start + week * 7 + 7; d += 1) {
        // Whole weeks around the first day; the years before it are of no use.
        if (d < first - weekday(first) || d > last) continue;
        yield [
          dayText(d),
          `R${end}-W${two(week + 1)}`,
          `R${end}-P${two(period)}`,
          `R${end}-Q${div(period - 1, 3) + 1}`,
          `R${end}`,
        ];
      }
    }
  }
}

/** The Monday closest to 1 February of the calendar year before the one that names the retail year. */
function yearStart(endYear: number): number {
  const february = dayNumber(endYear - 1, 2, 1);
  const after = weekday(february);
  return after <= 3 ? february - after : february + 7 - after;
}

/** 1 to 12; the 53rd week belongs to the last period. */
function periodOf(week: number): number {
  const quarter = Math.min(3, div(week, 13));
  const inQuarter = week - quarter * 13;
  return quarter * 3 + (inQuarter < 4 ? 1 : inQuarter < 8 ? 2 : 3);
}

function two(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}
