// Campaigns with their channel, flight and budget.
import { dayText } from '../days.js';
import { moneyText } from '../cells.js';
import type { Table } from '../table.js';

export const campaigns: Table = {
  name: 'campaigns',
  header: ['campaign_id', 'name', 'channel', 'starts_on', 'ends_on', 'budget'],
  rows: (world) =>
    world.campaigns.map((c) => [
      c.id,
      c.name,
      c.channel,
      dayText(c.startsOn),
      c.endsOn === null ? null : dayText(c.endsOn),
      c.budget === null ? null : moneyText(c.budget),
    ]),
};
