// A project on which laws are tried: every type, optional fields, a derived field, a bridge, two facts, missing exchange rates.
import { parseProject, readFormula, type ConstValue, type Graph, type Typed } from '@sextant/parser';
import fc from 'fast-check';
import { parseDate } from '../../../../packages/engine/src/calendar/time-text.js';
import { windowOfDays } from '../../../../packages/engine/src/calendar/window.js';
import { evaluateMetric } from '../../../../packages/engine/src/reference/evaluate-reference.js';
import { rowsFromTexts, type Rows, type TextRow } from '../../../../packages/engine/src/reference/rows.js';
import { decimalText } from '../../../../packages/engine/src/value/to-text.js';
import type { Value } from '../../../../packages/engine/src/value/value.js';
import { valueKey } from '../../../../packages/engine/src/value/order.js';

const definitions = `
datasets:
  fx: { from: fx.csv, plan: true, time: day, fields: { ccy: text, quote: text, day: date, rate: decimal(4) } }
  orders:
    from: orders.csv
    key: id
    time: day
    fields:
      id: text
      day: { type: date, optional: true }
      due: { type: date, optional: true }
      a: { type: integer, optional: true }
      b: { type: integer, optional: true }
      p: { type: decimal(2), optional: true }
      ccy: { type: text, optional: true }
      m: { type: decimal(2), currency: ccy, optional: true }
      f: { type: float, optional: true }
      g: { type: float, optional: true }
      t: { type: text, optional: true }
      u: { type: text, optional: true }
      c: { type: boolean, optional: true }
      d: { type: boolean, optional: true }
      eur: { formula: convert(m to EUR at day) }
      ab: { formula: a / b }
  visits:
    from: visits.csv
    key: id
    time: day
    fields: { id: text, day: { type: date, optional: true }, t: { type: text, optional: true }, n: { type: integer, optional: true } }
  tags: { from: tags.csv, key: tag, time: none, fields: { tag: text, weight: { type: integer, optional: true } } }
  order_tags: { from: order_tags.csv, key: [id, tag], time: none, fields: { id: { type: text, references: orders }, tag: { type: text, references: tags } } }
dimensions:
  t: [orders.t, visits.t]
  u: orders.u
  tag: tags.tag
  weight: tags.weight
  eur: orders.eur
  a: orders.a
parameters: { k: 3 }
metrics:
  sa: sum(orders.a)
  sb: { formula: sum(orders.b), empty: 0 }
  vis: count(visits)
  vn: sum(visits.n)
  money: "sum(orders.eur)"
  n: count(orders)
`;

export function lawGraph(rates = true): Graph {
  const project = `project: p\n${rates ? 'exchange_rates: { dataset: fx, from: ccy, to: quote, at: day, rate: rate }\n' : ''}`;
  const text = rates
    ? definitions
    : definitions
        .split('\n')
        .filter((line) => !/eur|money|fx:/.test(line))
        .join('\n');
  const parsed = parseProject([
    { path: 'kpi.project.yaml', text: project },
    { path: 'a.kpi.yaml', text },
  ]);
  const errors = parsed.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code} ${message}`).join('\n'));
  return parsed.value;
}

/** Null where the checker refuses the formula. */
export function formulaIn(graph: Graph, text: string): Typed | null {
  return readFormula(graph, { path: 'formula', text }, 'metric').value;
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 3 });
const day = fc.constantFrom(
  '2026-01-10',
  '2026-02-27',
  '2026-03-01',
  '2026-03-15',
  '2026-03-31',
  '2025-03-15',
  '2026-04-01',
);
const small = fc.integer({ min: -2, max: 3 }).map(String);
const cents = fc.constantFrom('-1.50', '0', '0.10', '1', '2.00', '2.01');
const doubles = fc.constantFrom('0.1', '0.2', '0.3', '-1e-3', '0', '1');
const letters = fc.constantFrom('x', 'y', 'X');
const flag = fc.constantFrom('true', 'false');

const order = fc.record({
  day: maybe(day),
  due: maybe(day),
  a: maybe(small),
  b: maybe(small),
  p: maybe(cents),
  ccy: maybe(fc.constantFrom('EUR', 'USD', 'GBP')),
  m: maybe(cents),
  f: maybe(doubles),
  g: maybe(doubles),
  t: maybe(letters),
  u: maybe(letters),
  c: maybe(flag),
  d: maybe(flag),
});
const visit = fc.record({ day: maybe(day), t: maybe(letters), n: maybe(small) });

export const arbitraryTables: fc.Arbitrary<ReadonlyMap<string, readonly TextRow[]>> = fc
  .record({
    orders: fc.array(order, { maxLength: 5 }),
    visits: fc.array(visit, { maxLength: 3 }),
    weights: fc.tuple(maybe(small), maybe(small)),
    links: fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(1)), { selector: String, maxLength: 5 }),
    rates: fc.boolean(),
  })
  .map(({ orders, visits, weights, links, rates }) => {
    const numbered = <T extends object>(rows: readonly T[]) => rows.map((row, i) => ({ id: `o${i}`, ...row }));
    return new Map<string, readonly TextRow[]>([
      ['orders', numbered(orders)],
      ['visits', numbered(visits)],
      ['tags', weights.map((weight, i) => ({ tag: `g${i}`, weight }))],
      ['order_tags', links.map(([o, g]) => ({ id: `o${o}`, tag: `g${g}` }))],
      ['fx', rates ? [{ ccy: 'USD', quote: 'EUR', day: '2026-01-01', rate: '0.9' }] : []],
    ]);
  });

export function rowsOf(graph: Graph, tables: ReadonlyMap<string, readonly TextRow[]>): Rows {
  return rowsFromTexts(graph, tables).value;
}

const dayOf = (text: string): number => parseDate(text) ?? 0;

/** A month, half of it known; a month of which nothing is known; all time. */
const CONTEXTS = [
  { from: '2026-03-01', end: '2026-04-01', asOf: '2026-03-31' },
  { from: '2026-03-01', end: '2026-04-01', asOf: '2026-03-15' },
  { from: '2026-05-01', end: '2026-06-01', asOf: '2026-03-31' },
  null,
] as const;

const parameters = new Map<string, ConstValue>([['k', { kind: 'number', text: '3' }]]);

/** What a formula comes to in each context, in full: value, exactness, reason. */
export function outcomes(graph: Graph, typed: Typed, rows: Rows): readonly string[] {
  return CONTEXTS.map((context) => {
    const window =
      context === null
        ? { start: null, end: windowOfDays(0, dayOf('2026-04-01'), 'UTC').end }
        : windowOfDays(dayOf(context.from), dayOf(context.end), 'UTC');
    const asOfDay = dayOf(context?.asOf ?? '2026-03-31');
    return shown(evaluateMetric(graph, typed, { asOfDay, parameters, window }, rows));
  });
}

export function shown(value: Value): string {
  if (value.kind === 'none') return `(${value.reason})`;
  if (value.kind === 'number') return `${decimalText(value.value)}${value.approximate ? '~' : ''} ${valueKey(value)}`;
  return valueKey(value);
}
