// A handbook as files: every link leads somewhere, whatever things are called.
import { posix } from 'node:path';
import { parseProject } from '@sextant/parser';
import { handbookFiles, NO_NUMBERS, partOf, type Handbook } from '@sextant/handbook';
import { expect, test } from 'vitest';

const TEXT = `
datasets:
  orders:
    description: One row for each order. Cancelled ones too.
    from: orders.csv
    one: order
    key: order_id
    time: ordered_on
    fields:
      order_id: text
      customer_id: { type: text, references: customers }
      ordered_on: date
      status: { type: text, values: [paid, cancelled] }
      amount: decimal(2) EUR
  customers:
    from: customers.csv
    one: customer
    key: customer_id
    time: none
    fields: { customer_id: text, region: text }
dimensions:
  region: customers.region
parameters:
  rebate: 10%
metrics:
  revenue:
    title: Revenue <b>&amp;</b>
    question: What do customers "pay"?
    formula: sum(orders.amount where status = 'paid') * (1 - rebate)
    direction: up
    aliases: [turnover]
    source: A book, 2003, https://example.org/a?b=<c>.
    mistake: Counting what was cancelled.
    guardrails: cancelled_rate
  Revenue: count(orders)
  "strange name / of a metric": revenue / Revenue
  cancelled_rate: { formula: count(orders where status = 'cancelled') / Revenue, format: percent }
owners:
  sales: { kind: team, contact: "#sales" }
  anna: { kind: person, team: sales }
goals:
  grow: { title: Grow, owner: sales }
  more: { title: Sell more, parent: grow, owner: anna }
kpis:
  revenue_month:
    metric: revenue
    goal: more
    owner: anna
    contributors: [sales]
    direction: up
    every: month
    target: 1000 EUR
    guardrails: [few_cancelled]
    playbook: { off_track: "Ask <why>." }
  few_cancelled: { metric: cancelled_rate, goal: grow, owner: sales, every: month, at_most: 5%, worst: 20% }
tests:
  cancelled orders bring no revenue:
    given:
      orders:
        - { order_id: a, customer_id: c, ordered_on: 2026-03-01, status: paid, amount: 10.00 }
        - { order_id: b, customer_id: c, ordered_on: 2026-03-02, status: cancelled, amount: 99.00 }
      customers: [{ customer_id: c, region: north }]
    expect:
      - { metric: revenue, over: 2026-03, value: 9.00 EUR }
`;

function book(): Handbook {
  const { value, diagnostics } = parseProject([
    { path: 'kpi.project.yaml', text: 'project: shop\n' },
    { path: 'shop.kpi.yaml', text: TEXT },
  ]);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { title: 'shop', description: null, parts: [partOf(value, NO_NUMBERS)] };
}

test('a page for each metric, KPI, goal, owner and dataset', () => {
  const files = handbookFiles(book());
  expect([...files.keys()].toSorted()).toEqual([
    'datasets.html',
    'datasets/customers.html',
    'datasets/orders.html',
    'dimensions.html',
    'goals.html',
    'goals/grow.html',
    'goals/more.html',
    'handbook.css',
    'handbook.js',
    'index.html',
    'kpis.html',
    'kpis/few_cancelled.html',
    'kpis/revenue_month.html',
    'metrics.html',
    // Names that differ in case alone are two files on every disk.
    'metrics/Revenue~2.html',
    'metrics/cancelled_rate.html',
    'metrics/revenue.html',
    'metrics/strange~20~name~20~~2f~~20~of~20~a~20~metric.html',
    'owners.html',
    'owners/anna.html',
    'owners/sales.html',
    'parameters.html',
    'search.js',
  ]);
});

test('every link and every entry of the search leads to a page', () => {
  const files = handbookFiles(book());
  let links = 0;
  for (const [path, text] of files) {
    if (!path.endsWith('.html')) continue;
    for (const [, href = ''] of text.matchAll(/(?:href|src)="([^"]+)"/g)) {
      if (href.startsWith('#') || href.startsWith('https:')) continue;
      const [file = ''] = href.split('#');
      expect([...files.keys()], `${href} on ${path}`).toContain(posix.join(posix.dirname(path), file));
      links += 1;
    }
  }
  expect(links).toBeGreaterThan(200);
  const script = files.get('search.js') ?? '';
  const entries = JSON.parse(script.slice(script.indexOf('['), script.lastIndexOf(']') + 1)) as string[][];
  expect(entries.length).toBe(2 + 4 + 2 + 2 + 2 + 1 + 1);
  for (const entry of entries) expect([...files.keys()]).toContain(entry.at(-1)?.split('#')[0]);
});

test('what a metric says is on its page, and is text there', () => {
  const page = handbookFiles(book()).get('metrics/revenue.html') ?? '';
  expect(page).toContain('Revenue &lt;b&gt;&amp;amp;&lt;/b&gt;');
  expect(page).toContain('What do customers &quot;pay&quot;?');
  expect(page).toContain('Counting what was cancelled.');
  expect(page).toContain('more is better');
  expect(page).toContain('turnover');
  expect(page).toContain('href="../metrics/cancelled_rate.html"');
  expect(page).toContain('href="https://example.org/a?b=&lt;c"');
  expect(page).not.toContain('<b>');
  // The test is an example: its rows, and what comes out.
  expect(page).toContain('cancelled orders bring no revenue');
  expect(page).toContain('99.00');
  expect(page).toMatch(/2026-03<\/th>\s*<td class="number"><strong>9.00 EUR/);
});

test('lineage is drawn from data to people, and its nodes are links', () => {
  const page = handbookFiles(book()).get('metrics/revenue.html') ?? '';
  const svg = /<svg viewBox[\s\S]*?<\/svg>/.exec(page.slice(page.indexOf('class="lineage')))?.[0] ?? '';
  for (const href of ['datasets/orders', 'kpis/revenue_month', 'goals/more', 'owners/anna', 'parameters'])
    expect(svg).toContain(`href="../${href}.html`);
  expect(svg).toContain('node subject of-metric');
  const x = (name: string): number =>
    Number(new RegExp(`href="../${name}.html[^"]*"\\s*><rect\\s+x="([\\d.]+)"`).exec(svg)?.[1]);
  expect(x('datasets/orders')).toBeLessThan(x('kpis/revenue_month'));
  expect(x('kpis/revenue_month')).toBeLessThan(x('goals/more'));
});

test('the same handbook gives the same bytes', () => {
  expect([...handbookFiles(book())]).toEqual([...handbookFiles(book())]);
});
