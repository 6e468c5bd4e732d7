// Helper: a small company with everything that scans meet, generated scans over it, and their leaves computed row by row.
import fc from 'fast-check';
import { bindIn, parseProject, type FieldTyped, type Graph, type Typed } from '@sextant/parser';
import { calendarOf } from '../../../packages/engine/src/question/check-question.js';
import { pointOfInstant, windowOfDays, type Point, type Window } from '../../../packages/engine/src/calendar/window.js';
import { endOfDay } from '../../../packages/engine/src/calendar/window.js';
import { parseDate } from '../../../packages/engine/src/calendar/time-text.js';
import type { Leaf, Scan, ScanTime } from '../../../packages/engine/src/plan/plan.js';
import { decide } from '../../../packages/engine/src/reference/aggregate-rows.js';
import { inOrder } from '../../../packages/engine/src/reference/lookup.js';
import { partnerings } from '../../../packages/engine/src/reference/partners.js';
import type { Row, Rows } from '../../../packages/engine/src/reference/rows.js';
import { liesIn } from '../../../packages/engine/src/reference/time.js';
import { makeWorld, type World } from '../../../packages/engine/src/reference/world.js';
import { aggregateFunctions } from '../../../packages/engine/src/value/aggregates/aggregate-functions.js';
import { groupKey } from '../../../packages/engine/src/value/order.js';
import { fromDecimalText, ZERO } from '../../../packages/engine/src/value/rational.js';
import { NULL, type Value } from '../../../packages/engine/src/value/value.js';
import { walkTyped } from '@sextant/parser';

export const COMPANY = `
datasets:
  regions:
    from: g.csv
    key: region_id
    fields: { region_id: text, region_name: { type: text, optional: true } }
  customers:
    from: c.csv
    one: customer
    key: customer_id
    time: joined_on
    fields:
      customer_id: text
      joined_on: { type: date, optional: true }
      region_id: { type: text, references: regions, optional: true }
      level: { type: integer, optional: true }
      orders_ever: { formula: count(orders where status = 'paid') }
      mean_amount: { formula: avg(orders.amount) }
      middle: { formula: median(orders.amount) }
      spread: { formula: variance(orders.quantity) }
      first_channel: { formula: first(orders.channel) }
      larger: { formula: sum(orders.amount where orders.quantity > customers.level) }
  prices:
    from: v.csv
    key: product
    valid: { from: since, until: next, each: product }
    fields: { product: text, since: date, price: decimal(2) EUR }
  contracts:
    from: k.csv
    key: product
    valid: { from: start, until: stop }
    fields: { product: text, start: date, stop: { type: date, optional: true }, kind: text }
  tags:
    from: t.csv
    key: [customer_id, tag]
    fields: { customer_id: { type: text, references: customers }, tag: text, weight: { type: integer, optional: true } }
  fx:
    from: x.csv
    time: day
    plan: true
    key: [ccy, quote, day]
    fields: { ccy: text, quote: text, day: date, rate: decimal(4) }
  orders:
    from: o.csv
    one: order
    key: order_id
    time: ordered_at
    fields:
      order_id: text
      customer_id: { type: text, references: customers, optional: true }
      product: { type: text, references: prices, optional: true }
      product_again: { type: text, references: contracts, optional: true }
      ordered_at: { type: timestamp, optional: true }
      paid_on: { type: date, optional: true }
      packed_at: { type: datetime, optional: true }
      channel: { type: text, optional: true }
      status: { type: text, values: [paid, cancelled] }
      amount: { type: decimal(2) EUR, optional: true }
      wide: { type: decimal(6), optional: true }
      quantity: { type: integer, optional: true }
      weight: { type: float, optional: true }
      ccy: { type: text, optional: true }
      paid: { type: decimal(2), currency: ccy, optional: true }
      is_new: { type: boolean, optional: true }
      mean_amount: { formula: customers.mean_amount }
      middle: { formula: customers.middle }
      spread: { formula: customers.spread }
      orders_ever: { formula: customers.orders_ever }
      larger: { formula: customers.larger }
      region: { formula: customers.regions.region_name }
      kind: { formula: contracts.kind }
      first_channel: { formula: customers.first_channel }
  lines:
    from: l.csv
    key: line_id
    time: orders.ordered_at
    fields: { line_id: text, order_id: { type: text, references: orders, optional: true }, pieces: integer }
`;

export function company(zone: string): Graph {
  const project = `project: p\ncalendar: { timezone: ${zone} }\nexchange_rates: { dataset: fx, from: ccy, to: quote, at: day, rate: rate }\n`;
  const metrics = LEAVES.map((text, i) => `  m${i}: { formula: ${JSON.stringify(text)} }\n`).join('');
  const { value, diagnostics } = parseProject([
    { path: 'kpi.project.yaml', text: project },
    { path: 'a.kpi.yaml', text: `${COMPANY}metrics:\n${metrics}` },
  ]);
  const errors = diagnostics.filter((one) => one.severity === 'error');
  if (errors.length > 0)
    throw new Error(errors.map((one) => `${one.code} ${one.message} ${JSON.stringify(one.span)}`).join('\n'));
  return value;
}

/** Aggregates over orders and lines; a scan takes some of one dataset. */
export const LEAVES: readonly string[] = [
  ...[
    'amount',
    'quantity',
    'wide',
    'amount / 3',
    'amount / quantity',
    'amount * customers.level',
    'orders.mean_amount',
    'orders.middle',
    'orders.spread',
    'orders.orders_ever',
    'orders.larger',
    'prices.price * quantity',
    'convert(paid to EUR at ordered_at)',
    'convert(paid to EUR at paid_on skip missing)',
    "convert(paid to USD at date '2024-03-01')",
    'weight',
    'wide * amount',
  ].flatMap((value) =>
    ['sum', 'avg', 'variance', 'median', 'min', 'max', 'count', 'first', 'last', 'quantile', 'distinct'].map((fn) => {
      const qualified = qualify(value);
      if (fn === 'quantile') return `quantile(${qualified}, 0.3)`;
      return fn === 'distinct' ? `count(distinct ${qualified})` : `${fn}(${qualified})`;
    }),
  ),
  ...['channel', 'paid_on', 'ordered_at', 'packed_at', 'orders.region', 'orders.kind', 'orders.first_channel'].flatMap(
    (value) =>
      ['min', 'max', 'count', 'first', 'last', 'distinct'].map((fn) =>
        fn === 'distinct' ? `count(distinct ${qualify(value)})` : `${fn}(${qualify(value)})`,
      ),
  ),
  'count(orders)',
  'first(orders.is_new)',
  'count(lines)',
  'sum(lines.pieces)',
  'count(distinct lines.order_id)',
  'sum(lines.pieces * orders.quantity)',
  'last(lines.pieces)',
];

function qualify(text: string): string {
  const own = 'amount|quantity|wide|channel|paid_on|ordered_at|packed_at|weight|paid';
  return text.replaceAll(new RegExp(`(?<![.\\w])(${own})(?!\\w)`, 'g'), 'orders.$1');
}

const CONDITIONS: Readonly<Record<string, readonly string[]>> = {
  orders: [
    "status = 'paid'",
    "status <> 'paid'",
    "status in ('cancelled')",
    "channel = 'web'",
    'channel is null',
    'amount > 10 EUR',
    'amount / quantity > 2 EUR',
    'is_new',
    "customers.regions.region_name = 'north'",
    'customers.level >= 2',
    'customers.orders_ever > 1',
    "contracts.kind = 'a'",
    "customers.first_channel = 'web'",
  ],
  lines: ["orders.status = 'paid'", 'pieces > 2', "orders.customers.regions.region_name = 'north'"],
};

const KEYS: Readonly<Record<string, readonly string[]>> = {
  orders: [
    'orders.channel',
    'orders.status',
    'orders.is_new',
    'customers.level',
    'regions.region_name',
    'tags.tag',
    'tags.weight',
    'orders.quantity',
    'orders.paid_on',
    'orders.packed_at',
    'customers.mean_amount',
    'contracts.kind',
    'orders.ordered_at',
    'orders.amount',
  ],
  lines: ['lines.order_id', 'orders.channel', 'regions.region_name', 'tags.tag'],
};

const DAYS = [
  '2023-12-31',
  '2024-01-31',
  '2024-02-29',
  '2024-03-30',
  '2024-03-31',
  '2024-04-01',
  '2024-10-26',
  '2024-10-27',
  '2024-10-28',
  '2025-01-01',
];
const TIMES = ['00:00:00', '00:30:00', '01:30:00', '02:30:00', '12:00:00', '22:30:00', '23:30:00'];

export interface GeneratedScan {
  readonly zone: string;
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, string | null>>[]>>;
  readonly dataset: 'orders' | 'lines';
  readonly leaves: readonly number[];
  readonly leafConditions: readonly (readonly string[])[];
  readonly keys: readonly string[];
  readonly where: readonly string[];
  /** 0: by the dataset's time; else by another one. */
  readonly time: 'own' | 'paid_on' | 'packed_at';
  readonly windows: readonly (readonly [number | null, number | null])[];
  readonly unit: 'days' | 'hours' | 'months';
  /** Not 0: instead of the windows, one of so many days that ends on each of many days. */
  readonly sliding: number;
  readonly asOf: string;
  readonly facts: boolean;
}

const day = fc.constantFrom(...DAYS);
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { freq: 6 });
const money = fc.integer({ min: -3000, max: 9000 }).map((cents) => (cents / 100).toFixed(2));
const ids = ['c1', 'c2', 'c3'];
const CUTS = Array.from({ length: 40 }, (_, i) => i * 11);

const bound: fc.Arbitrary<number | null> = fc.option(fc.constantFrom(...CUTS), { freq: 8 });

export const generatedScan: fc.Arbitrary<GeneratedScan> = fc
  .constantFrom<'orders' | 'lines'>('orders', 'orders', 'orders', 'lines')
  .chain((dataset) =>
    fc.record({
      zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'America/Sao_Paulo'),
      rows: fc.record({
        regions: fc.constant([
          { region_id: 'r1', region_name: 'north' },
          { region_id: 'r2', region_name: null },
          { region_id: 'r3', region_name: 'south' },
        ]),
        customers: fc.tuple(
          ...ids.map((id) =>
            fc.record({
              customer_id: fc.constant(id),
              joined_on: maybe(day),
              region_id: maybe(fc.constantFrom('r1', 'r2', 'r9')),
              level: maybe(fc.constantFrom('1', '2', '3')),
            }),
          ),
        ),
        prices: fc.constant([
          { product: 'p', since: '2024-01-31', price: '2.50' },
          { product: 'p', since: '2024-03-31', price: '3.00' },
          { product: 'q', since: '2023-01-01', price: '1.25' },
        ]),
        contracts: fc.constant([
          { product: 'p', start: '2024-01-01', stop: '2024-03-31', kind: 'a' },
          { product: 'p', start: '2024-04-01', stop: null, kind: 'b' },
          { product: 'q', start: '2020-01-01', stop: '2024-10-27', kind: 'a' },
        ]),
        tags: fc.uniqueArray(
          fc.record({
            customer_id: fc.constantFrom(...ids),
            tag: fc.constantFrom('x', 'y', 'z'),
            weight: maybe(fc.constantFrom('1', '2')),
          }),
          { maxLength: 6, selector: (row) => `${row.customer_id}/${row.tag}` },
        ),
        fx: fc.subarray([
          { ccy: 'USD', quote: 'EUR', day: '2024-01-31', rate: '0.9000' },
          { ccy: 'USD', quote: 'EUR', day: '2024-03-31', rate: '0.9125' },
          { ccy: 'GBP', quote: 'EUR', day: '2023-01-01', rate: '1.1500' },
          { ccy: 'EUR', quote: 'USD', day: '2024-01-01', rate: '1.1000' },
          { ccy: 'GBP', quote: 'USD', day: '2023-01-01', rate: '1.3000' },
        ]),
        orders: fc
          .array(
            fc.record({
              customer_id: maybe(fc.constantFrom(...ids, 'c9')),
              product: maybe(fc.constantFrom('p', 'q', 'z')),
              product_again: maybe(fc.constantFrom('p', 'q')),
              ordered_at: maybe(fc.tuple(day, fc.constantFrom(...TIMES)).map(([d, t]) => `${d}T${t}Z`)),
              paid_on: maybe(day),
              packed_at: maybe(fc.tuple(day, fc.constantFrom(...TIMES)).map(([d, t]) => `${d}T${t}`)),
              channel: maybe(fc.constantFrom('web', 'shop', "o'hara")),
              status: fc.constantFrom('paid', 'cancelled'),
              amount: maybe(money),
              wide: maybe(fc.constantFrom('0.000001', '-12345678901.123456', '3.5', '0.000001')),
              quantity: maybe(fc.constantFrom('-2', '0', '1', '2', '3')),
              weight: maybe(fc.constantFrom('0.5', '1.25', '-3')),
              ccy: maybe(fc.constantFrom('EUR', 'USD', 'GBP')),
              paid: maybe(money),
              is_new: maybe(fc.constantFrom('true', 'false')),
            }),
            { maxLength: 12 },
          )
          .map((rows) => rows.map((row, i) => ({ order_id: `o${i}`, ...row }))),
        lines: fc
          .array(
            fc.record({
              order_id: maybe(fc.constantFrom('o0', 'o1', 'o2', 'o99')),
              pieces: fc.constantFrom('1', '2', '5'),
            }),
            { maxLength: 8 },
          )
          .map((rows) => rows.map((row, i) => ({ line_id: `l${i}`, ...row }))),
      }),
      dataset: fc.constant(dataset),
      leaves: fc.uniqueArray(
        fc.constantFrom(
          ...LEAVES.flatMap((text, i) =>
            text.includes('(lines') || text.includes('distinct lines') || text.includes('last(lines')
              ? dataset === 'lines'
                ? [i]
                : []
              : dataset === 'orders'
                ? [i]
                : [],
          ),
        ),
        { minLength: 1, maxLength: 6 },
      ),
      leafConditions: fc.array(fc.array(fc.constantFrom(...(CONDITIONS[dataset] ?? [])), { maxLength: 2 }), {
        minLength: 6,
        maxLength: 6,
      }),
      keys: fc.uniqueArray(fc.constantFrom(...(KEYS[dataset] ?? [])), { maxLength: 2 }),
      where: fc.array(fc.constantFrom(...(CONDITIONS[dataset] ?? [])), { maxLength: 1 }),
      time: fc.constantFrom<'own' | 'paid_on' | 'packed_at'>('own', 'own', 'paid_on', 'packed_at'),
      windows: fc.uniqueArray(fc.tuple(bound, bound), {
        minLength: 1,
        maxLength: 12,
        selector: (one) => one.join('-'),
      }),
      unit: fc.constantFrom<'days' | 'hours' | 'months'>('days', 'days', 'hours', 'months'),
      sliding: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1, 28),
      asOf: fc.constantFrom('2024-03-31', '2025-06-30'),
      facts: fc.boolean(),
    }),
  );

export interface MadeScan {
  readonly graph: Graph;
  readonly scan: Scan;
  readonly asOfDay: number;
}

export function makeScan(generated: GeneratedScan): MadeScan {
  const graph = company(generated.zone);
  const settings = calendarOf(graph);
  const asOfDay = parseDate(generated.asOf) ?? 0;
  const asOf = endOfDay(asOfDay, settings.timezone);
  const dataset = graph.datasets.get(generated.dataset);
  if (dataset?.time.kind !== 'event') throw new Error('no time');
  const dated =
    generated.dataset === 'orders' && generated.time !== 'own'
      ? fieldOf(graph, 'orders', generated.time)
      : dataset.time.at;
  const leaves = generated.leaves.map((index, id): Leaf => {
    const formula = graph.metrics.get(`m${index}`)?.formula;
    if (formula?.kind !== 'aggregate') throw new Error(`not an aggregate: ${LEAVES[index] ?? ''}`);
    const own = generated.leafConditions[id] ?? [];
    return {
      id,
      fn: formula.fn,
      value: formula.value,
      fraction: formula.fraction,
      where: own.map((text) => conditionOf(graph, generated.dataset, text)),
    };
  });
  const windows = windowsOf(generated, settings.timezone);
  return {
    graph,
    asOfDay,
    scan: {
      id: 0,
      dataset: generated.dataset,
      time: timeOf(dated, settings.timezone),
      windows,
      disjoint: false,
      visible: { time: timeOf(dataset.time.at, settings.timezone), before: asOf },
      keys: generated.keys.map((name) => keyOf(graph, generated.dataset, name)),
      where: generated.where.map((text) => conditionOf(graph, generated.dataset, text)),
      leaves,
      asOf,
    },
  };
}

function windowsOf({ windows, unit, sliding }: GeneratedScan, zone: string): readonly Window[] {
  const first = parseDate('2023-12-01') ?? 0;
  if (sliding > 0) return Array.from({ length: 260 }, (_, i) => windowsOfDays(first + 30 + i, sliding, zone));
  const cut = (at: number | null): Point | null => {
    if (at === null) return null;
    if (unit === 'days') return windowOfDays(first + at, first + at, zone).start;
    if (unit === 'months') {
      const index = 2023 * 12 + 11 + (at % 20);
      return windowOfDays(
        parseDate(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`) ?? 0,
        0,
        zone,
      ).start;
    }
    return pointOfInstant(
      BigInt(first + Math.floor(at / 2)) * 86_400_000_000n + BigInt(at % 24) * 3_600_000_000n,
      zone,
    );
  };
  const made = windows.map(([start, end]) => ({ start: cut(start), end: cut(end) }));
  return made.filter(({ start, end }) => start === null || end === null || start.instant < end.instant);
}

function windowsOfDays(last: number, days: number, zone: string): Window {
  return windowOfDays(last + 1 - days, last + 1, zone);
}

function timeOf(at: FieldTyped, zone: string): ScanTime {
  const { kind } = at.type.value;
  if (kind !== 'date' && kind !== 'datetime' && kind !== 'timestamp') throw new Error('no time');
  return { at, kind, zone };
}

function fieldOf(graph: Graph, dataset: string, name: string): FieldTyped {
  const field = graph.datasets.get(dataset)?.fields.get(name);
  if (field === undefined) throw new Error(`no field ${name}`);
  return {
    kind: 'field',
    base: dataset,
    path: [],
    dataset,
    field: name,
    type: field.type,
    range: { start: 0, end: 0 },
  };
}

function keyOf(graph: Graph, dataset: string, name: string): FieldTyped {
  const [owner = '', field = ''] = name.split('.');
  const bound = bindIn(graph, { kind: 'field', dataset: owner, field, path: [] }, dataset);
  if (bound.kind !== 'bound') throw new Error(`${name} does not reach ${dataset}`);
  return bound.field;
}

const conditions = new Map<string, Typed>();

/** A row condition: that of a count with it. */
function conditionOf(graph: Graph, dataset: string, text: string): Typed {
  const key = `${graph.project.timezone} ${dataset} ${text}`;
  const known = conditions.get(key);
  if (known !== undefined) return known;
  const files = graph.files.map((file) =>
    file.path === 'a.kpi.yaml'
      ? {
          ...file,
          text: `${file.text}  the_condition: { formula: ${JSON.stringify(`count(${dataset} where ${text})`)} }\n`,
        }
      : file,
  );
  const formula = parseProject(files).value.metrics.get('the_condition')?.formula;
  if (formula?.kind !== 'aggregate' || formula.where === null) throw new Error(`no condition: ${text}`);
  conditions.set(key, formula.where);
  return formula.where;
}

/** Lines of a leaf table: window, group, leaf, value; and which leaves reach a group. */
export type Answer = ReadonlyMap<string, Value>;

export function computeRowByRow(
  { graph, scan, asOfDay }: MadeScan,
  rows: Rows,
): { readonly values: Answer; readonly reached: ReadonlySet<string> } {
  const world = makeWorld(graph, { asOfDay, parameters: new Map() }, rows);
  const values = new Map<string, Value>();
  const reached = new Set<string>();
  const { dataset } = scan;
  const known = ordered(scan, world);
  for (const [window, bounds] of scan.windows.entries()) {
    const groups = new Map<string, Row[]>();
    if (scan.keys.length === 0) groups.set('', []);
    for (const row of known) {
      if (scan.time !== null && !liesIn(bounds, scan.time.zone)(world.reader.value(scan.time.at, { dataset, row })))
        continue;
      if (!scan.where.every((one) => holds(one, row, scan, world))) continue;
      for (const group of new Set(
        partnerings(scan.keys, dataset, row, world.reader).map((partners) =>
          groupKey(scan.keys.map((key) => world.reader.value(key, { dataset, row, partners }))),
        ),
      )) {
        const list = groups.get(group) ?? [];
        list.push(row);
        groups.set(group, list);
      }
    }
    for (const [group, members] of groups) {
      for (const leaf of scan.leaves) {
        const kept = members.filter((row) => leaf.where.every((one) => holds(one, row, scan, world)));
        const cells = kept.map((row) =>
          leaf.value === null ? NULL : world.reader.value(leaf.value, { dataset, row }),
        );
        const key = `${window} ${group} ${leaf.id}`;
        values.set(key, aggregateFunctions[leaf.fn](cells, fromDecimalText(leaf.fraction ?? '') ?? ZERO));
        if (kept.length > 0 || (scan.keys.length > 0 && leaf.where.length === 0)) reached.add(key);
      }
    }
  }
  return { values, reached };
}

function ordered(scan: Scan, world: World): readonly Row[] {
  const { dataset, time } = scan;
  return inOrder(world.reader, dataset, world.reader.rows(dataset), (row) =>
    time === null ? NULL : world.reader.value(time.at, { dataset, row }),
  );
}

function holds(condition: Typed, row: Row, { dataset }: Scan, world: World): boolean {
  const fields: FieldTyped[] = [];
  walkTyped(condition, (node) => {
    if (node.kind === 'field' && node.base === dataset) fields.push(node);
  });
  return partnerings(fields, dataset, row, world.reader).some(
    (partners) => decide(world.reader.value(condition, { dataset, row, partners })) === true,
  );
}
