// Public holidays all over Germany, for plans that count working days.
import type { Table } from '../table.js';

/** Easter Sundays, from which the movable ones are counted, are written out: four years do not need a formula. */
const days: readonly (readonly [string, string])[] = [
  ['2024-01-01', "New Year's Day"],
  ['2024-03-29', 'Good Friday'],
  ['2024-04-01', 'Easter Monday'],
  ['2024-05-01', 'Labour Day'],
  ['2024-05-09', 'Ascension Day'],
  ['2024-05-20', 'Whit Monday'],
  ['2024-10-03', 'German Unity Day'],
  ['2024-12-25', 'Christmas Day'],
  ['2024-12-26', 'Boxing Day'],
  ['2025-01-01', "New Year's Day"],
  ['2025-04-18', 'Good Friday'],
  ['2025-04-21', 'Easter Monday'],
  ['2025-05-01', 'Labour Day'],
  ['2025-05-29', 'Ascension Day'],
  ['2025-06-09', 'Whit Monday'],
  ['2025-10-03', 'German Unity Day'],
  ['2025-12-25', 'Christmas Day'],
  ['2025-12-26', 'Boxing Day'],
  ['2026-01-01', "New Year's Day"],
  ['2026-04-03', 'Good Friday'],
  ['2026-04-06', 'Easter Monday'],
  ['2026-05-01', 'Labour Day'],
  ['2026-05-14', 'Ascension Day'],
  ['2026-05-25', 'Whit Monday'],
  ['2026-10-03', 'German Unity Day'],
  ['2026-12-25', 'Christmas Day'],
  ['2026-12-26', 'Boxing Day'],
  ['2027-01-01', "New Year's Day"],
];

export const holidays: Table = {
  name: 'holidays',
  header: ['day', 'name'],
  rows: () => days,
};
