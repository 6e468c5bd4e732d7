// Generated projects: a schema, data with everything that goes wrong in real tables, metrics, and a question.
import fc from 'fast-check';

export interface GeneratedProject {
  readonly definitions: string;
  readonly timezone: string;
  /** By dataset; a cell is a text, null is no value. */
  readonly rows: ReadonlyMap<string, readonly Readonly<Record<string, string | null>>[]>;
  /** Formulas as written; those that the checker refuses are left out by the test. */
  readonly metrics: readonly string[];
  readonly question: GeneratedQuestion;
}

export interface GeneratedQuestion {
  readonly by: readonly string[];
  readonly grain: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly where: string | undefined;
  readonly asOf: string;
}

type TimeKind = 'date' | 'timestamp' | 'datetime';

const CHANNELS = ['web', 'shop', "o'hara", 'Ä', ''];
const REGIONS = ['north', 'south'];

/** Days around what goes wrong: month ends, a leap day, the clock changes of Berlin, New Year. */
const DAYS = [
  '2023-12-31',
  '2024-01-01',
  '2024-01-31',
  '2024-02-01',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2024-03-30',
  '2024-03-31',
  '2024-04-01',
  '2024-06-15',
  '2024-10-26',
  '2024-10-27',
  '2024-10-28',
  '2024-12-29',
  '2024-12-30',
  '2024-12-31',
  '2025-01-01',
  '2025-01-31',
  '2025-02-28',
  '2025-03-01',
  '2025-03-15',
  '2025-03-30',
  '2025-03-31',
  '2025-04-02',
];
const TIMES = [
  '00:00:00',
  '00:30:00',
  '01:00:00',
  '01:30:00',
  '02:30:00',
  '11:59:59.999999',
  '22:00:00',
  '23:00:00',
  '23:30:00',
];

const day = fc.constantFrom(...DAYS);
const maybe = <T>(arbitrary: fc.Arbitrary<T>, frequency = 6): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { freq: frequency });
const money = fc
  .integer({ min: -5000, max: 20000 })
  .map(
    (cents) =>
      `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`,
  );

function time(kind: TimeKind): fc.Arbitrary<string> {
  if (kind === 'date') return day;
  return fc.tuple(day, fc.constantFrom(...TIMES)).map(([d, t]) => (kind === 'timestamp' ? `${d}T${t}Z` : `${d}T${t}`));
}

const customerIds = ['c1', 'c2', 'c3', 'c4'];

function arbitraryRows(kind: TimeKind): fc.Arbitrary<GeneratedProject['rows']> {
  const customers = fc.subarray(customerIds).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          customer_id: fc.constant(id),
          region: maybe(fc.constantFrom(...REGIONS)),
          joined_on: maybe(day, 8),
          // c9 is an orphan.
          segment_id: maybe(fc.constantFrom('s1', 's2', 's9'), 8),
        }),
      ),
    ),
  );
  const orders = fc.array(
    fc.record({
      customer_id: maybe(fc.constantFrom(...customerIds, 'c9'), 8),
      at: maybe(time(kind), 12),
      refunded_on: maybe(day, 2),
      channel: maybe(fc.constantFrom(...CHANNELS.slice(0, 4)), 8),
      status: fc.constantFrom('paid', 'cancelled'),
      amount: maybe(money, 8),
      quantity: maybe(fc.integer({ min: -2, max: 5 }).map(String), 8),
      currency: fc.constantFrom('EUR', 'USD', 'GBP'),
      price: maybe(money, 8),
      product_id: maybe(fc.constantFrom('p1', 'p2'), 8),
      weight: maybe(fc.constantFrom('0.125', '1.500', '2.675', '-0.005', '12345678901.234'), 8),
    }),
    { maxLength: 14 },
  );
  const spend = fc.array(
    fc.record({ day: maybe(day, 12), channel: maybe(fc.constantFrom('web', 'shop', 'tv'), 8), cost: maybe(money, 8) }),
    { maxLength: 6 },
  );
  const tags = fc.uniqueArray(
    fc.record({ customer_id: fc.constantFrom(...customerIds), tag: fc.constantFrom('vip', 'new', 'old') }),
    {
      maxLength: 6,
      selector: (row) => `${row.customer_id}/${row.tag}`,
    },
  );
  const stock = fc.array(
    fc.record({
      taken_on: maybe(day, 12),
      place: maybe(fc.constantFrom('north', 'south', 'store'), 8),
      units: maybe(fc.integer({ min: 0, max: 50 }).map(String), 8),
    }),
    { maxLength: 8 },
  );
  const budget = fc.array(
    fc.record({
      month: fc.constantFrom('2024-01-01', '2024-03-01', '2025-03-01', '2025-05-01', '2025-06-01'),
      channel: maybe(fc.constantFrom('web', 'shop'), 8),
      planned: maybe(money, 8),
    }),
    { maxLength: 5 },
  );
  // Some end before they begin, some never begin; the times meet the ends of windows.
  const stays = fc.array(
    fc.record({
      customer_id: maybe(fc.constantFrom(...customerIds, 'c9'), 8),
      channel: maybe(fc.constantFrom('web', 'shop'), 8),
      began: maybe(time(kind), 12),
      ended: maybe(time(kind), 2),
      seats: maybe(fc.integer({ min: 0, max: 9 }).map(String), 8),
      noted_on: maybe(day, 3),
    }),
    { maxLength: 10 },
  );
  const rates = fc.uniqueArray(
    fc.record({
      ccy: fc.constantFrom('USD', 'GBP'),
      day,
      rate: fc.constantFrom('0.9', '1.0820', '1.2905', '0.333333'),
    }),
    { maxLength: 8, selector: (row) => `${row.ccy}/${row.day}` },
  );
  return fc.record({ customers, orders, spend, tags, stock, stays, budget, rates, prices }).map(
    (tables) =>
      new Map<string, readonly Readonly<Record<string, string | null>>[]>([
        [
          'segments',
          [
            { segment_id: 's1', label: 'big' },
            { segment_id: 's2', label: null },
          ],
        ],
        ['customers', tables.customers],
        ['orders', tables.orders.map((row, i) => ({ order_id: `o${i}`, ...row }))],
        ['spend', tables.spend],
        ['tags', tables.tags],
        ['stock', tables.stock],
        ['stays', tables.stays],
        ['bookings', tables.stays],
        ['budget', tables.budget],
        ['fx', tables.rates.map((row) => ({ ...row, quote: 'EUR' }))],
        ['prices', tables.prices],
        ['retail', RETAIL],
      ]),
  );
}

/** A 4-4-5 calendar from 2023-12-04 on: the first and the last day of each month are enough to say how long it lasts. */
const RETAIL: readonly Readonly<Record<string, string>>[] = Array.from({ length: 18 }, (_, month) => {
  const quarter = Math.floor(month / 3);
  const first = quarter * 91 + (month % 3) * 28;
  const last = first + (month % 3 === 2 ? 34 : 27);
  return [first, last].map((offset) => ({
    day: new Date(Date.UTC(2023, 11, 4 + offset)).toISOString().slice(0, 10),
    retail_month: `R${Math.floor(month / 12) + 2024}-${String((month % 12) + 1).padStart(2, '0')}`,
    retail_year: `R${Math.floor(month / 12) + 2024}`,
  }));
}).flat();

/** Versions of one product that follow one another without overlap, the last of them perhaps ended. */
const prices = fc.tuple(fc.uniqueArray(day, { maxLength: 3 }), fc.boolean()).map(([starts, ended]) =>
  starts.toSorted().map((from_on, i, all) => ({
    product_id: 'p1',
    from_on,
    until_on: all[i + 1] ?? (ended ? '2025-12-31' : null),
    price: `${i + 1}.50`,
  })),
);

function definitions(kind: TimeKind): string {
  return `
datasets:
  segments:
    from: s.csv
    key: segment_id
    fields: { segment_id: text, label: { type: text, optional: true } }
  customers:
    from: c.csv
    one: customer
    key: customer_id
    time: joined_on
    fields:
      customer_id: text
      region: { type: text, optional: true }
      joined_on: { type: date, optional: true }
      segment_id: { type: text, references: segments, optional: true }
      order_count: { formula: count(orders where status = 'paid') }
      first_at: { formula: min(orders.at) }
  tags:
    from: t.csv
    key: [customer_id, tag]
    fields: { customer_id: { type: text, references: customers }, tag: text }
  orders:
    from: o.csv
    one: order
    key: order_id
    time: at${kind === 'datetime' ? '\n    timezone: America/New_York' : ''}
    fields:
      order_id: text
      customer_id: { type: text, references: customers, optional: true }
      at: { type: ${kind}, optional: true }
      refunded_on: { type: date, optional: true }
      channel: { type: text, optional: true }
      status: text
      amount: { type: decimal(2) EUR, optional: true }
      quantity: { type: integer, optional: true }
      weight: { type: decimal(3), optional: true }
      currency: text
      price: { type: decimal(2), currency: currency, optional: true }
      product_id: { type: text, references: prices, optional: true }
      in_euro: { formula: "convert(price to EUR at refunded_on)" }
      total: { formula: amount * quantity }
      size: { formula: "case when amount > 50 EUR then 'big' when amount is null then null else 'small' end" }
  retail:
    from: retail.csv
    key: day
    time: none
    calendar: { day: day, levels: [retail_month, retail_year] }
    fields: { day: date, retail_month: text, retail_year: text }
  stock:
    from: k.csv
    snapshot: taken_on
    fields: { taken_on: { type: date, optional: true }, place: { type: text, optional: true }, units: { type: integer unit, optional: true } }
  stays:
    from: i.csv
    valid: { from: began, until: ended }${kind === 'datetime' ? '\n    timezone: America/New_York' : ''}
    fields:
      customer_id: { type: text, references: customers, optional: true }
      channel: { type: text, optional: true }
      began: { type: ${kind}, optional: true }
      ended: { type: ${kind}, optional: true }
      seats: { type: integer seat, optional: true }
      noted_on: { type: date, optional: true }
  bookings:
    from: j.csv
    valid: { from: began, until: ended }${kind === 'datetime' ? '\n    timezone: Europe/Berlin' : ''}
    known_at: noted_on
    fields:
      customer_id: { type: text, references: customers, optional: true }
      channel: { type: text, optional: true }
      began: { type: ${kind}, optional: true }
      ended: { type: ${kind}, optional: true }
      seats: { type: integer seat, optional: true }
      noted_on: { type: date, optional: true }
  budget:
    from: b.csv
    time: month
    plan: true
    fields: { month: date, channel: { type: text, optional: true }, planned: { type: decimal(2) EUR, optional: true } }
  fx:
    from: fx.csv
    key: [ccy, day]
    time: day
    plan: true
    fields: { ccy: text, quote: text, day: date, rate: decimal(6) }
  prices:
    from: v.csv
    key: product_id
    valid: { from: from_on, until: until_on }
    fields: { product_id: text, from_on: date, until_on: { type: date, optional: true }, price: decimal(2) EUR }
  spend:
    from: p.csv
    time: day
    fields: { day: { type: date, optional: true }, channel: { type: text, optional: true }, cost: { type: decimal(2) EUR, optional: true } }
dimensions:
  channel: [orders.channel, spend.channel, budget.channel, stays.channel, bookings.channel]
  region: customers.region
  segment: segments.label
`;
}

export const conditions = fc.constantFrom(
  "status = 'paid'",
  "channel = 'web'",
  "channel <> 'web'",
  'amount > 50 EUR',
  'not (amount > 50 EUR)',
  'quantity between 0 and 2',
  'channel is null',
  "channel in ('web', 'shop')",
  "customers.region = 'north'",
  "lower(channel) like '%o%'",
  'amount / quantity > 20 EUR',
  'month(at) = 3',
  "segments.label = 'big'",
  "size = 'big'",
  "channel not in ('web')",
  'coalesce(quantity, 0) = 0',
  'customers.order_count >= 2',
  'elapsed(refunded_on, as_of()) > 30 days',
  'round(weight, 1) > 1',
);
const values = fc.constantFrom(
  'orders.amount',
  'orders.quantity',
  'orders.total',
  'orders.weight',
  'orders.amount * 2',
  'orders.amount - 1 EUR',
  'round(orders.weight, 2)',
  'abs(orders.amount)',
  'coalesce(orders.amount, 0 EUR)',
  'round(orders.amount / 3, 2)',
  'orders.amount * orders.weight',
  'floor(orders.weight)',
  'customers.order_count * orders.quantity',
  'greatest(orders.quantity, 1)',
  'convert(orders.price to EUR at orders.at)',
  'convert(orders.price to EUR at orders.at skip missing)',
  "convert(orders.price to EUR at date '2024-06-15')",
  'orders.quantity * prices.price',
  'orders.in_euro',
  "case when orders.status = 'paid' then orders.amount else 0 EUR end",
  'length(orders.channel)',
  "date_diff(day, orders.refunded_on, date '2024-03-31')",
  "elapsed(orders.refunded_on, date '2024-03-31')",
  'elapsed(orders.refunded_on, as_of())',
  "elapsed(orders.at, timestamp '2024-03-31T10:00:00.5Z') / 1 hour",
);
export const anyValues = fc.constantFrom(
  'orders.channel',
  'orders.refunded_on',
  'orders.customer_id',
  'orders.amount',
  'customers.region',
  'orders.size',
  'cast(orders.at as date)',
);

/** Of intervals, `OF` being the dataset. */
const states = fc.constantFrom(
  'count(OF)',
  'count(OF where seats > 2 seat)',
  "count(OF where customers.region = 'north')",
  'sum(OF.seats)',
  "sum(OF.seats where channel = 'web')",
  'count(distinct OF.customer_id)',
  'count(distinct OF.customer_id where seats < 5 seat)',
  'min(OF.began)',
  'max(OF.seats)',
  'avg(OF.seats)',
  'median(OF.seats)',
  'count(OF) / count(distinct OF.channel)',
);

const suffix = fc
  .option(conditions, { nil: '', freq: 2 })
  .map((condition) => (condition === '' ? '' : ` where ${condition}`));
const dated = fc.constantFrom('', '', '', ' dated refunded_on');

export const aggregates: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom('sum', 'avg', 'min', 'max', 'median', 'variance', 'first', 'last', 'count'),
        values,
        dated,
        suffix,
      )
      .map(([fn, v, d, s]) => `${fn}(${v}${d}${s})`),
  },
  { weight: 2, arbitrary: suffix.map((s) => `count(orders${s})`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('min', 'max', 'count'), anyValues, suffix)
      .map(([fn, v, s]) => `${fn}(${v}${s})`),
  },
  { weight: 2, arbitrary: fc.tuple(anyValues, suffix).map(([v, s]) => `count(distinct ${v}${s})`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(values, fc.constantFrom('0', '0.25', '0.9', '1'), suffix)
      .map(([v, q, s]) => `quantile(${v}, ${q}${s})`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('opening', 'closing'), fc.constantFrom('stays', 'stays', 'bookings', 'prices'), states)
      .map(([at, of, state]) => `${at}(${(of === 'prices' ? 'count(OF)' : state).replaceAll('OF', of)})`),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'sum(spend.cost)',
      'count(spend)',
      'sum(budget.planned)',
      'closing(sum(stock.units))',
      "opening(sum(stock.units where place <> 'store'))",
      'closing(count(stock))',
      'sum(prices.price)',
      'count(orders where prices.price > 2 EUR)',
      'count(customers)',
      "count(customers where region = 'north')",
      'avg(customers.order_count)',
    ),
  },
);

export const memberConditions = fc.constantFrom(
  "channel = 'web'",
  "channel <> 'shop'",
  'channel is null',
  "channel in ('web', 'tv')",
);
export const orderConditions = fc.constantFrom(
  "region = 'north'",
  "orders.status = 'paid'",
  "tags.tag = 'vip'",
  'region is null',
  "segment = 'big'",
);
const spans = fc.constantFrom(
  '1 month',
  '1 year',
  '7 days',
  '1 week',
  '1 quarter',
  '28 days',
  '1 retail_month',
  '1 retail_year',
  '3 months',
);
const levels = fc.constantFrom('retail_month', 'retail_year', 'month', 'quarter', 'year', 'week', 'fiscal_year');

/** Metrics `m0`, `m1` ... may be named by those after them. */
export function formula(depth: number, operators: boolean): fc.Arbitrary<string> {
  if (depth === 0) return aggregates;
  const inner = formula(depth - 1, operators);
  const plain: fc.Arbitrary<string>[] = [
    aggregates,
    fc.tuple(inner, inner, fc.constantFrom('/', '*')).map(([a, b, op]) => `(${a}) ${op} (${b})`),
    fc.tuple(inner, fc.constantFrom('+', '-'), inner).map(([a, op, b]) => `(${a}) ${op} (${b})`),
    fc.tuple(inner, memberConditions).map(([a, p]) => `(${a}) where ${p}`),
    fc.tuple(inner, orderConditions).map(([a, p]) => `(${a}) where ${p}`),
    fc.tuple(inner, inner).map(([a, b]) => `coalesce(${a}, ${b})`),
    inner.map((a) => `round(${a}, 1)`),
    inner.map((a) => `case when (${a}) > 1 then 1 when (${a}) is null then 0 else 2 end`),
  ];
  if (!operators) return fc.oneof(...plain);
  return fc.oneof(
    ...plain,
    fc
      .tuple(inner, fc.constantFrom('channel', 'region', 'all', 'time', '(channel, region)', 'channel unfiltered'))
      .map(([a, d]) => `(${a}) across ${d}`),
    fc.tuple(inner, spans, fc.constantFrom('', '', ', full', ', partial')).map(([a, s, f]) => `prior(${a}, ${s}${f})`),
    fc.tuple(inner, spans, fc.constantFrom('change', 'growth')).map(([a, s, f]) => `${f}(${a}, ${s})`),
    fc.tuple(inner, spans, fc.constantFrom('', ', partial')).map(([a, s, f]) => `rolling(${a}, ${s}${f})`),
    fc.tuple(inner, levels, fc.constantFrom('to_date', 'whole')).map(([a, l, f]) => `${f}(${a}, ${l})`),
    inner.map((a) => `cumulative(${a})`),
    fc
      .tuple(
        fc.constantFrom('avg', 'max', 'min', 'sum', 'median', 'count'),
        inner,
        fc.constantFrom(
          'channel',
          'region',
          'month',
          'day',
          '(channel, month)',
          'customers.customer_id',
          'month skip',
          'retail_month',
          'tags.tag',
        ),
      )
      .map(([fn, a, k]) => `${fn}((${a}) per ${k})`),
    fc
      .tuple(fc.constantFrom('channel', 'region', 'customers.customer_id', 'orders.status'), inner)
      .map(([k, a]) => `count(per ${k} where (${a}) > 1)`),
    fc.constant('share(sum(orders.amount), channel)'),
    fc.constant('sum(orders.amount) / days()'),
  );
}

const ranges = fc.constantFrom(
  [undefined, undefined],
  ['2024', '2024'],
  ['2024-01', '2025-03'],
  ['2024-Q1', '2025-Q1'],
  ['2024-02-15', '2024-03-20'],
  ['FY2025', 'FY2025'],
  [undefined, '2024-12'],
  ['2024-10-27', '2024-10-27'],
  ['2025-03', '2025-05'],
) as fc.Arbitrary<[string | undefined, string | undefined]>;

export function arbitraryProject(operators: boolean): fc.Arbitrary<GeneratedProject> {
  return fc.constantFrom<TimeKind>('date', 'timestamp', 'datetime').chain((kind) =>
    fc
      .record({
        timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York'),
        rows: arbitraryRows(kind),
        metrics: fc.array(formula(operators ? 3 : 2, operators), { minLength: 1, maxLength: 3 }),
        by: fc.subarray(['channel', 'region', 'segment', 'orders.status', 'tags.tag', 'customers.joined_on'], {
          maxLength: 2,
        }),
        grain: fc.option(
          fc.constantFrom(
            'day',
            'week',
            'month',
            'quarter',
            'year',
            'fiscal_quarter',
            'fiscal_year',
            'hour',
            'retail_month',
            'retail_year',
          ),
          { nil: undefined, freq: 2 },
        ),
        range: ranges,
        where: fc.option(
          fc.oneof(
            memberConditions,
            orderConditions,
            fc.tuple(memberConditions, orderConditions).map(([a, b]) => `${a} and ${b}`),
          ),
          { nil: undefined, freq: 1 },
        ),
        asOf: fc.constantFrom('2025-04-30', '2025-03-15', '2024-10-27', '2024-02-29', '2023-11-30'),
      })
      .map(({ timezone, rows, metrics, by, grain, range, where, asOf }) => {
        // Hours only over a short range: every bucket is a row.
        const [from, to] = grain === 'hour' ? ['2024-10-26', '2024-10-28'] : range;
        return {
          definitions: definitions(kind),
          timezone,
          rows,
          metrics,
          question: { by, grain, from, to, where, asOf },
        };
      }),
  );
}
