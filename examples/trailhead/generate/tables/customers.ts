// Customers.
import { dayText } from '../days.js';
import type { Table } from '../table.js';

export const customers: Table = {
  name: 'customers',
  header: ['customer_id', 'joined_on', 'country', 'segment', 'acquired_by'],
  rows: (world) => world.customers.map((c) => [c.id, dayText(c.joinedOn), c.country, c.segment, c.channel]),
};
