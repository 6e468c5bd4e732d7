// Days as people write them.

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2026-06-17` is `17 June 2026`; any other text stays as it is. */
export function dayText(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  const [, year = '', month = '', day = ''] = match ?? [];
  const name = MONTHS[Number.parseInt(month, 10) - 1];
  return match === null || name === undefined ? iso : `${day.replace(/^0/, '')} ${name} ${year}`;
}
