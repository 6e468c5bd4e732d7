// What each campaign cost on each day it ran.
import { dayText } from '../days.js';
import { moneyText } from '../cells.js';
import type { Table } from '../table.js';

export const adSpend: Table = {
  name: 'ad_spend',
  header: ['day', 'campaign_id', 'channel', 'impressions', 'clicks', 'cost'],
  rows: (world) =>
    world.spend.map((s) => [
      dayText(s.day),
      s.campaign.id,
      s.campaign.channel,
      s.impressions,
      s.clicks,
      moneyText(s.cost),
    ]),
};
