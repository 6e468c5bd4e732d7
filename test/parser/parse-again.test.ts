// A check after an edit says what a check from scratch says, whatever was edited.
import fc from 'fast-check';
import { parseAgain, parseProject, type ProjectMemory, type SourceFile } from '@sextant/parser';
import { describe, expect, it } from 'vitest';

const PROJECT = 'project: p\ncurrency: EUR\n';
const DATA = `datasets:
  orders:
    one: order
    key: order_id
    time: ordered_on
    fields:
      order_id: text
      ordered_on: date
      channel: text
      status: { type: text, values: [paid, cancelled] }
      amount: decimal(2) EUR
  visits:
    key: visit_id
    time: visited_on
    fields: { visit_id: text, visited_on: date, channel: text }
dimensions:
  channel: [orders.channel, visits.channel]
parameters:
  least: 10 EUR
`;
const METRICS = `metrics:
  revenue: sum(orders.amount where status = 'paid')
  orders_placed: count(orders)
  visits_made: count(visits)
  aov: { formula: revenue / orders_placed, decimals: 2 }
  conversion: { formula: orders_placed / visits_made, format: percent }
  double: revenue + revenue
  growth_of_revenue: growth(revenue, 1 year)
  share_of_channel: share(revenue, channel)
  above: count(orders where amount > least)
  chain: double + double
  to_target: revenue - target(revenue_kpi)
  visits_again: count(visits)
`;
const KPIS = `owners:
  sales: { kind: team }
goals:
  more: { title: More, owner: sales }
kpis:
  revenue_kpi: { metric: revenue, goal: more, owner: sales, direction: up, every: month, target: 100 EUR }
  aov_kpi: { metric: aov, goal: more, owner: sales, direction: up, every: month, baseline: 1 EUR/order, target: 20 EUR/order }
`;

const USES = `use:
  site:
    from: libs/site
    with: { visits: visits_made, sales: { dataset: orders, fields: { total: amount } }, floor: 5 EUR }
  again: { from: libs/site, only: sold_per_visit, with: { floor: 1 EUR, visits: visits_made, sales: { dataset: orders, fields: { total: amount } } } }
metrics:
  sold: site.sold_per_visit * 2
`;
const LIBRARY_HEAD = `library: site
version: 1.0.0
inputs:
  visits: Visits of the site.
  sales: What is sold.
`;
const LIBRARY = `datasets:
  seen: { from: seen.csv, one: visit, key: id, time: on, fields: { id: text, on: date } }
  sales: { from: sales.csv, one: sale, key: id, time: on, fields: { id: text, on: date, total: decimal(2) USD } }
metrics:
  visits: count(seen)
  sold: sum(sales.total where total > floor)
  sold_per_visit: { title: Sold per visit, formula: sold / visits, unit: USD/visit }
parameters:
  floor: 1 USD
`;

const FILES: readonly SourceFile[] = [
  { path: 'kpi.project.yaml', text: PROJECT },
  { path: 'data.kpi.yaml', text: DATA },
  { path: 'metrics.kpi.yaml', text: METRICS },
  { path: 'kpis.kpi.yaml', text: KPIS },
  { path: 'uses.kpi.yaml', text: USES },
  { path: 'libs/site/kpi.library.yaml', text: LIBRARY_HEAD },
  { path: 'libs/site/site.kpi.yaml', text: LIBRARY },
];

/** What is replaced in which file; the second text may break the file, change types, units, names. */
const EDITS: readonly (readonly [string, string, string])[] = [
  ['metrics.kpi.yaml', "status = 'paid'", "status = 'cancelled'"],
  ['metrics.kpi.yaml', 'sum(orders.amount', 'avg(orders.amount'],
  ['metrics.kpi.yaml', 'orders_placed: count(orders)', 'orders_placed: sum(orders.amount)'],
  ['metrics.kpi.yaml', '  aov:', '\n\n  # moved down\n  aov:'],
  ['metrics.kpi.yaml', 'revenue + revenue', 'revenue + orders_placed'],
  ['metrics.kpi.yaml', 'double: revenue', 'twice: revenue'],
  ['metrics.kpi.yaml', 'revenue: sum', 'turnover: sum'],
  ['metrics.kpi.yaml', 'chain: double + double', 'chain: chain + 1'],
  ['metrics.kpi.yaml', 'growth(revenue, 1 year)', 'growth(revenue, 1 year'],
  [
    'metrics.kpi.yaml',
    '{ formula: revenue / orders_placed, decimals: 2 }',
    '{ formula: revenue / orders_placed, decimals: x }',
  ],
  ['metrics.kpi.yaml', 'metrics:\n', 'metrics:\n  visits: 1 + 1\n'],
  ['metrics.kpi.yaml', '  conversion:', '   conversion:'],
  ['metrics.kpi.yaml', '  above', '  revenue: 1 EUR\n  above'],
  ['data.kpi.yaml', 'amount: decimal(2) EUR', 'amount: decimal(2) USD'],
  ['data.kpi.yaml', 'status: {', 'state: {'],
  ['data.kpi.yaml', 'channel: [orders.channel, visits.channel]', 'channel: orders.channel'],
  ['data.kpi.yaml', 'least: 10 EUR', 'least: 10'],
  ['data.kpi.yaml', 'least: 10 EUR', 'least: 20 EUR'],
  ['data.kpi.yaml', 'one: order\n', 'one: sale\n'],
  ['kpis.kpi.yaml', 'metric: revenue,', 'metric: aov,'],
  ['kpis.kpi.yaml', 'revenue_kpi:', 'renamed_kpi:'],
  ['kpis.kpi.yaml', 'target: 100 EUR', 'target: 100 orders'],
  ['kpi.project.yaml', 'currency: EUR', 'calendar: { fiscal_year_starts: april }'],
  ['uses.kpi.yaml', 'visits: visits_made, sales', 'visits: visits_again, sales'],
  ['uses.kpi.yaml', 'visits: visits_made, sales', 'visits: revenue, sales'],
  ['uses.kpi.yaml', 'floor: 5 EUR', 'floor: 6 EUR'],
  ['uses.kpi.yaml', 'floor: 5 EUR', 'floor: 6 USD'],
  ['uses.kpi.yaml', 'total: amount', 'total: channel'],
  ['uses.kpi.yaml', 'site:', 'shop:'],
  ['uses.kpi.yaml', 'use:', '# moved\nuse:'],
  ['uses.kpi.yaml', 'from: libs/site\n', 'from: libs/sites\n'],
  ['uses.kpi.yaml', 'only: sold_per_visit', 'only: sold'],
  ['metrics.kpi.yaml', 'visits_made: count(visits)', 'visits_made: sum(orders.amount)'],
  ['metrics.kpi.yaml', 'visits_made: count(visits)', 'visits_made: count('],
  ['data.kpi.yaml', 'channel: text\n      status', 'chanel: text\n      status'],
  ['libs/site/site.kpi.yaml', 'sold / visits', 'sold * 2 / visits'],
  ['libs/site/site.kpi.yaml', 'sold / visits', 'sold + visits'],
  ['libs/site/site.kpi.yaml', 'title: Sold per visit, ', ''],
  ['libs/site/site.kpi.yaml', '  sold: sum', '\n\n  sold: sum'],
  ['libs/site/site.kpi.yaml', 'sold: sum(sales.total where', 'sold: avg(sales.total where'],
  ['libs/site/site.kpi.yaml', 'sold: sum(sales.total where', 'turnover: sum(sales.total where'],
  ['libs/site/site.kpi.yaml', 'floor: 1 USD', 'floor: 1'],
  ['libs/site/site.kpi.yaml', 'metrics:', 'metrics:\n  more: sold + sold'],
  ['libs/site/site.kpi.yaml', 'metrics:', 'metrics:\n  rows: count(seen)'],
  ['libs/site/site.kpi.yaml', 'metrics:', 'metric:'],
  ['libs/site/kpi.library.yaml', 'version: 1.0.0', 'version: 2.0.0'],
  ['libs/site/kpi.library.yaml', '  visits: Visits of the site.\n', ''],
  ['libs/site/kpi.library.yaml', 'library: site', 'library: [site'],
  ['metrics.kpi.yaml', '  aov:', '  first_visits: count(visits)\n  aov:'],
  ['metrics.kpi.yaml', '  visits_made: count(visits)\n', ''],
  ['metrics.kpi.yaml', 'double: revenue', 'double: "revenue'],
  ['metrics.kpi.yaml', '  chain:', '  doub\n  chain:'],
  ['metrics.kpi.yaml', '  chain:', '  nothing:\n  chain:'],
  ['metrics.kpi.yaml', '  chain:', '  double: 1\n  chain:'],
  ['metrics.kpi.yaml', 'format: percent', 'format: percents'],
  ['metrics.kpi.yaml', '  above:', '# a comment\n\n  above:'],
  ['metrics.kpi.yaml', 'count(visits)\n  aov', 'count(visits) # visits\n  aov'],
  ['data.kpi.yaml', '      channel: text\n      status', '      # where\n      channel: text\n      status'],
  ['data.kpi.yaml', 'dimensions:', 'dimension:'],
  ['kpis.kpi.yaml', 'title: More', 'title: More and more'],
  ['kpis.kpi.yaml', 'owner: sales, direction', 'owner: nobody, direction'],
];

/** Most of it in one file; and in one that is large enough for mistakes of YAML to be read apart. */
const ONE = 'all.kpi.yaml';
const inOne = (text: string): readonly SourceFile[] => [
  ...FILES.filter((file) => ![METRICS, DATA, KPIS].includes(file.text)),
  { path: ONE, text },
];
const IN_ONE = inOne(METRICS + DATA + KPIS);
const IN_LARGE = inOne(`${METRICS}${DATA}${KPIS}incentives:\n  long:\n    title: ${'x'.repeat(60_000)}\n`);

function edited(
  files: readonly SourceFile[],
  [path, from, to]: readonly [string, string, string],
): readonly SourceFile[] {
  const where = files.some((file) => file.path === path) ? path : ONE;
  return files.map((file) => (file.path === where ? { path: where, text: file.text.replace(from, to) } : file));
}

/** Everything that a check says; files and definitions are compared by what they hold. */
function said(
  files: readonly SourceFile[],
  memory: ProjectMemory | null,
): { readonly text: string; readonly memory: ProjectMemory } {
  const parsed = parseAgain(files, memory);
  return { text: asText({ graph: parsed.value, diagnostics: parsed.diagnostics }), memory: parsed.memory };
}

function asText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Map ? ['map', ...part] : part instanceof Set ? ['set', ...part] : part,
  );
}

function fromScratch(files: readonly SourceFile[]): string {
  const { value, diagnostics } = parseProject(files);
  return asText({ graph: value, diagnostics });
}

it('what is said of a set is said again after an error', () => {
  const broken = edited(FILES, ['metrics.kpi.yaml', 'revenue + revenue', 'revenue +']);
  const first = said(broken, null);
  const second = said(FILES, first.memory);
  expect(second.text).toBe(fromScratch(FILES));
  expect(second.text).toContain('KPI6042');
  const third = said(broken, second.memory);
  const moved = edited(broken, ['metrics.kpi.yaml', 'visits_again: count(visits)', 'visits_again: count(orders)']);
  const fourth = said(moved, third.memory);
  const mended = edited(moved, ['metrics.kpi.yaml', 'revenue +', 'revenue + revenue']);
  expect(said(mended, fourth.memory).text).toBe(fromScratch(mended));
});

describe.each([
  ['in files', FILES, 40],
  ['in one file', IN_ONE, 30],
  ['in one large file', IN_LARGE, 15],
] as const)('%s', (_layout, all, numRuns) => {
  describe('after one edit, and after it is taken back', () => {
    it.each(EDITS)('%s: %s -> %s', (...edit) => {
      const first = said(all, null);
      expect(first.text).toBe(fromScratch(all));
      const changed = edited(all, edit);
      expect(changed).not.toEqual(all);
      const second = said(changed, first.memory);
      expect(second.text).toBe(fromScratch(changed));
      expect(said(all, second.memory).text).toBe(first.text);
    });
  });

  it('after any edits, one after the other', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(EDITS.length - 1), { minLength: 2, maxLength: 8 }), (indices) => {
        let files = all;
        let { memory } = said(files, null);
        for (const index of indices) {
          const edit = EDITS[index];
          if (edit === undefined) continue;
          const [path, from, to] = edit;
          const before = files;
          files = edited(files, edit);
          // Where the text is not there any more, the edit is taken back.
          if (files.every((file, i) => file.text === before[i]?.text)) files = edited(files, [path, to, from]);
          const next = said(files, memory);
          expect(next.text).toBe(fromScratch(files));
          memory = next.memory;
        }
      }),
      { seed: 7, numRuns },
    );
  });
});

it('looks again only at what an edit touches', () => {
  const first = parseAgain(FILES, null);
  const changed = edited(FILES, ['metrics.kpi.yaml', 'revenue + revenue', 'revenue + revenue + revenue']);
  const second = parseAgain(changed, first.memory);
  const same = [...second.value.metrics].filter(
    ([name, metric]) => metric.formula === first.value.metrics.get(name)?.formula,
  );
  const others = [...second.value.metrics.keys()].filter((name) => !same.some(([one]) => one === name));
  // What names a KPI is looked at again in any case.
  expect(others).toEqual(['double', 'to_target']);
});
