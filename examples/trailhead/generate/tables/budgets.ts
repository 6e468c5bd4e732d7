// What each department may spend, month by month, to the end of FY2027.
import type { Cell } from '../cells.js';
import { moneyText } from '../cells.js';
import { day, dayText, monthStarts } from '../days.js';
import type { Table } from '../table.js';
import type { World } from '../world.js';

const monthly = [
  { department: 'marketing', cents: 60_000 },
  { department: 'sales', cents: 42_000 },
  { department: 'support', cents: 26_000 },
] as const;

export const budgets: Table = {
  name: 'budgets',
  header: ['month', 'department', 'amount'],
  rows: rowsOf,
};

function* rowsOf(world: World): Generator<readonly Cell[]> {
  for (const month of monthStarts(day(world.size.first), day('2027-01-31'))) {
    for (const { department, cents } of monthly) {
      yield [dayText(month), department, moneyText(cents * world.size.scale)];
    }
  }
}
