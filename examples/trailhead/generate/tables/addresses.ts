// Places to which bills and parcels go.
import type { Table } from '../table.js';

export const addresses: Table = {
  name: 'addresses',
  header: ['address_id', 'country', 'region', 'city', 'postcode'],
  rows: (world) => world.addresses.map((a) => [a.id, a.country, a.place.region, a.place.city, a.place.postcode]),
};
