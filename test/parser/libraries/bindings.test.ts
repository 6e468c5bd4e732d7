// What is wrong with what stands for the inputs of a library, in words.
import { expect, test } from 'vitest';
import { parse, said, words } from '../expect-diagnostics.js';
import { LIBRARY, project, WITH } from './ads.js';

const use = (rest: string): string => `  ads: { from: libs/ads, ${rest} }`;
const LEAD = 'only: cost_per_lead, with: { spend: ad_cost, leads: calls_made }';

test('a library that is not there', () => {
  expect(words(project('  ads: { from: libs/adds }'))).toBe(`there is no library \`libs/adds\`
^ not found
= a library is a folder with \`kpi.library.yaml\`, named from the folder of the project file on; \`std/...\` is the standard library
= known here: \`libs/ads\`
? did you mean \`libs/ads\`?`);
});

test('what a library that is not there would make is not known, and nothing more is said of it', () => {
  expect(
    said(project('  ads: { from: libs/adds }', 'metrics:\n  twice: 2 * ads.roas + sum(costs.cost * ads.rate)\n')),
  ).toEqual(['KPI2006 @ libs/adds']);
});

test('another version', () => {
  expect(said(project(use(`version: 2, ${LEAD}`)))).toEqual(['KPI2010 @ 2']);
  expect(said(project(use(`version: 1.0, ${LEAD}`)))).toEqual([]);
});

test('missing inputs are said once, with what they are', () => {
  expect(words(project(use('with: { spend: ad_cost, channel: medium }'))))
    .toBe(`\`ads\` needs \`leads\`, \`orders\` and \`customers\`
^ 3 inputs are missing
= \`leads\` is a metric: a number of counted things. Contacts who asked to be called.
= \`orders\` is a dataset: rows with \`amount\`, \`status\`, \`buyer\`. Orders, one row each.
= \`customers\` is a dataset: rows with \`country\`. Who orders.
? name what stands for them in \`with\`, or make only what needs no \`leads\`, \`orders\` and \`customers\`: \`only: [paid_spend]\``);
  expect(said(project(use('only: cost_per_lead')))).toEqual(['KPI2008 @ ads']);
});

test('an input that the library does not have, or that nothing needs', () => {
  expect(said(project(use('only: cost_per_lead, with: { spend: ad_cost, leeds: calls_made }')))).toEqual([
    'KPI2007 @ leeds',
  ]);
  expect(
    said(project(use(`only: cost_per_lead, with: { spend: ad_cost, leads: calls_made, channel: medium }`))),
  ).toEqual(['KPI2007 @ channel']);
  expect(
    said(project(use('only: cost_per_lead, with: { spend: ad_cost, leads: calls_made, home: "\'AT\'" }'))),
  ).toEqual(['KPI2007 @ home']);
});

test('metrics that are asked for and are none', () => {
  // What it would need is not known.
  expect(said(project(use('only: cost_per_leed, with: { spend: ad_cost }')))).toEqual(['KPI2001 @ cost_per_leed']);
  expect(said(project(use('only: spend')))).toEqual(['KPI2003 @ spend']);
});

test('a metric of another type', () => {
  expect(words(project(use('only: cost_per_lead, with: { spend: calls_made, leads: calls_made }'))))
    .toBe(`\`calls_made\` is a number of counted things (call); \`spend\` needs money
^ a number of counted things (call)
= \`spend\`: What was paid for advertising, without tax.`);
  expect(said(project(use('only: cost_per_lead, with: { spend: ad_cost, leads: ad_cost }')))).toEqual([
    'KPI2009 @ ad_cost',
  ]);
});

test('a plain number may stand for a counted one, and not the other way round', () => {
  expect(
    said(
      project(
        use('only: cost_per_lead, with: { spend: ad_cost, leads: plain }'),
        'metrics:\n  plain: { formula: count(calls), unit: "1" }\n',
      ),
    ),
  ).toEqual([]);
});

test('something else than a name, a name of nothing, a name of another kind', () => {
  const spend = (value: string): readonly string[] =>
    said(project(use(`only: paid_spend, with: { spend: ${value}, channel: medium }`)));
  expect(spend('2 * ad_cost')).toEqual(['KPI2009 @ 2 * ad_cost']);
  expect(spend('ad_costs')).toEqual(['KPI2001 @ ad_costs']);
  expect(spend('costs')).toEqual(['KPI2003 @ costs']);
  expect(spend('medium')).toEqual(['KPI2003 @ medium']);
  expect(spend('{ dataset: costs }')).toEqual(['KPI2003 @ costs']);
  expect(spend('{ dataset: ad_cost, fields: { a: b } }')).toEqual(['KPI2009 @ spend']);
});

test('a dataset without a field, with one of another type, without a value, in another time', () => {
  const orders = (value: string, more = ''): readonly string[] =>
    said(project(use(`only: revenue, with: { orders: ${value} }`), more));
  expect(orders('{ dataset: sales, fields: { amount: net, status: state } }')).toEqual([]);
  expect(orders('sales')).toEqual(['KPI2009 @ sales', 'KPI2009 @ sales']);
  expect(orders('{ dataset: sales, fields: { amount: state, status: state } }')).toEqual(['KPI2009 @ state']);
  expect(orders('{ dataset: sales, fields: { amount: net, status: stat } }')).toEqual(['KPI2001 @ stat']);
  expect(orders('{ dataset: sales, fields: { amount: net, status: state, size: net } }')).toEqual(['KPI2007 @ size']);
  expect(orders('{ dataset: sales, fields: { amount: net, status: state, buyer: customer } }')).toEqual([
    'KPI2007 @ buyer',
  ]);
  const stock = `datasets:
  stock: { from: x.csv, key: [id, on], snapshot: on, fields: { id: text, on: date, amount: decimal(2) EUR, status: { type: text, values: [paid, open] } } }
  short: { from: x.csv, key: id, time: on, fields: { id: text, on: date, amount: decimal(2) EUR, status: { type: text, values: [paid] } } }
`;
  expect(orders('stock', stock)).toEqual(['KPI2009 @ stock']);
  expect(orders('short', stock)).toEqual(['KPI2009 @ short']);
  expect(words(project(use('only: revenue, with: { orders: short }'), stock))).toContain(
    'a field without the value `open`',
  );
});

test('a reference leads to what stands for the other dataset', () => {
  const field = (buyer: string): readonly string[] =>
    said(
      project(
        use(
          `only: revenue_abroad, with: { orders: { dataset: sales, fields: { amount: net, buyer: ${buyer} } }, customers: { dataset: people, fields: { country: land } } }`,
        ),
      ),
    );
  expect(field('customer')).toEqual([]);
  expect(field('receiver')).toEqual([]);
  expect(field('state')).toEqual(['KPI2009 @ state']);
});

test('a parameter of another type', () => {
  const rate = (value: string): readonly string[] =>
    said(
      project(
        use(
          `only: revenue, with: { orders: { dataset: sales, fields: { amount: net, status: state } }, share_kept: ${value} }`,
        ),
      ),
    );
  expect(rate('90%')).toEqual([]);
  expect(rate('90 USD')).toEqual(['KPI2009 @ 90 USD']);
  expect(rate('ad_cost')).toEqual(['KPI2003 @ ad_cost']);
});

test('what does not fit together is said at the use, with the place in the library', () => {
  const texts = project(
    `  ads:\n    from: libs/ads\n    with:${WITH.replace('spend: ad_cost', 'spend: pounds')}`,
    `datasets:
  more: { from: m.csv, key: day, time: day, fields: { day: date, cost: decimal(2) GBP, medium: text } }
metrics:
  pounds: sum(more.cost)
`,
  );
  const { diagnostics } = parse({ ...(texts as object), 'm.kpi.yaml': 'metrics:\n  n: ads.roas\n' });
  // Pounds by dollars are a rate of exchange and no share; a filter of the library reaches rows that these are not.
  expect(
    diagnostics.map(({ message, span, related }) => [message, span.file, related.map((one) => one.span.file)]),
  ).toEqual([[expect.stringContaining('in `ads.paid_spend`: '), 'uses.kpi.yaml', ['libs/ads/ads.kpi.yaml']]]);
});

test('nothing that follows from a wrong input is said of what is made', () => {
  const swapped =
    'with: { spend: calls_made, leads: ad_cost, orders: { dataset: sales, fields: { amount: net, status: state } } }';
  expect(said(project(use(`only: [cost_per_lead, roas], ${swapped}`)))).toEqual([
    'KPI2009 @ calls_made',
    'KPI2009 @ ad_cost',
  ]);
});

test('nor of what the project makes of it', () => {
  const spend = 'only: cost_per_lead, with: { spend: calls_made, leads: calls_made }';
  const more = 'metrics:\n  n: ads.cost_per_lead + 5 USD\n  m: n + 1 USD\n  other: calls_made + 1 USD\n';
  expect(said(project(use(spend), more))).toEqual(['KPI3012 @ 1 USD', 'KPI2009 @ calls_made']);
});

test('a use that is called like a dataset', () => {
  expect(said(project(`  sales: { from: libs/ads, ${LEAD} }`))).toEqual(['KPI2002 @ sales']);
});

test('mistakes of the library itself are said in its files, once, and its warnings are not', () => {
  const broken = {
    ...LIBRARY,
    'libs/ads/ads.kpi.yaml': LIBRARY['libs/ads/ads.kpi.yaml'].replace('revenue / spend', 'revenue / spent'),
  };
  expect(said({ ...(project(use(LEAD)) as object), ...broken })).toEqual(['KPI2001 @ spent']);
});

test('a mistake in the head of a library', () => {
  const head = {
    'libs/ads/kpi.library.yaml': LIBRARY['libs/ads/kpi.library.yaml'].replace('library: ads', 'library: [ads]'),
  };
  expect(said({ ...(project(use(LEAD)) as object), ...head })).toEqual(['KPI1103 @ [ads]']);
});

test('files of a library are none of a project that does not use it', () => {
  expect(said({ ...LIBRARY, 'data.kpi.yaml': 'metrics:\n  roas: 1\n' })).toEqual([]);
});

test('a folder `std` of its own', () => {
  expect(said({ 'std/x.kpi.yaml': 'metrics:\n  one: 1\n' })).toEqual(['KPI2014 @ ']);
});
