// Which tags a product carries: many to many, and some products carry none.
import type { Table } from '../table.js';

export const productTags: Table = {
  name: 'product_tags',
  header: ['product_id', 'tag'],
  rows: (world) => world.products.flatMap((p) => p.word.tags.map((tag) => [p.id, tag])),
};
