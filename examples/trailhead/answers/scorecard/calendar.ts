// Periods, windows and days in the zone of the project, as day numbers; instants through the time zone data of the platform.
import { civil, day, dayNumber, weekday } from '../../generate/days.js';
import { fraction, type Fraction } from '../fraction.js';

/** Days `[from, to)`. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

export interface Period extends Days {
  readonly label: string;
}

export type Every = 'day' | 'week' | 'month' | 'fiscal_quarter' | 'fiscal_year';

/** The period that holds a day; fiscal years begin in February and have the name of the year in which they end. */
export function periodHolding(every: Every, on: number): Period {
  const { year, month } = civil(on);
  const fiscal = month >= 2 ? year + 1 : year;
  switch (every) {
    case 'day':
      return { label: dateText(on), from: on, to: on + 1 };
    case 'week': {
      const from = on - weekday(on);
      // The ISO year of a week is the year of its Thursday.
      const thursday = from + 3;
      const first = dayNumber(civil(thursday).year, 1, 1);
      const number = Math.floor((thursday - first) / 7) + 1;
      return { label: `${civil(thursday).year}-W${pad(number)}`, from, to: from + 7 };
    }
    case 'month':
      return { label: `${year}-${pad(month)}`, from: dayNumber(year, month, 1), to: monthsLater(year, month, 1) };
    case 'fiscal_quarter': {
      const quarter = Math.floor(((month + 10) % 12) / 3);
      return {
        label: `FY${fiscal}-Q${quarter + 1}`,
        from: monthsLater(fiscal - 1, 2, quarter * 3),
        to: monthsLater(fiscal - 1, 2, quarter * 3 + 3),
      };
    }
    case 'fiscal_year':
      return { label: `FY${fiscal}`, from: dayNumber(fiscal - 1, 2, 1), to: dayNumber(fiscal, 2, 1) };
  }
}

/** The first day of the month so many months after this one. */
function monthsLater(year: number, month: number, later: number): number {
  const months = year * 12 + month - 1 + later;
  return dayNumber(Math.floor(months / 12), (months % 12) + 1, 1);
}

/** A window so many months before: whole months stay whole, else the first and the last day move, clamped to the end of a month. */
export function monthsBefore({ from, to }: Days, months: number): Days {
  if (civil(from).day === 1 && civil(to).day === 1) return { from: dayBefore(from, months), to: dayBefore(to, months) };
  return { from: dayBefore(from, months), to: dayBefore(to - 1, months) + 1 };
}

function dayBefore(on: number, months: number): number {
  const { year, month, day: dayOfMonth } = civil(on);
  const first = monthsLater(year, month, -months);
  const last = monthsLater(year, month, 1 - months) - 1;
  return Math.min(first + dayOfMonth - 1, last);
}

export function daysBefore({ from, to }: Days, days: number): Days {
  return { from: from - days, to: to - days };
}

/** Mondays to Fridays in `[from, to)` that are no holidays. */
export function workingDays({ from, to }: Days, holidays: ReadonlySet<number>): number {
  let count = 0;
  for (let on = from; on < to; on += 1) if (weekday(on) < 5 && !holidays.has(on)) count += 1;
  return count;
}

/** The part of a period that lies before the end of a day. */
export function elapsed(period: Days, asOf: number): Fraction {
  const passed = Math.min(Math.max(asOf + 1 - period.from, 0), period.to - period.from);
  return fraction(BigInt(passed), BigInt(period.to - period.from));
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a zone at an instant, as `2026-06-17 14:30:00`. */
function wallClock(milliseconds: number, zone: string): string {
  let format = clocks.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    clocks.set(zone, format);
  }
  return format.format(new Date(milliseconds));
}

/** The day in Berlin of `2026-06-17T22:30:00Z`. */
export function berlinDay(instant: string): number {
  return day(wallClock(Date.parse(instant), 'Europe/Berlin').slice(0, 10));
}

/** The day in Berlin at which clocks of New York show `2026-06-17 22:30:00`. */
export function berlinDayOfNewYork(text: string): number {
  const wall = Date.parse(`${text.replace(' ', 'T')}Z`);
  for (const hours of [4, 5]) {
    const instant = wall + hours * 3_600_000;
    if (wallClock(instant, 'America/New_York') === text) return day(wallClock(instant, 'Europe/Berlin').slice(0, 10));
  }
  throw new Error(`no clock of New York shows ${text}`);
}

export function dateText(on: number): string {
  const { year, month, day: dayOfMonth } = civil(on);
  return `${year}-${pad(month)}-${pad(dayOfMonth)}`;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
