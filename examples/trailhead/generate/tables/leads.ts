// Leads: who asked, through which channel, who looks after them, and the customer they became.
import { instantText } from '../days.js';
import type { Table } from '../table.js';

export const leads: Table = {
  name: 'leads',
  header: [
    'lead_id',
    'email',
    'created_at',
    'channel',
    'campaign_id',
    'country',
    'owner_id',
    'created_by',
    'customer_id',
  ],
  rows: (world) => {
    const customerOf = new Map(world.customers.map((c) => [c.lead?.id, c.id]));
    return world.leads.map((l) => [
      l.id,
      l.email,
      instantText(l.createdAt),
      l.channel,
      l.campaign?.id ?? null,
      l.country,
      l.owner.id,
      l.creator?.id ?? null,
      customerOf.get(l.id) ?? null,
    ]);
  },
};
