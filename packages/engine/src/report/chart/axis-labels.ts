// Periods along an axis in two lines: what changes from one to the next, and below it what stays.

export interface AxisLabel {
  readonly minor: string;
  readonly major: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `FY2027-Q1` is `Q1` in `FY2027`, `2026-06` is `Jun` in `2026`. */
export function axisLabel(label: string): AxisLabel {
  const month = /^(\d{4})-(\d{2})$/.exec(label);
  if (month !== null) return { minor: monthName(month[2]), major: month[1] ?? '' };
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(label);
  if (day !== null) return { minor: (day[3] ?? '').replace(/^0/, ''), major: `${monthName(day[2])} ${day[1] ?? ''}` };
  const part = /^([^-]+)-([QW]\d+)$/.exec(label);
  return part === null ? { minor: label, major: '' } : { minor: part[2] ?? '', major: part[1] ?? '' };
}

function monthName(digits: string | undefined): string {
  return MONTHS[Number.parseInt(digits ?? '', 10) - 1] ?? digits ?? '';
}
