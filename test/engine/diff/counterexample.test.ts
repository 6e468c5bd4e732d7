// Changed formulas, each with a few rows that show the change; what is printed passes as a test of the later version.
import { expect, test } from 'vitest';
import { checkTest } from '../../../packages/engine/src/testing/check-test.js';
import { runTest } from '../../../packages/engine/src/testing/run-test.js';
import { referenceExecutor } from '../../../packages/engine/src/testing/test-executor.js';
import { diffGraphs } from '../../../packages/engine/src/diff/diff-graphs.js';
import { searchCounterexample } from '../../../packages/engine/src/diff/counterexample/search.js';
import { subjectsOf } from '../../../packages/engine/src/diff/counterexample/subjects.js';
import { testText } from '../../../packages/engine/src/diff/counterexample/test-text.js';
import type { Counterexample } from '../../../packages/engine/src/diff/counterexample/counterexample.js';
import { errorsOf, graphOf } from './shop.js';

const base = `
datasets:
  customers:
    from: customers.csv
    one: customer
    key: customer_id
    time: joined_on
    fields:
      customer_id: text
      joined_on: date
      region: { type: text, optional: true }
      first_order: { formula: min(orders.day) }
  orders:
    from: orders.csv
    one: order
    key: order_id
    time: day
    fields:
      order_id: text
      day: date
      paid_on: { type: date, optional: true }
      customer_id: { type: text, references: customers, optional: true }
      channel: text
      status: { type: text, values: [paid, open, cancelled] }
      vip: boolean
      quantity: integer
      amount: decimal(2) EUR
      discount: { type: decimal(2) EUR, optional: true }
      note: { type: text, optional: true }
      net: { formula: "amount - coalesce(discount, 0 EUR)" }
  visits:
    from: visits.csv
    key: visit_id
    time: day
    fields: { visit_id: text, day: date, channel: text, customer_id: { type: text, optional: true } }
  balances:
    from: balances.csv
    snapshot: taken_on
    fields: { taken_on: date, account: text, balance: decimal(2) EUR }
dimensions:
  region: customers.region
  channel: [orders.channel, visits.channel]
parameters: { margin: 20% }
owners: { sales: { kind: team } }
goals: { grow: { title: Grow, owner: sales } }
metrics:
  revenue: sum(orders.amount)
  placed: count(orders)
  came: count(visits)
  x: FORMULA
kpis:
  k: { metric: revenue, KPI goal: grow, owner: sales, direction: up, every: fiscal_quarter, target: 10 EUR }
`;

const withFormula = (formula: string): string => base.replace('FORMULA', JSON.stringify(formula)).replace('KPI ', '');

async function shown(
  before: string,
  after: string,
  id = 'metric:x',
): Promise<{ example: Counterexample; text: string }> {
  expect([...errorsOf(before), ...errorsOf(after)]).toEqual([]);
  const [a, b] = [graphOf(before), graphOf(after)];
  const change = diffGraphs(a, b).changes.find((one) => one.id === id);
  const [subject] = change === undefined ? [] : subjectsOf(change, a, b);
  if (subject === undefined) throw new Error('nothing to be shown');
  const searched = searchCounterexample(subject);
  if (searched.kind !== 'found') throw new Error(`${searched.kind} ${JSON.stringify(searched)}`);
  const text = testText(searched.example, b);
  // What is printed is a test that the later version passes, and the earlier one does not.
  expect(await passes(after, text), text).toBe(true);
  if (before.includes('FORMULA') || !text.includes('by:')) expect(await passes(before, text), text).toBe(false);
  return { example: searched.example, text };
}

async function passes(project: string, tests: string): Promise<boolean> {
  const text = `${project}${tests}`;
  expect(errorsOf(text), text).toEqual([]);
  const graph = graphOf(text);
  const [def] = [...graph.tests.values()];
  const checked = def === undefined ? null : checkTest(graph, def, new Map());
  if (checked === null || checked.value === null)
    throw new Error(`${text}\n${checked?.diagnostics.map(({ message }) => message).join('\n')}`);
  const result = await runTest(graph, checked.value, [referenceExecutor()]);
  expect(result.diagnostics).toEqual([]);
  return result.passed;
}

const rowCount = ({ rows }: Counterexample): number => [...rows.values()].reduce((sum, list) => sum + list.length, 0);

test.each<readonly [string, string, number]>([
  // A boundary.
  ['count(orders where quantity > 5)', 'count(orders where quantity >= 5)', 1],
  ['sum(orders.amount where amount > 100.00 EUR)', 'sum(orders.amount where amount >= 100.00 EUR)', 2],
  ["count(orders where day < date '2026-07-01')", "count(orders where day <= date '2026-07-01')", 1],
  ['count(orders where quantity between 1 and 10)', 'count(orders where quantity between 1 and 9)', 1],
  // A condition more, or less.
  ['sum(orders.amount)', "sum(orders.amount where status = 'paid')", 2],
  ["count(orders where status = 'paid')", 'count(orders)', 1],
  ["count(orders where status = 'paid')", "count(orders where status <> 'cancelled')", 1],
  ["count(orders where channel like 'web%')", "count(orders where channel = 'web')", 1],
  ["count(orders where lower(channel) = 'web')", "count(orders where channel = 'web')", 1],
  ['count(orders where vip)', 'count(orders where not vip)', 1],
  ["count(orders where note <> 'x')", "count(orders where note is null or note <> 'x')", 1],
  ["count(orders where customers.region = 'north')", "count(orders where customers.region in ('north', 'south'))", 2],
  // What is counted.
  ['count(orders)', 'count(orders.discount) * 1 order / 1 order', 1],
  ['count(orders.note)', 'count(distinct orders.note)', 2],
  ['count(distinct orders.customer_id)', 'count(distinct visits.customer_id) * 1 customer', 1],
  // No value.
  ['sum(orders.discount)', 'sum(coalesce(orders.discount, 0 EUR))', 1],
  ['avg(orders.discount)', 'sum(orders.discount) / placed * 1 order', 2],
  ['sum(orders.amount - orders.discount)', 'sum(orders.amount - coalesce(orders.discount, 0 EUR))', 2],
  // Quotients.
  ['avg(orders.amount)', 'median(orders.amount)', 3],
  ['avg(revenue per channel)', 'avg(orders.amount)', 3],
  ['sum(orders.amount) / sum(orders.quantity)', 'avg(orders.amount / orders.quantity)', 2],
  ['revenue / placed', 'revenue / came * 1 visits / 1 order', 3],
  ['min(orders.amount)', 'first(orders.amount)', 2],
  // Time.
  ['sum(orders.amount)', 'sum(orders.amount dated paid_on)', 2],
  ['prior(revenue, 1 year)', 'prior(revenue, 1 month)', 2],
  ['prior(revenue, 1 month)', 'prior(revenue, 1 month, full)', 2],
  ['rolling(revenue, 28 days)', 'rolling(revenue, 30 days)', 2],
  ['to_date(revenue, year)', 'to_date(revenue, quarter)', 2],
  ['growth(revenue, 1 year)', 'change(revenue, 1 year) / prior(revenue, 1 year)', 3],
  ['cumulative(revenue)', 'revenue', 2],
  ['closing(sum(balances.balance))', 'opening(sum(balances.balance))', 2],
  ['revenue / days() * 1 day', 'revenue / 31', 1],
  // Groups.
  ['revenue / (revenue across channel)', 'revenue / revenue', 2],
  ["revenue where channel = 'web'", 'revenue', 2],
  ['count(per orders.customer_id where placed >= 2)', 'count(per orders.customer_id where placed > 2)', 2],
  ['max(revenue per month)', 'revenue', 3],
  ['count(orders where customers.joined_on = orders.day)', 'count(orders where customers.joined_on <= orders.day)', 2],
  ['count(customers where first_order is null)', "count(customers where first_order is null or region = 'x')", 2],
  [
    'conversion(visits to orders by customer_id within 7 days)',
    'conversion(visits to orders by customer_id within 14 days)',
    3,
  ],
  ['revenue * margin', 'revenue * 25%', 1],
])('%s against %s', async (before, after, most) => {
  const { example, text } = await shown(withFormula(before), withFormula(after));
  expect(example.onlyReason, text).toBe(false);
  expect(rowCount(example), text).toBeLessThanOrEqual(most);
});

test('the text of one', async () => {
  const { text } = await shown(
    withFormula("sum(orders.amount where status = 'paid')"),
    withFormula('sum(orders.amount where vip)'),
  );
  expect(text).toMatchInlineSnapshot(`
    "tests:
      x as it is now:
        given:
          orders:
            - { order_id: a, day: 2026-05-10, amount: 1.00, status: paid, vip: true }
            - { order_id: b, day: 2026-05-10, amount: 1.00, status: open, vip: true }
        expect:
          - { metric: x, over: 2026-05, value: 2 EUR }    # was 1 EUR
    "
  `);
});

test('a filter of a KPI is shown in a period of the KPI', async () => {
  const filtered = (where: string): string =>
    withFormula('1').replace('metric: revenue,', `metric: revenue, where: ${where},`);
  const { text } = await shown(filtered("channel = 'web'"), filtered("channel <> 'web'"), 'kpi:k');
  expect(text).toContain('kpi: k, over: FY2026-Q2');
});

test('a row formula is shown by a metric that is made of it', async () => {
  const [a, b] = [
    withFormula('sum(orders.net)'),
    withFormula('sum(orders.net)').replace('coalesce(discount, 0 EUR)', 'discount'),
  ];
  const { example, text } = await shown(a, b, 'field:orders.net');
  expect(example.of).toBe('metric:x');
  expect(text).toContain('metric: x');
});

test('the same rows on every run', async () => {
  const run = async (): Promise<string> =>
    (await shown(withFormula('avg(orders.amount)'), withFormula('median(orders.amount)'))).text;
  expect(await run()).toBe(await run());
});

test('none is found for what is the same by a law that is not known', () => {
  const [a, b] = [
    graphOf(withFormula('count(orders where quantity > 5)')),
    graphOf(withFormula('count(orders where quantity >= 6)')),
  ];
  const [change] = diffGraphs(a, b).changes;
  // That is not said to be the same.
  expect(change?.verdict).toBe('numbers');
  const [subject] = change === undefined ? [] : subjectsOf(change, a, b);
  const searched = subject === undefined ? null : searchCounterexample(subject, 500);
  expect(searched).toMatchObject({ kind: 'none' });
});

test('a difference of reasons is told as one', async () => {
  const [a, b] = [
    withFormula('revenue / nullif(sum(orders.quantity), 0)'),
    withFormula('revenue / sum(orders.quantity)'),
  ];
  const { example, text } = await shown(a, b);
  expect(example.onlyReason).toBe(true);
  expect(text).toContain('reason: division_by_zero }    # was no value (no_value)');
});
