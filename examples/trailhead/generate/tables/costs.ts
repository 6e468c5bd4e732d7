// What the departments cost: salaries at the end of every month, tools in the middle.
import type { Cell } from '../cells.js';
import { moneyText } from '../cells.js';
import { day, dayText, monthStarts, nextMonth } from '../days.js';
import { div } from '../integers.js';
import { makeRandom } from '../prng.js';
import type { Table } from '../table.js';
import type { World } from '../world.js';

/** EUR cents a month for the size `small`, which shows a small part of the company. */
const monthly = [
  { department: 'marketing', salary: 28_000, tools: 4_500 },
  { department: 'sales', salary: 36_000, tools: 3_000 },
  { department: 'support', salary: 22_000, tools: 1_500 },
] as const;

export const costs: Table = {
  name: 'costs',
  header: ['paid_on', 'department', 'kind', 'amount'],
  rows: rowsOf,
};

function* rowsOf(world: World): Generator<readonly Cell[]> {
  const first = day(world.size.first);
  const last = day(world.size.last);
  for (const month of monthStarts(first, last)) {
    for (const kind of ['tools', 'salary'] as const) {
      const on = kind === 'tools' ? month + 14 : nextMonth(month) - 1;
      if (on < first || on > last) continue;
      for (const row of monthly) {
        const random = makeRandom(world.seed, 'costs', `${dayText(on)}-${row.department}-${kind}`);
        // Salaries rise by 3 percent every February.
        const raised = Math.max(0, Number.parseInt(dayText(month - 31).slice(0, 4), 10) - 2024);
        const base = row[kind] + (kind === 'salary' ? div(row.salary * 3 * raised, 100) : random.below(2_000));
        yield [dayText(on), row.department, kind, moneyText(base * world.size.scale)];
      }
    }
  }
}
