// Opportunities: what a qualified lead may buy, and how it ended.
import type { Cell } from '../cells.js';
import { idText, moneyText } from '../cells.js';
import { dayText } from '../days.js';
import { div } from '../integers.js';
import { makeRandom } from '../prng.js';
import type { Table } from '../table.js';
import type { World } from '../world.js';

export const opportunities: Table = {
  name: 'opportunities',
  header: ['opportunity_id', 'lead_id', 'created_on', 'closed_on', 'outcome', 'amount', 'probability'],
  rows: rowsOf,
};

function* rowsOf(world: World): Generator<readonly Cell[]> {
  let index = 0;
  for (const lead of world.leads) {
    const opened = lead.entries.find((e) => e.stage === 'opportunity');
    if (opened === undefined) continue;
    const random = makeRandom(world.seed, 'opportunities', lead.id);
    const won = lead.convertedAt !== null && lead.convertedAt >= opened.at ? lead.convertedAt : null;
    const lost = lead.entries.find((e) => e.stage === 'lost')?.at ?? null;
    const closed = won ?? lost;
    yield [
      idText('q', index, world.size.leads >= 10_000 ? 6 : 4),
      lead.id,
      dayText(div(opened.at, 86_400)),
      closed === null ? null : dayText(div(closed, 86_400)),
      won !== null ? 'won' : lost !== null ? 'lost' : null,
      moneyText(random.between(12, 180) * 2_500),
      closed === null ? random.pick(['0.10', '0.25', '0.50', '0.75']) : won !== null ? '1.00' : '0.00',
    ];
    index += 1;
  }
}
