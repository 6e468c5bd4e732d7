// A `per` over one scan is aggregated by the database: which ones are, what is asked for them, and that nothing else changes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  askChecked,
  checkQuestion,
  evaluateReference,
  openDuckDb,
  prepareRows,
  queriesOf,
  sessionOver,
  type DuckDbExecutor,
} from '@sextant/engine';
import { parseProject, type Graph } from '@sextant/parser';
import { loadRows } from '../../../packages/engine/src/execute/load-rows.js';
import { findNested } from '../../../packages/engine/src/nested/find-nested.js';
import { NO_FACTS } from '../../../packages/engine/src/plan/facts.js';
import { planQuestion } from '../../../packages/engine/src/plan/plan-question.js';
import type { Question } from '../../../packages/engine/src/question/question.js';

let executor: DuckDbExecutor;
beforeAll(async () => {
  executor = await openDuckDb({ threads: 1 });
});
afterAll(() => executor.close());

const { value: graph, diagnostics } = parseProject([
  {
    path: 'x.kpi.yaml',
    text: `
datasets:
  customers:
    from: customers.csv
    one: customer
    key: customer_id
    time: none
    fields: { customer_id: text, region: { type: text, optional: true } }
  orders:
    from: orders.csv
    one: order
    key: order_id
    time: day
    fields:
      order_id: integer
      customer_id: { type: text, references: customers, optional: true }
      day: date
      channel: { type: text, optional: true }
      status: { type: text, values: [paid, cancelled] }
      amount: { type: decimal(2) EUR, optional: true }
      weight: { type: float, optional: true }
dimensions:
  channel: orders.channel
metrics:
  revenue: sum(orders.amount where status = 'paid')
  filled: { formula: "sum(orders.amount where status = 'paid')", empty: 0 }
  placed: count(orders)
  paid: count(orders where status = 'paid')
  largest: max(orders.amount)
  heaviest: max(orders.weight)
  aov: revenue / placed
`.replace('{ formula: revenue, empty: 0 }', '{ formula: "sum(orders.amount where status = \'paid\')", empty: 0 }'),
  },
]);

const CUSTOMER = 'per customers.customer_id';

/** Formulas that the database aggregates, and formulas that stay. */
const NESTED = [
  `count(${CUSTOMER} where placed >= 2)`,
  `count(${CUSTOMER} where 2 <= placed and revenue > 10.50 EUR)`,
  `count(${CUSTOMER} where paid = 0 or largest < 5 EUR)`,
  `count(${CUSTOMER} where filled <> 0 EUR)`,
  `sum(revenue ${CUSTOMER})`,
  `avg(revenue ${CUSTOMER})`,
  `avg(filled ${CUSTOMER})`,
  `avg(revenue per (customers.customer_id, channel))`,
  `min(largest ${CUSTOMER})`,
  `max(placed per customers.region)`,
  `max(revenue ${CUSTOMER} where placed > 1)`,
  `count(revenue ${CUSTOMER})`,
] as const;

const KEPT = [
  `median(revenue ${CUSTOMER})`,
  `avg(aov ${CUSTOMER})`,
  `avg(revenue per day)`,
  `max(avg(placed per channel) per customers.region)`,
  `count(${CUSTOMER} where revenue > largest)`,
  `count(${CUSTOMER} where prior(placed, 1 month) > 0 and placed > 0)`,
  // Beside a number that is read from the same groups.
  `sum(placed ${CUSTOMER}) + median(placed ${CUSTOMER})`,
] as const;

/** Found in the plan, and given up in SQL. */
const REFUSED = [
  `sum(largest ${CUSTOMER})`,
  `max(heaviest ${CUSTOMER})`,
  `count(${CUSTOMER} where revenue > 10.505 EUR)`,
] as const;

function question(
  metrics: readonly string[],
  rest: Partial<Question> = {},
): NonNullable<ReturnType<typeof checkQuestion>['value']> {
  const checked = checkQuestion(graph, { metrics, from: '2026-01', to: '2026-06', asOf: '2026-06-30', ...rest });
  if (checked.value === null) throw new Error(checked.diagnostics.map((one) => one.message).join('; '));
  return checked.value;
}

function nestedIn(metric: string): number {
  const planning = planQuestion(graph, question([metric]), NO_FACTS);
  if (planning.kind !== 'plan') throw new Error(planning.kind);
  return findNested(planning.plan).length;
}

describe('a plan', () => {
  it('is of a project without errors', () => {
    expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
  });

  it.each(NESTED)('gives `%s` to the database', (metric) => expect(nestedIn(metric)).toBe(1));
  it.each(KEPT)('keeps `%s`', (metric) => expect(nestedIn(metric)).toBe(0));
});

it('one statement counts the groups of another', () => {
  const asked = question([`count(${CUSTOMER} where paid >= 2)`], { by: ['channel'] });
  const planning = planQuestion(graph, asked, NO_FACTS);
  const [scan] = planning.kind === 'plan' ? (queriesOf(graph, asked, planning.plan) ?? []) : [];
  expect(scan?.statements.map(({ sql }) => sql.split('\n').slice(0, 5))).toEqual([
    [
      '-- orders: count over the groups below',
      'SELECT',
      '  "groups"."1" AS "column 1",',
      '  count(CASE WHEN coalesce("groups"."3", 0) >= 2 AND "groups"."2" IS NOT NULL THEN 1 END) AS "column 2"',
      'FROM (',
    ],
  ]);
});

describe('an answer is the same as without it', () => {
  const customers = ['a', 'b', 'c'].map((customer_id, i) => ({ customer_id, region: i === 0 ? null : 'north' }));
  const orders = [
    ['a', '2026-01-01', 'web', 'paid', '10.00', '1.5'],
    ['a', '2026-01-20', 'web', 'paid', '0.51', null],
    ['a', '2026-02-01', 'app', 'cancelled', '3.00', '2.5'],
    ['b', '2026-01-05', 'web', 'cancelled', '7.25', '4'],
    ['b', '2026-03-05', null, 'cancelled', null, null],
    ['c', '2026-03-06', 'app', 'paid', null, '0.5'],
    [null, '2026-01-07', 'web', 'paid', '99.99', '9'],
    [null, '2026-01-08', 'web', 'paid', '0.01', null],
    ['gone', '2026-01-08', 'app', 'paid', '5.00', null],
  ].map(([customer_id = null, day = null, channel = null, status = null, amount = null, weight = null], i) => ({
    order_id: String(i),
    customer_id,
    day,
    channel,
    status,
    amount,
    weight,
  }));
  const data = new Map<string, readonly Readonly<Record<string, string | null>>[]>([
    ['customers', customers],
    ['orders', orders],
  ]);

  async function agree(project: Graph, asked: ReturnType<typeof question>): Promise<void> {
    const { value: prepared } = await prepareRows(executor, project, data);
    const rows = await loadRows(prepared);
    if (rows.kind !== 'rows') throw new Error('too many rows');
    const { value } = await askChecked(await sessionOver(project, executor, prepared), asked);
    expect(value?.rows).toEqual(evaluateReference(project, asked, rows.rows).rows);
  }

  const all = [...NESTED, ...REFUSED, ...KEPT];
  const monthly = { grain: 'month', from: '2026-01', to: '2026-07' } as const;

  it.each(all)('`%s`', async (metric) => {
    await agree(graph, question([metric]));
    await agree(graph, question([metric], { by: ['channel'] }));
    await agree(graph, question([metric], { where: "channel = 'nowhere'" }));
    if (!metric.includes('prior') && !metric.includes('per day'))
      await agree(graph, question([metric], { by: ['customers.region'], ...monthly }));
  });

  it('all of them in one question, in rolling windows', async () => {
    const rolled = NESTED.map((metric) => `rolling(${metric}, 2 months, partial)`);
    await agree(graph, question([...NESTED, ...rolled, 'placed'], { by: ['channel'], ...monthly }));
  });
});
