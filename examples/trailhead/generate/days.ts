// Days and instants as whole numbers: days since 1970-01-01 and seconds since then, in UTC.
import { div } from './integers.js';

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days since 1970-01-01 of a Gregorian date (H. Hinnant's days_from_civil, for years after 0). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = div(y, 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = div(153 * ((month + 9) % 12) + 2, 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + div(yearOfEra, 4) - div(yearOfEra, 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The Gregorian date of a day number (H. Hinnant's civil_from_days). */
export function civil(dayNo: number): Civil {
  const z = dayNo + 719_468;
  const era = div(z, 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = div(dayOfEra - div(dayOfEra, 1460) + div(dayOfEra, 36_524) - div(dayOfEra, 146_096), 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + div(yearOfEra, 4) - div(yearOfEra, 100));
  const mp = div(5 * dayOfYear + 2, 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - div(153 * mp + 2, 5) + 1,
  };
}

/** 0 is Monday, 6 is Sunday. */
export function weekday(dayNo: number): number {
  return (dayNo + 3) % 7;
}

/** The day number of `2026-02-01`. */
export function day(text: string): number {
  const [y, m, d] = text.split('-').map((part) => Number.parseInt(part, 10));
  return dayNumber(y ?? 0, m ?? 0, d ?? 0);
}

/** `2026-02-01`. */
export function dayText(dayNo: number): string {
  const c = civil(dayNo);
  return `${c.year}-${pad(c.month)}-${pad(c.day)}`;
}

/** `2026-02`. */
export function monthText(dayNo: number): string {
  return dayText(dayNo).slice(0, 7);
}

/** `2026-02-01T07:30:00Z`. */
export function instantText(seconds: number): string {
  return `${dayText(div(seconds, 86_400))}T${clock(seconds)}Z`;
}

/** `2026-02-01 07:30:00`: a wall clock, without a zone. */
export function wallText(seconds: number): string {
  return `${dayText(div(seconds, 86_400))} ${clock(seconds)}`;
}

/** The second of `2026-02-01T07:30:00Z`. */
export function instant(text: string): number {
  const [h, m, s] = text
    .slice(11, 19)
    .split(':')
    .map((part) => Number.parseInt(part, 10));
  return day(text.slice(0, 10)) * 86_400 + (h ?? 0) * 3600 + (m ?? 0) * 60 + (s ?? 0);
}

/** First days of the months that overlap [first, last]. */
export function monthStarts(first: number, last: number): readonly number[] {
  const starts: number[] = [];
  let { year, month } = civil(first);
  for (let start = dayNumber(year, month, 1); start <= last; start = dayNumber(year, month, 1)) {
    starts.push(start);
    month += 1;
    if (month === 13) {
      month = 1;
      year += 1;
    }
  }
  return starts;
}

/** The first day of the month after the one that holds `dayNo`. */
export function nextMonth(dayNo: number): number {
  const { year, month } = civil(dayNo);
  return month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
}

function clock(seconds: number): string {
  const s = seconds % 86_400;
  return `${pad(div(s, 3600))}:${pad(div(s, 60) % 60)}:${pad(s % 60)}`;
}

function pad(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}
