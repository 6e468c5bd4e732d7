import { describe, expect, it } from 'vitest';
import { answer, ask, situation } from './ask.js';

const given = situation(
  `
datasets:
  products:
    key: product_id
    time: none
    fields: { product_id: text, price: integer, sold: { formula: count(lines where quantity > 0) }, first_line: { formula: min(lines.day) } }
  tags:
    key: [product_id, tag]
    time: none
    fields: { product_id: { type: text, references: products }, tag: text, kind: text }
  lines:
    key: line
    time: day
    known_at: known_on
    fields:
      line: text
      product_id: { type: text, references: products }
      day: date
      known_on: { type: date, optional: true }
      quantity: integer
      total: { formula: quantity * products.price }
dimensions:
  tag: tags.tag
  kind: tags.kind
  since: products.first_line
metrics:
  quantity: sum(lines.quantity)
  total: sum(lines.total)
  first: first(lines.quantity)
  last: last(lines.quantity)
`,
  {
    products: `product_id,price
      p1,10
      p2,100
      p3,1000`,
    tags: `product_id,tag,kind
      p1,gift,season
      p1,light,weight
      p2,gift,season
      p2,winter,season`,
    lines: `line,product_id,day,known_on,quantity
      1,p1,2025-01-01,2025-01-01,1
      2,p2,2025-01-02,2025-01-05,2
      3,p3,2025-01-03,,3
      4,p1,2025-01-03,2025-02-01,4`,
  },
);
const asOf = '2025-01-31';

describe('a bridge', () => {
  it('counts a row once in each of its groups, and those without a partner in theirs', () => {
    expect(answer(given, { metrics: ['quantity', 'total'], by: ['tag'], asOf })).toEqual([
      'gift 3 210',
      'light 1 10',
      'winter 2 200',
      '- 3 3000',
    ]);
    expect(answer(given, { metrics: ['quantity'], by: ['kind'], asOf })).toEqual(['season 3', 'weight 1', '- 3']);
    const result = ask(given, { metrics: ['quantity'], by: ['kind'], asOf });
    expect(result.columns.at(-1)).toMatchObject({ overlapping: true });
  });

  it('pairs two dimensions of one partner', () => {
    expect(answer(given, { metrics: ['quantity'], by: ['kind', 'tag'], asOf })).toEqual([
      'season gift 3',
      'season winter 2',
      'weight light 1',
      '- - 3',
    ]);
  });

  it('keeps a row where any partner satisfies a condition', () => {
    expect(answer(given, { metrics: ['quantity'], where: "tag in ('gift', 'winter')", asOf })).toEqual(['3']);
    expect(answer(given, { metrics: ['quantity'], where: "tag = 'gift' and tag = 'winter'", asOf })).toEqual(['2']);
    expect(answer(given, { metrics: ['quantity'], where: "tag <> 'gift'", asOf })).toEqual(['3']);
    expect(answer(given, { metrics: ['quantity'], where: 'tag is null', asOf })).toEqual(['3']);
  });
});

describe('derived fields', () => {
  it('see every child up to as_of, whatever the question', () => {
    const question = { metrics: ['quantity'], by: ['since'], from: '2025-01-03', to: '2025-01-31' } as const;
    // Line 4 is known in February only.
    expect(answer(given, { ...question, asOf })).toEqual(['2025-01-03 3']);
    expect(answer(given, { ...question, asOf: '2025-02-28' })).toEqual(['2025-01-01 4', '2025-01-03 3']);
    expect(answer(given, { metrics: ['sum(products.sold)'], asOf: '2025-02-28' })).toEqual(['4']);
  });
});

describe('known_at', () => {
  it('hides what was not known; without one a row is known', () => {
    expect(answer(given, { metrics: ['quantity'], asOf: '2025-01-04' })).toEqual(['4']);
    expect(answer(given, { metrics: ['quantity'], asOf: '2025-01-31' })).toEqual(['6']);
    expect(answer(given, { metrics: ['quantity'], asOf: '2025-02-28' })).toEqual(['10']);
  });
});

describe('first and last', () => {
  it('order by time, then key', () => {
    expect(answer(given, { metrics: ['first', 'last'], asOf: '2025-02-28' })).toEqual(['1 4']);
  });
});
