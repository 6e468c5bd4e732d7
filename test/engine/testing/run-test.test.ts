// Tests of projects, run by the reference and by DuckDB: what passes, what differs, and how it is said.
import { parseProject, type Diagnostic } from '@sextant/parser';
import {
  checkTest,
  duckDbTestExecutor,
  openDuckDb,
  referenceExecutor,
  runTest,
  type DuckDbExecutor,
  type TestExecutor,
  type TestFiles,
  type TestResult,
} from '@sextant/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const DEFINITIONS = `
datasets:
  campaigns:
    time: none
    key: campaign_id
    fields: { campaign_id: text, name: text }
  orders:
    time: ordered_on
    key: order_id
    fields:
      order_id: text
      ordered_on: date
      channel: { type: text, values: [web, store], optional: true }
      campaign_id: { type: text, references: campaigns, optional: true }
      status: { type: text, values: [paid, cancelled] }
      amount: decimal(2) EUR
dimensions:
  channel: orders.channel
parameters:
  least: 10 EUR
metrics:
  revenue: { formula: sum(orders.amount where status = 'paid'), empty: 0 }
  orders_placed: count(orders where status = 'paid')
  aov: { formula: revenue / orders_placed, decimals: 2 }
  big: count(orders where amount >= least)
owners:
  sales: { kind: team }
goals:
  more: { title: More, owner: sales }
kpis:
  revenue_monthly:
    metric: revenue
    goal: more
    owner: sales
    direction: up
    every: month
    target: { 2026-03: 40 EUR, 2026-04: 30 EUR }
    status: { basis: score, on_track: 0.9, at_risk: 0.5 }
`;

const ROWS = `
    given:
      orders:
        - { order_id: a, ordered_on: 2026-03-01, channel: web, status: paid, amount: 10.10 }
        - { order_id: b, ordered_on: 2026-03-02, channel: web, status: cancelled, amount: 99.00 }
        - { order_id: c, ordered_on: 2026-03-03, channel: store, status: paid, amount: 20.00 }
        - { order_id: d, ordered_on: 2026-04-03, channel:, status: paid, amount: 5.00 }`;

let database: DuckDbExecutor;
let executors: readonly TestExecutor[];

beforeAll(async () => {
  database = await openDuckDb({ threads: 1 });
  executors = [referenceExecutor(), duckDbTestExecutor(database)];
});
afterAll(() => database.close());

interface Ran {
  readonly result: TestResult | null;
  readonly diagnostics: readonly Diagnostic[];
}

async function run(
  expectations: string,
  more: { readonly files?: TestFiles; readonly rows?: string } = {},
): Promise<Ran> {
  const text = `${DEFINITIONS}tests:\n  it:${more.rows ?? ROWS}\n    expect:\n${expectations}`;
  const { value: graph, diagnostics } = parseProject([{ path: 'a.kpi.yaml', text }]);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const def = graph.tests.get('it');
  if (def === undefined) throw new Error('no test');
  const checked = checkTest(graph, def, more.files ?? new Map());
  if (checked.value === null) return { result: null, diagnostics: checked.diagnostics };
  return { result: await runTest(graph, checked.value, executors), diagnostics: checked.diagnostics };
}

async function differences(expectations: string, more?: Parameters<typeof run>[1]): Promise<readonly string[]> {
  const { result } = await run(expectations, more);
  return (result?.expectations ?? []).flatMap(({ asks, differences: found }) =>
    found.map(
      ({ what, expected, got }) =>
        `${asks} | ${what}: ${expected} | ${got.map(({ executor, text }) => `${executor ?? 'all'} ${text}`).join('; ')}`,
    ),
  );
}

describe('one cell', () => {
  it.each([
    '- { metric: revenue, over: 2026-03, value: 30.10 EUR }',
    '- { metric: revenue, over: 2026-03, value: 0.1 EUR + 30 EUR }',
    '- { metric: revenue, over: 2026-03, by: { channel: web }, value: 10.10 EUR }',
    '- { metric: revenue, over: 2026-04, by: { channel: }, value: 5 EUR }',
    '- { metric: orders_placed, over: 2026-04, by: { channel: web }, value: 0 }',
    '- { metric: aov, over: 2026-03, value: 15.05 EUR/order }',
    '- { metric: aov, over: 2026-05, value: no value, reason: division_by_zero }',
    '- { metric: aov, over: 2026-05, value: no value }',
    "- { metric: revenue, over: 2026-03..2026-04, where: channel = 'web', value: 10.10 EUR }",
    '- { metric: revenue, over: 2026-03-01..2026-03-02, value: 10.10 EUR }',
  ])('%s', async (expectation) => {
    expect(await differences(`      ${expectation}\n`)).toEqual([]);
  });

  it('says what came out, in full', async () => {
    expect(
      await differences(
        '      - { metric: revenue, over: 2026-03, value: 30 EUR }\n      - { metric: aov, over: 2026-05, value: no value, reason: no_rows }\n',
      ),
    ).toEqual([
      'revenue, over 2026-03 | value: 30 EUR | all 30.1 EUR',
      'aov, over 2026-05 | value: no value (no_rows) | all no value (division_by_zero)',
    ]);
  });

  it('takes the values of parameters', async () => {
    const rows = `${ROWS}\n    parameters: { least: 50 EUR }`;
    expect(await differences('      - { metric: big, over: 2026, value: 1 }\n', { rows })).toEqual([]);
  });
});

describe('a KPI', () => {
  it.each([
    '- { kpi: revenue_monthly, over: 2026-03, value: 30.10 EUR, target: 40 EUR, score: 0.7525, status: at_risk }',
    // A fraction that does not end leaves the scorecard with 34 digits.
    '- { kpi: revenue_monthly, over: 2026-04, score: 1 / 6, status: off_track }',
    '- { kpi: revenue_monthly, over: 2026-05, status: no_data }',
  ])('%s', async (expectation) => {
    expect(await differences(`      ${expectation}\n`)).toEqual([]);
  });

  it('a score that is nearly right is wrong', async () => {
    const found = await differences('      - { kpi: revenue_monthly, over: 2026-04, score: 0.17 }\n');
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('score: 0.17');
  });
});

describe('a table', () => {
  it('has all rows of the answer', async () => {
    const table = `      - metrics: [revenue, aov]
        by: [channel]
        grain: month
        over: 2026-03..2026-04
        table:
          - { month: 2026-03, channel: store, revenue: 20 EUR, aov: 20 EUR/order }
          - { month: 2026-03, channel: web, revenue: 10.10 EUR }
          - { month: 2026-04, channel:, revenue: 5 EUR }
`;
    expect(await differences(table)).toEqual([]);
  });

  it('says which rows and cells differ', async () => {
    const table = `      - metrics: [revenue]
        by: [channel]
        over: 2026-03
        table:
          - { channel: web, revenue: 11 EUR }
          - { channel: app, revenue: 1 EUR }
`;
    expect(await differences(table)).toEqual([
      'revenue, by channel, over 2026-03 | revenue of web: 11 EUR | all 10.1 EUR',
      'revenue, by channel, over 2026-03 | row app: a row | all no such row',
      'revenue, by channel, over 2026-03 | row store: no such row | all a row',
    ]);
  });
});

describe('findings', () => {
  it('are expected of the rows', async () => {
    const rows = `
    given:
      orders:
        - { order_id: a, ordered_on: 2026-03-01, status: payed, amount: 10.10 }
        - { order_id: a, ordered_on: 2026-03-02, status: paid, amount: 1.00 }`;
    const more = { rows: `${rows}\n    as_of: 2026-03-31` };
    const { result } = await run('      - { finding: KPI7023 }\n      - { finding: KPI7025 }\n', more);
    expect(result?.passed).toBe(true);
    const other = await run('      - { finding: KPI7023 }\n      - { finding: KPI7026 }\n', more);
    expect(other.result?.expectations.map(({ passed }) => passed)).toEqual([true, false]);
  });

  it('are expected of the rows without a database too', async () => {
    const both = executors;
    executors = [referenceExecutor()];
    const rows = `
    as_of: 2026-03-31
    given:
      orders:
        - { order_id: a, ordered_on: 2026-03-01, status: paid, amount: 10.10 }
        - { order_id: a, ordered_on: 2026-03-02, status: paid, amount: 1.00 }`;
    const { result } = await run('      - { finding: KPI7023 }\n', { rows });
    executors = both;
    expect(result).toMatchObject({ passed: true, diagnostics: [] });
  });

  it('make a test fail where nobody expects them', async () => {
    const rows = `
    given:
      orders: [{ order_id: a, ordered_on: 2026-03-41, status: paid, amount: 10.10 }]`;
    const { result } = await run('      - { metric: revenue, over: 2026-03, value: 0 EUR }\n', { rows });
    expect(result?.passed).toBe(false);
    expect(result?.diagnostics.map(({ code }) => code)).toContain('KPI7020');
  });

  it('are not made of what a test does not give', async () => {
    const rows = `
    given:
      orders: [{ order_id: a, ordered_on: 2026-03-01, status: paid, campaign_id: c1 }]`;
    const { result } = await run('      - { metric: orders_placed, over: 2026-03, value: 1 }\n', { rows });
    expect(result).toMatchObject({ passed: true, diagnostics: [] });
  });
});

describe('rows from a file', () => {
  const rows = '\n    given: { orders: { file: rows.csv } }';
  const expectation = '      - { metric: revenue, over: 2026-03, value: 3.30 EUR }\n';

  it('are read like rows in place', async () => {
    const text = 'order_id,ordered_on,status,amount\na,2026-03-01,paid,1.10\n"b",2026-03-02,paid,2.20\n';
    expect(await differences(expectation, { rows, files: new Map([['rows.csv', { text }]]) })).toEqual([]);
  });

  it.each([
    ['a file that is not there', null, 'no such file'],
    ['an empty file', '', 'it is empty'],
    ['a column that is none', 'order_id,total\na,1\n', '`orders` has no column `total`'],
    ['a line with too few cells', 'order_id,status\na\n', 'line 2 has 1 cells, not 2'],
  ])('%s', async (_what, text, why) => {
    const files: TestFiles = text === null ? new Map() : new Map([['rows.csv', { text }]]);
    const { diagnostics } = await run(expectation, { rows, files });
    expect(diagnostics.map(({ code, label }) => [code, label])).toEqual([['KPI8004', why]]);
  });
});

describe('what is wrong with a test', () => {
  it.each([
    ['      - { metric: revenue, value: 1 EUR }\n', 'KPI8001'],
    ['      - { metric: revenue, over: 2026-03, value: 1 USD }\n', 'KPI3013'],
    ['      - { metric: revenue, over: 2026-03, value: 1 }\n', 'KPI3009'],
    ['      - { metric: revenue, over: 2026-13, value: 1 EUR }\n', 'KPI4020'],
    ["      - { metric: revenue, over: 2026-03, where: chanel = 'web', value: 1 EUR }\n", 'KPI2001'],
    ['      - { metric: revenue, over: 2026-03, by: { chanel: web }, value: 1 EUR }\n', 'KPI2001'],
    ['      - { metric: revenue, over: 2026-03, value: 1 EUR, reason: no_rows }\n', 'KPI1106'],
    ['      - { metrics: [revenue], grain: month, table: [] }\n', 'KPI8001'],
  ])('%s', async (expectation, code) => {
    const text = `${DEFINITIONS}tests:\n  it:${ROWS}\n    expect:\n${expectation}`;
    const { value: graph, diagnostics } = parseProject([{ path: 'a.kpi.yaml', text }]);
    const def = graph.tests.get('it');
    const found = def === undefined ? [] : checkTest(graph, def, new Map()).diagnostics;
    const all = [...diagnostics, ...found].filter(({ severity }) => severity === 'error');
    expect(all.map((one) => one.code)).toContain(code);
    expect(all.every(({ span }) => span.file === 'a.kpi.yaml')).toBe(true);
  });
});

describe('coverage', () => {
  it('counts what no test reaches', async () => {
    const { coverageRecorder } = await import('@sextant/engine');
    const recorder = coverageRecorder();
    executors = [referenceExecutor(recorder), duckDbTestExecutor(database)];
    const text = `${DEFINITIONS}tests:\n  it:${ROWS}\n    expect: [{ metric: revenue, over: 2026-03, value: 30.10 EUR }]\n`;
    const { value: graph } = parseProject([{ path: 'a.kpi.yaml', text }]);
    const def = graph.tests.get('it');
    const checked = def === undefined ? null : checkTest(graph, def).value;
    if (checked === null) throw new Error('no test');
    await runTest(graph, checked, executors);
    const { metrics, filters } = recorder.coverage(graph);
    expect([metrics.reached, metrics.all]).toEqual([1, 4]);
    expect(metrics.missing.map((one) => `${one.text} ${one.why}`)).toEqual([
      'orders_placed never computed',
      'aov never computed',
      'big never computed',
    ]);
    expect([filters.reached, filters.all]).toEqual([1, 3]);
    expect(filters.missing.map(({ of, text: said, why }) => `${of}: ${said} ${why}`)).toEqual([
      "metric orders_placed: status = 'paid' never true",
      'metric big: amount >= least never true',
    ]);
  });
});
