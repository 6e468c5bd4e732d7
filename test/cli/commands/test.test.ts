// `kpi test` as a person and as CI run it.
import { describe, expect, it } from 'vitest';
import { folderOf, kpi } from '../run-kpi.js';

const DEFINITIONS = `datasets:
  orders:
    from: orders.csv
    one: order
    time: ordered_on
    key: order_id
    fields:
      order_id: text
      ordered_on: date
      status: { type: text, values: [paid, cancelled] }
      amount: decimal(2) EUR
metrics:
  revenue: { formula: sum(orders.amount where status = 'paid'), empty: 0 }
  orders_placed: count(orders where status = 'paid')
  aov: { formula: revenue / orders_placed, decimals: 2 }
  size: case when aov > 100 EUR/order then 'large' else 'small' end
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
    target: 40 EUR
    status: { basis: score, on_track: 0.9, at_risk: 0.5 }
`;

const TESTS = `tests:
  cancelled orders bring nothing:
    given:
      orders:
        - { order_id: a, ordered_on: 2026-03-01, status: paid, amount: 10.10 }
        - { order_id: b, ordered_on: 2026-03-02, status: cancelled, amount: 99.00 }
    expect:
      - { metric: revenue, over: 2026-03, value: 10.10 EUR }
      - { metric: aov, over: 2026-03, value: 10.10 EUR/order }
  half of the target is at risk:
    given: { orders: { file: cases/half.csv } }
    expect:
      - { kpi: revenue_monthly, over: 2026-03, status: at_risk, score: 0.5, value: 20 EUR, target: 40 EUR }
`;

const HALF = 'order_id,ordered_on,status,amount\na,2026-03-01,paid,20.00\n';

function shop(tests: string, more: Readonly<Record<string, string>> = {}): string {
  return folderOf({
    'kpi.project.yaml': 'project: shop\ncurrency: EUR\n',
    'shop.kpi.yaml': DEFINITIONS,
    'shop.tests.kpi.yaml': tests,
    'cases/half.csv': HALF,
    ...more,
  });
}

describe('a run', () => {
  it('passes, and says how much was looked at', async () => {
    const ran = await kpi(['test'], { cwd: shop(TESTS) });
    expect(ran.err).toBe('');
    expect(ran).toEqual({ exit: 0, out: '2 tests: 2 passed, 3 expectations, each on 2 engines\n', err: '' });
  });

  it('fails with what was expected and what came out', async () => {
    const tests = TESTS.replace('value: 10.10 EUR }', 'value: 10.11 EUR }').replace(
      'status: at_risk',
      'status: on_track',
    );
    const ran = await kpi(['test'], { cwd: shop(tests) });
    expect(ran.exit).toBe(1);
    expect(ran.out).toBe(`FAIL cancelled orders bring nothing  shop.tests.kpi.yaml:2:3
  revenue, over 2026-03  shop.tests.kpi.yaml:8:9
    expected  10.11 EUR
    got       10.1 EUR

FAIL half of the target is at risk  shop.tests.kpi.yaml:10:3
  revenue_monthly, over 2026-03  shop.tests.kpi.yaml:13:9
    status
    expected  on_track
    got       at_risk

2 tests: 2 failed, 0 passed, 3 expectations, each on 2 engines
`);
  });

  it('shows what is wrong with the rows of a test', async () => {
    const ran = await kpi(['test'], { cwd: shop(TESTS.replace('amount: 10.10', 'amount: 1O.10')) });
    expect(ran.exit).toBe(1);
    expect(ran.out).toContain('FAIL cancelled orders bring nothing');
    expect(ran.out).toContain('KPI7020');
    expect(ran.out).toContain('`1O.10`');
  });

  it('refuses definitions with errors', async () => {
    const ran = await kpi(['test'], { cwd: shop(TESTS, { 'more.kpi.yaml': 'metrics: { m: sum(nothing.at_all) }\n' }) });
    expect(ran.exit).toBe(1);
    expect(ran.err).toContain('KPI2001');
  });
});

describe('selection', () => {
  it('is by name and by file', async () => {
    const cwd = shop(TESTS);
    expect((await kpi(['test', 'HALF', '--verbose'], { cwd })).out).toBe(
      'pass half of the target is at risk\n1 test: 1 passed, 1 expectation, each on 2 engines\n',
    );
    expect((await kpi(['test', '--file', 'shop.tests.kpi.yaml'], { cwd })).out).toContain('2 tests: 2 passed');
  });

  it('says what there is not', async () => {
    const cwd = shop(TESTS);
    expect(await kpi(['test', 'refunds'], { cwd })).toMatchObject({ exit: 2 });
    expect((await kpi(['test', '--file', 'shop.test.kpi.yaml'], { cwd })).err).toContain(
      'did you mean `shop.tests.kpi.yaml`?',
    );
    expect(await kpi(['test'], { cwd: shop('metrics: { one: 1 }\n') })).toMatchObject({ exit: 2 });
  });
});

describe('reports', () => {
  it('JUnit has a case per test and escapes what it says', async () => {
    const tests = TESTS.replace('cancelled orders bring nothing', '"a < b & c"').replace(
      'value: 10.10 EUR }',
      'value: 1 EUR }',
    );
    const { out } = await kpi(['test', '--format', 'junit'], { cwd: shop(tests) });
    expect(out).toContain('<testsuites name="kpi test" tests="2" failures="1" errors="0" skipped="0">');
    expect(out).toContain(
      '<testcase name="a &lt; b &amp; c" classname="shop.tests.kpi.yaml" file="shop.tests.kpi.yaml" line="2">',
    );
    expect(out).toContain('value: expected 1 EUR, got 10.1 EUR');
    expect(out).toContain(
      '<testcase name="half of the target is at risk" classname="shop.tests.kpi.yaml" file="shop.tests.kpi.yaml" line="10"/>',
    );
  });

  it('JSON has places and differences; several reports are written at once', async () => {
    const cwd = shop(TESTS);
    const ran = await kpi(['test', '--format', 'json', '--format', 'junit=tests.xml'], { cwd });
    expect(ran).toMatchObject({ exit: 0, err: 'wrote tests.xml: 2 tests\n' });
    expect(JSON.parse(ran.out)).toMatchObject({
      version: 1,
      passed: 2,
      failed: 0,
      tests: [
        {
          name: 'cancelled orders bring nothing',
          passed: true,
          place: { file: 'shop.tests.kpi.yaml', line: 2, column: 3 },
        },
        {},
      ],
    });
  });

  it('coverage says what no test reaches', async () => {
    const { out } = await kpi(['test', '--coverage'], { cwd: shop(TESTS) });
    expect(out).toContain('metrics   3 of 4\n  shop.kpi.yaml:16:3  metric size, never computed\n');
    expect(out).toContain('branches  0 of 2\n');
    expect(out).toContain('filters   2 of 2');
    const some = await kpi(['test', 'half', '--coverage'], { cwd: shop(TESTS) });
    expect(some.err).toBe('note: coverage is of all tests together, so it is left out\n');
  });
});

it('kpi check reads tests without running them', async () => {
  const cwd = shop(TESTS.replace('10.10 EUR }', '10.10 USD }').replace('cases/half.csv', 'cases/other.csv'));
  const { exit, out } = await kpi(['check', '--format', 'compact'], { cwd });
  expect(exit).toBe(1);
  expect(out).toContain('KPI8004');
  expect(out).toContain('USD');
});
