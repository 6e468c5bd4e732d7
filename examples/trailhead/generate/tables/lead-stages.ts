// Every entry of a lead into a stage of the funnel.
import type { Cell } from '../cells.js';
import { idText } from '../cells.js';
import { instantText } from '../days.js';
import type { Table } from '../table.js';
import type { World } from '../world.js';

export const leadStages: Table = {
  name: 'lead_stages',
  header: ['entry_id', 'lead_id', 'stage', 'entered_at'],
  rows: rowsOf,
};

function* rowsOf(world: World): Generator<readonly Cell[]> {
  const width = world.size.leads >= 10_000 ? 7 : 4;
  let index = 0;
  for (const lead of world.leads) {
    for (const entry of lead.entries) {
      yield [idText('t', index, width), lead.id, entry.stage, instantText(entry.at)];
      index += 1;
    }
  }
}
