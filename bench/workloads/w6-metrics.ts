// The metrics of W6 that have a text of their own in plain-sql/ and best-sql/.

export interface NamedFormula {
  readonly name: string;
  readonly sextant: string;
  readonly malloy: string;
}

const COLUMNS = ['gross', 'discount', 'cost', 'tax', 'quantity'];

const THRESHOLDS: readonly (readonly [string, number])[] = [
  ['gross', 100],
  ['gross', 250],
  ['gross', 500],
  ['gross', 1000],
  ['discount', 0],
  ['discount', 20],
  ['cost', 100],
  ['cost', 500],
  ['quantity', 2],
  ['quantity', 4],
  ['tax', 50],
  ['tax', 150],
];

/** Sixty sums under twelve arbitrary predicates. */
export const PREDICATES: readonly NamedFormula[] = THRESHOLDS.flatMap(([column, threshold]) =>
  COLUMNS.map((summed) => ({
    name: `${summed}_${column}_above_${threshold}`,
    sextant: `sum(orders.${summed} where ${column} > ${threshold}${column === 'quantity' ? '' : ' EUR'})`,
    malloy: `${summed}.sum() { where: ${column} > ${threshold} }`,
  })),
);

const CONDITIONS: readonly (readonly [string, string, string])[] = [
  ['complete', "status = 'complete'", "status = 'complete'"],
  ['cancelled', "status = 'cancelled'", "status = 'cancelled'"],
  ['web', "channel = 'web'", "channel = 'web'"],
  ['store', "channel = 'store'", "channel = 'store'"],
  ['large', 'gross > 1000 EUR', 'gross > 1000'],
  ['discounted', 'discount > 0 EUR', 'discount > 0'],
];

/** Six filtered distinct counts. */
export const FILTERED_DISTINCTS: readonly NamedFormula[] = CONDITIONS.map(([name, ours, theirs]) => ({
  name: `customers_${name}`,
  sextant: `count(distinct orders.customer_id where ${ours})`,
  malloy: `count(customer_id) { where: ${theirs} }`,
}));
