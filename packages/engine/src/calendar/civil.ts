// Civil days: the proleptic Gregorian calendar as plain integers, days counted from 1970-01-01, without a Date object.

/** A day as people write it; month 1 to 12, day 1 to 31. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface IsoWeek {
  /** The ISO week-year: 2021-01-03 lies in 2020-W53. */
  readonly year: number;
  readonly week: number;
}

/** The years that text can name. Results of arithmetic outside them are refused where text could not show them. */
export const MIN_YEAR = 1;
export const MAX_YEAR = 9999;

/** Days from 0001-01-01 to 1970-01-01. */
const EPOCH_FROM_YEAR_ONE = 719_162;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** The day number of January 1st. */
export function firstDayOfYear(year: number): number {
  const past = year - 1;
  return 365 * past + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - EPOCH_FROM_YEAR_ONE;
}

/** The day number of a date that exists (see `isCivilDate`). */
export function dayOf(year: number, month: number, day: number): number {
  const leap = month > 2 && isLeapYear(year) ? 1 : 0;
  return firstDayOfYear(year) + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leap + day - 1;
}

export function isCivilDate(year: number, month: number, day: number): boolean {
  return (
    year >= MIN_YEAR && year <= MAX_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

export function civilOf(dayNumber: number): CivilDate {
  // The mean year length puts the estimate at most one year off.
  let year = Math.floor((dayNumber + EPOCH_FROM_YEAR_ONE) / 365.2425) + 1;
  while (firstDayOfYear(year) > dayNumber) year -= 1;
  while (firstDayOfYear(year + 1) <= dayNumber) year += 1;
  let rest = dayNumber - firstDayOfYear(year);
  let month = 1;
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  return { year, month, day: rest + 1 };
}

/** 1 (Monday) to 7 (Sunday). 1970-01-01 was a Thursday. */
export function weekdayOf(dayNumber: number): number {
  return modulo(dayNumber + 3, 7) + 1;
}

/** The week whose Thursday decides the year, as ISO 8601 has it. */
export function isoWeekOf(dayNumber: number): IsoWeek {
  const thursday = dayNumber - weekdayOf(dayNumber) + 4;
  const { year } = civilOf(thursday);
  return { year, week: Math.floor((thursday - firstDayOfYear(year)) / 7) + 1 };
}

/** The Monday of an ISO week; week 1 holds January 4th. */
export function firstDayOfIsoWeek(year: number, week: number): number {
  const fourth = firstDayOfYear(year) + 3;
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7;
}

/** 52 or 53: December 28th always lies in the last week. */
export function isoWeeksInYear(year: number): number {
  return isoWeekOf(dayOf(year, 12, 28)).week;
}

/** Months since year 0, so that month arithmetic is integer arithmetic. */
export function monthIndexOf(dayNumber: number): number {
  const { year, month } = civilOf(dayNumber);
  return year * 12 + month - 1;
}

export function firstDayOfMonthIndex(index: number): number {
  return dayOf(Math.floor(index / 12), modulo(index, 12) + 1, 1);
}

/**
 * The same day of another month, or that month's last day where it is shorter. To step from one anchor, call this with the
 * anchor every time: January 31st + 1 + 1 months is March 28th, January 31st + 2 months is March 31st.
 */
export function addMonths(dayNumber: number, months: number): number {
  const { year, month, day } = civilOf(dayNumber);
  const index = year * 12 + month - 1 + months;
  const toYear = Math.floor(index / 12);
  const toMonth = modulo(index, 12) + 1;
  return dayOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** The remainder that is never negative. */
export function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
