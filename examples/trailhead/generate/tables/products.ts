// Products; the source names two columns in its own way, as sources do.
import { dayText } from '../days.js';
import type { Table } from '../table.js';

export const products: Table = {
  name: 'products',
  header: ['product_id', 'Product Name', 'category', 'Launched'],
  rows: (world) => world.products.map((p) => [p.id, p.name, p.word.category, dayText(p.launchedOn)]),
};
