// Targets of sales by fiscal quarter and country, along the seasons of the year.
import type { Cell } from '../cells.js';
import { moneyText } from '../cells.js';
import { civil, day, dayText } from '../days.js';
import { quarterStart } from '../advertising.js';
import { div } from '../integers.js';
import type { Table } from '../table.js';
import { countries } from '../vocabulary.js';
import type { World } from '../world.js';

/** EUR cents for the whole of FY2025 at the size `small`; every later year asks for 15 percent more. */
const firstYear = 15_000_000;
const shares = { DE: 46, US: 25, GB: 20, JP: 9 } as const;
/** February to April, May to July, August to October, November to January, in percent of the year. */
const seasons = [24, 19, 20, 37] as const;

export const revenueTargets: Table = {
  name: 'revenue_targets',
  header: ['quarter', 'starts_on', 'country', 'target'],
  rows: rowsOf,
};

function* rowsOf(world: World): Generator<readonly Cell[]> {
  for (let start = quarterStart(day(world.size.first)); start < day('2027-02-01'); start = quarterStart(start + 100)) {
    const { year, month } = civil(start);
    const fiscalYear = year + 1;
    const quarter = div(month - 2, 3) + 1;
    let target = firstYear * world.size.scale;
    for (let y = 2025; y < fiscalYear; y += 1) target = div(target * 115, 100);
    for (const country of countries) {
      const cents = div(target * (seasons[quarter - 1] ?? 0) * shares[country], 10_000);
      yield [`FY${fiscalYear}-Q${quarter}`, dayText(start), country, moneyText(div(cents, 10_000) * 10_000)];
    }
  }
}
