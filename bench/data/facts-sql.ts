// The SQL that makes the synthetic star: every value is a hash of (row number, salt), so any size and thread count agrees.

/** `sorted` is an append log, `shuffled` the same rows in a random order, `hostile` holds what real data holds at its worst. */
export type Variant = 'sorted' | 'shuffled' | 'hostile';

export interface FactsShape {
  readonly rows: number;
  readonly seed: number;
  readonly variant: Variant;
}

export interface TableSql {
  readonly name: string;
  readonly select: string;
}

const START = "TIMESTAMP '2023-01-01'";
const SPAN_MICROSECONDS = 1096n * 86_400_000_000n; // 2023 to 2025, one leap year among them
const PRODUCTS = 20_000;
const CATEGORIES = 200;
const DEPARTMENTS = 12;
const STORES = 300;
const REGIONS = 12;
const CAMPAIGNS = 50;

/** The tables in an order in which each may read the ones before it. */
export function factsSql(shape: FactsShape): readonly TableSql[] {
  return [
    { name: 'departments', select: departments(shape) },
    { name: 'categories', select: categories(shape) },
    { name: 'products', select: products(shape) },
    { name: 'regions', select: regions(shape) },
    { name: 'stores', select: stores(shape) },
    { name: 'campaigns', select: campaigns(shape) },
    { name: 'customers', select: customers(shape) },
    { name: 'orders', select: orders(shape) },
    { name: 'returns', select: returns(shape) },
    { name: 'sessions', select: sessions(shape) },
  ];
}

/** A whole number from the hash of a row and a salt. Hashed twice: once only combines the two, and columns would correlate. */
function bits(shape: FactsShape, row: string, salt: string): string {
  return `hash(hash(${row}, '${shape.seed}:${salt}'))`;
}

/** A number in [0, 1) from the hash of a row and a salt: its 53 upper bits. */
function unit(shape: FactsShape, row: string, salt: string): string {
  return `((${bits(shape, row, salt)} >> 11)::DOUBLE / 9007199254740992.0)`;
}

/** Hundredths as an exact decimal; a division would make a double of it. */
function cents(expression: string, type = 'DECIMAL(14,2)'): string {
  return `((${expression})::BIGINT * 0.01::DECIMAL(3,2))::${type}`;
}

function pick(number: string, shares: readonly (readonly [string, number])[]): string {
  const whens = shares.slice(0, -1).map(([value, below]) => `WHEN ${number} < ${below} THEN '${value}'`);
  return `CASE ${whens.join(' ')} ELSE '${shares.at(-1)?.[0] ?? ''}' END`;
}

function channel(number: string): string {
  return pick(number, [
    ['web', 0.45],
    ['store', 0.75],
    ['app', 0.9],
    ['partner', 0.97],
    ['phone', 1],
  ]);
}

/** Order of rows in the files: as made, or by a hash. */
function arrange(shape: FactsShape, row: string): string {
  return shape.variant === 'shuffled' ? `ORDER BY ${bits(shape, row, 'shuffle')}, ${row}` : '';
}

function departments(shape: FactsShape): string {
  return `SELECT i AS department_id, 'department ' || i AS department_name, 'tier ' || (i % 3) AS tier,
  ${cents(`100000 + ${bits(shape, 'i', 'department budget')} % 900000`)} AS budget
FROM range(1, ${DEPARTMENTS + 1}) t(i)`;
}

function categories(shape: FactsShape): string {
  return `SELECT i AS category_id, 'category ' || i AS category_name, 'tier ' || (i % 4) AS tier,
  1 + (${bits(shape, 'i', 'department')} % ${DEPARTMENTS})::BIGINT AS department_id,
  ${cents(`10000 + ${bits(shape, 'i', 'category budget')} % 90000`)} AS budget
FROM range(1, ${CATEGORIES + 1}) t(i)`;
}

function products(shape: FactsShape): string {
  return `SELECT i AS product_id, 'product ' || i AS product_name, 'brand ' || (${bits(shape, 'i', 'brand')} % 40) AS brand,
  1 + (${bits(shape, 'i', 'category')} % ${CATEGORIES})::BIGINT AS category_id,
  ${cents(`199 + ${bits(shape, 'i', 'list price')} % 50000`)} AS list_price
FROM range(1, ${PRODUCTS + 1}) t(i)`;
}

function regions(shape: FactsShape): string {
  return `SELECT i AS region_id, 'region ' || i AS region_name, 'zone ' || (i % 3) AS zone,
  ${cents(`50000 + ${bits(shape, 'i', 'region budget')} % 500000`)} AS budget
FROM range(1, ${REGIONS + 1}) t(i)`;
}

function stores(shape: FactsShape): string {
  return `SELECT i AS store_id, 'store ' || i AS store_name, 'format ' || (${bits(shape, 'i', 'format')} % 5) AS format,
  1 + (${bits(shape, 'i', 'region')} % ${REGIONS})::BIGINT AS region_id,
  ${cents(`100000 + ${bits(shape, 'i', 'rent')} % 2000000`)} AS rent
FROM range(1, ${STORES + 1}) t(i)`;
}

function campaigns(shape: FactsShape): string {
  const base = `SELECT i AS campaign_id, 'campaign ' || i AS campaign_name, 'kind ' || (i % 6) AS kind,
  ${cents(`50000 + ${bits(shape, 'i', 'campaign budget')} % 5000000`)} AS budget
FROM range(1, ${CAMPAIGNS + 1}) t(i)`;
  // A key that stands twice: whoever joins on it without looking counts rows twice.
  return shape.variant === 'hostile' ? `${base} UNION ALL SELECT 7, 'campaign 7 again', 'kind 1', 1.00` : base;
}

function customers(shape: FactsShape): string {
  return `SELECT i AS customer_id, 'customer ' || i AS customer_name,
  ${pick(unit(shape, 'i', 'segment'), [
    ['consumer', 0.7],
    ['business', 0.95],
    ['public', 1],
  ])} AS segment,
  DATE '2020-01-01' + (${bits(shape, 'i', 'joined')} % 2000)::INTEGER AS joined_on,
  ${cents(`${bits(shape, 'i', 'credit')} % 1000000`)} AS credit_limit
FROM range(1, ${customersOf(shape) + 1}) t(i)`;
}

function customersOf(shape: FactsShape): number {
  return Math.max(16, Math.floor(shape.rows / 16));
}

function orders(shape: FactsShape): string {
  const hostile = shape.variant === 'hostile';
  const money = hostile ? 'DECIMAL(18,2)' : 'DECIMAL(14,2)';
  const at = `epoch_us(${START}) + ((i + ${unit(shape, 'i', 'moment')}) * (${SPAN_MICROSECONDS} / ${shape.rows}::DOUBLE))::BIGINT`;
  // The hours around the change from summer to winter time in Europe, when an hour comes twice.
  const dst = `epoch_us(TIMESTAMP '2024-10-27 00:30:00') + (${bits(shape, 'i', 'dst')} % 7200000000)::BIGINT`;
  const moment = hostile ? `CASE WHEN ${bits(shape, 'i', 'is dst')} % 500 = 0 THEN ${dst} ELSE ${at} END` : at;
  const customer = `1 + floor(power(${unit(shape, 'i', 'customer')}, 2) * ${customersOf(shape)})::BIGINT`;
  const product = `1 + floor(power(${unit(shape, 'i', 'product')}, 3) * ${PRODUCTS})::BIGINT`;
  const gross = `500 + floor(power(${unit(shape, 'i', 'gross')}, 2) * 200000)::BIGINT`;
  // 2^53 + 1 hundredths: the first whole number that a double cannot hold.
  const grossCents = hostile
    ? `CASE WHEN ${bits(shape, 'i', 'huge')} % 997 = 0 THEN 9007199254740993
            WHEN ${bits(shape, 'i', 'zero')} % 5 = 0 THEN 0 ELSE ${gross} END`
    : gross;
  const nullable = (value: string, salt: string, every: number): string =>
    hostile ? `CASE WHEN ${bits(shape, 'i', salt)} % ${every} = 0 THEN NULL ELSE ${value} END` : value;
  const orphan = hostile ? `CASE WHEN ${bits(shape, 'i', 'orphan')} % 53 = 0 THEN 999999999 ELSE ${product} END` : product;
  return `WITH raw AS MATERIALIZED (
  SELECT i, ${moment} AS moment, ${grossCents} AS gross_cents,
    ${unit(shape, 'i', 'cost')} AS cost_share, ${bits(shape, 'i', 'discount')} AS discount_bits
  FROM range(${shape.rows}) t(i))
SELECT i + 1 AS order_id,
  ${nullable(customer, 'no customer', 31)} AS customer_id,
  ${orphan} AS product_id,
  1 + (${bits(shape, 'i', 'store')} % ${STORES})::BIGINT AS store_id,
  CASE WHEN ${bits(shape, 'i', 'no campaign')} % 10 = 0 THEN NULL
       ELSE 1 + (${bits(shape, 'i', 'campaign')} % ${CAMPAIGNS})::BIGINT END AS campaign_id,
  make_timestamp(moment) AS order_ts,
  make_timestamp(moment)::DATE AS order_date,
  ${nullable(channel(unit(shape, 'i', 'channel')), 'no channel', 41)} AS channel,
  CASE ${bits(shape, 'i', 'status')} % 8 WHEN 6 THEN 'cancelled' WHEN 7 THEN 'pending' ELSE 'complete' END AS status,
  1 + (${bits(shape, 'i', 'quantity')} % 6)::BIGINT AS quantity,
  ${nullable(cents('gross_cents', money), 'no gross', 101)} AS gross,
  ${cents(`CASE WHEN discount_bits % 3 = 0 THEN (gross_cents % 100000) * (discount_bits % 30) // 100 ELSE 0 END`, money)} AS discount,
  ${cents('CASE WHEN gross_cents > 9000000000000000 THEN gross_cents ELSE floor(gross_cents * (0.4 + 0.4 * cost_share)) END', money)} AS cost,
  ((gross_cents % 1000000000) * 0.0019::DECIMAL(5,4))::DECIMAL(16,4) AS tax
FROM raw ${arrange(shape, 'i')}`;
}

function returns(shape: FactsShape): string {
  const orphans =
    shape.variant === 'hostile'
      ? ` UNION ALL
  SELECT ${shape.rows} + j AS order_id, NULL AS channel, DATE '2024-02-29' AS order_date, 12.34::DECIMAL(18,2) AS gross FROM range(1, 26) o(j)`
      : '';
  return `SELECT order_id AS return_id, order_id, channel,
  order_date + (1 + ${bits(shape, 'order_id', 'return delay')} % 30)::INTEGER AS return_date,
  'reason ' || (${bits(shape, 'order_id', 'reason')} % 5) AS reason,
  (gross * 0.5::DECIMAL(2,1))::DECIMAL(14,2) AS refund
FROM (
  SELECT order_id, channel, order_date, least(gross, 99999999.99) AS gross FROM orders
  WHERE status = 'complete' AND ${bits(shape, 'order_id', 'returned')} % 10 = 0${orphans}
) complete_orders ORDER BY ${shape.variant === 'shuffled' ? bits(shape, 'order_id', 'shuffle') : 'return_date'}, return_id`;
}

function sessions(shape: FactsShape): string {
  const rows = Math.floor(shape.rows / 4);
  return `SELECT i + 1 AS session_id,
  CASE WHEN ${bits(shape, 'i', 'anonymous')} % 3 = 0 THEN NULL
       ELSE 1 + floor(power(${unit(shape, 'i', 'visitor')}, 2) * ${customersOf(shape)})::BIGINT END AS customer_id,
  make_timestamp(epoch_us(${START}) + (i * (${SPAN_MICROSECONDS} / ${rows}::DOUBLE))::BIGINT)::DATE AS session_date,
  ${channel(unit(shape, 'i', 'session channel'))} AS channel,
  1 + (${bits(shape, 'i', 'pages')} % 20)::BIGINT AS pages,
  ${cents(`${bits(shape, 'i', 'click cost')} % 300`)} AS click_cost
FROM range(${rows}) t(i) ${arrange(shape, 'i')}`;
}
