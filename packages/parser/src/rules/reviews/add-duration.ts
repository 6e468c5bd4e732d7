// A day and a length of time in the calendar: the day that it leads to.

/** `2026-01-31` and `1 month` is `2026-02-28`: what a month lacks is cut off. Less than a day is the day itself. */
export function addDuration(day: string, duration: string): string {
  const [, amount = '0', unit = ''] = /^(\d+) (\w+?)s?$/.exec(duration) ?? [];
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = MONTHS[unit];
  if (months === undefined) return iso(year, month, date + Math.floor(Number(amount) * (DAYS[unit] ?? 0)));
  const target = month - 1 + Number(amount) * months;
  const [toYear, toMonth] = [year + Math.floor(target / 12), (target % 12) + 1];
  return iso(toYear, toMonth, Math.min(date, daysIn(toYear, toMonth)));
}

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };
const DAYS: Readonly<Record<string, number>> = { minute: 1 / 1440, hour: 1 / 24, day: 1, week: 7 };

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Days behind the end of a month lie in the next one. */
function iso(year: number, month: number, date: number): string {
  const text = new Date(Date.UTC(year, month - 1, date)).toISOString();
  return text.slice(0, text.indexOf('T')).replace(/^\+0*(?=\d{5})/, '');
}
