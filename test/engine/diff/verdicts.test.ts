// What is changed in a project, and what the diff says of it: the worst verdict, and of which node.
import { expect, test } from 'vitest';
import { parseProject } from '@sextant/parser';
import { diffGraphs } from '../../../packages/engine/src/diff/diff-graphs.js';
import type { DefinitionChange, Diff } from '../../../packages/engine/src/diff/changes.js';
import { errorsOf, graphOf, shop, shopProject } from './shop.js';

function changed(...edits: readonly (readonly [string, string])[]): Diff {
  let [text, project] = [shop, shopProject];
  for (const [from, to] of edits) {
    if (project.includes(from)) project = project.replace(from, () => to);
    else if (text.includes(from)) text = text.replace(from, () => to);
    else throw new Error(`not in the text: ${from}`);
  }
  return diffGraphs(graphOf(shop), graphOf(text, project));
}

/** `changed metric:revenue numbers: formula` for each change, worst first. */
function lines(diff: Diff): readonly string[] {
  return diff.changes.map(line);
}

function line({ kind, id, verdict, details }: DefinitionChange): string {
  const keys = details.map(({ key }) => key).join(', ');
  return `${kind} ${id} ${verdict}${keys === '' ? '' : `: ${keys}`}`;
}

test('nothing', () => {
  expect(errorsOf(shop)).toEqual([]);
  expect(diffGraphs(graphOf(shop), graphOf(shop))).toMatchObject({ changes: [], files: [] });
});

const PAID = "sum(orders.amount where status = 'paid')";

test.each<readonly [what: string, from: string, to: string, ...expected: readonly string[]]>([
  // Layout.
  [
    'spaces in a formula',
    PAID,
    "sum( orders.amount  where status='paid' )",
    'changed metric:revenue cosmetic: formula',
  ],
  ['brackets', PAID, "sum((orders.amount) where (status = 'paid'))", 'changed metric:revenue cosmetic: formula'],
  ['capitals of words', PAID, "SUM(orders.amount WHERE status = 'paid')", 'changed metric:revenue cosmetic: formula'],
  ['digits of a literal', 'amount > 10 EUR', 'amount > 10.00 EUR', 'changed metric:large meaning: formula'],
  [
    'the short form written out',
    `revenue: ${PAID}`,
    `revenue: { formula: "${PAID}" }`,
    'changed metric:revenue cosmetic',
  ],
  // What is told.
  ['a title', 'title: Average order value', 'title: Order value', 'changed metric:aov metadata: title'],
  [
    'a description',
    'description: What an order brings.',
    'description: What a paid order brings.',
    'changed metric:aov metadata: description',
  ],
  [
    'the question',
    'question: How dear is a customer?',
    'question: What does a customer cost?',
    'changed metric:cac metadata: question',
  ],
  ['a contact', 'contact: "#sales"', 'contact: "#revenue"', 'changed owner:sales metadata: contact'],
  ['the playbook', 'off_track: call', 'off_track: write', 'changed kpi:revenue_kpi metadata: playbook off_track'],
  ['an alias', 'aliases: [CAC]', 'aliases: [CAC, CPA]', 'changed metric:cac metadata: aliases'],
  [
    'the review',
    'review: { every: 6 months, last: 2026-01-01 }',
    'review: { every: 3 months, last: 2026-01-01 }',
    'changed kpi:revenue_kpi metadata: review',
  ],
  ['a percent sign', 'format: percent', 'format: number', 'changed metric:paid_rate metadata: format'],
  [
    'one more allowed value',
    'values: [paid, cancelled]',
    'values: [paid, cancelled, lost]',
    'changed field:orders.status metadata: values',
  ],
  [
    'a test',
    'value: 10.10 EUR',
    'value: 10.1 EUR',
    'changed test:cancelled orders bring nothing metadata: expectation 1',
  ],
  // The same by laws.
  ['turned comparison', 'amount > 10 EUR', '10 EUR < amount', 'changed metric:large meaning: formula'],
  ['not unequal', PAID, "sum(orders.amount where not status <> 'paid')", 'changed metric:revenue meaning: formula'],
  ['in for equal', PAID, "sum(orders.amount where status in ('paid'))", 'changed metric:revenue meaning: formula'],
  [
    'between written out',
    'amount between 1 EUR and 5 EUR',
    'amount >= 1 EUR and amount <= 5 EUR',
    'changed metric:small meaning: formula',
  ],
  ['a share of a hundred', 'revenue * 5%', '0.05 * revenue', 'changed metric:fee meaning: formula'],
  ['a year of months', 'prior(revenue, 1 year)', 'prior(revenue, 12 months)', 'changed metric:before meaning: formula'],
  [
    'a name written out',
    'formula: revenue / placed',
    `formula: "${PAID} / count(orders)"`,
    'changed metric:aov meaning: formula',
  ],
  [
    'a row field written out',
    'sum(orders.net)',
    'sum(orders.amount - coalesce(orders.discount, 0 EUR))',
    'changed metric:net_revenue meaning: formula',
  ],
  ['a target in other digits', '2026: 100 EUR', '2026: 100.00 EUR', 'changed kpi:revenue_kpi meaning: target 2026'],
  [
    'a filter turned',
    "where: channel = 'web'",
    'where: "\'web\' = channel"',
    'changed question:by_region meaning: where',
  ],
  [
    'a row formula turned',
    'amount - coalesce(discount, 0 EUR)',
    '-coalesce(discount, 0 EUR) + amount',
    'changed field:orders.net meaning: formula',
  ],
  // The same but for reasons.
  ['a sum turned', 'revenue + ad_cost', 'ad_cost + revenue', 'changed metric:turnover reasons: formula'],
  // Judged otherwise.
  ['a target', '2026: 100 EUR', '2026: 120 EUR', 'changed kpi:revenue_kpi target: target 2026'],
  ['a target more', '2026: 100 EUR', '2026: 100 EUR, 2027: 110 EUR', 'changed kpi:revenue_kpi target: target 2027'],
  ['the band', 'on_track: 0.95', 'on_track: 0.9', 'changed kpi:revenue_kpi target: on_track'],
  ['the basis', 'basis: score', 'basis: forecast', 'changed kpi:revenue_kpi target: status basis'],
  ['the baseline', 'baseline: 60 EUR/customer', 'baseline: 65 EUR/customer', 'changed kpi:cac_kpi target: baseline'],
  ['a weight', 'parent: company, weight: 2', 'parent: company, weight: 3', 'changed goal:grow target: weight'],
  [
    'the guardrail',
    'guardrails: [cac_kpi]',
    'guardrails: [{ kpi: cac_kpi, at_least: at_risk }]',
    'changed kpi:revenue_kpi target: guardrail kpi:cac_kpi',
  ],
  ['the pacing', 'pacing: linear', 'pacing: working_days', 'changed kpi:revenue_kpi target: pacing'],
  ['the direction', 'direction: up', 'direction: down', 'changed kpi:revenue_kpi target: direction'],
  [
    'the parent of a goal',
    'parent: company, weight: 2',
    'parent: cheap, weight: 2',
    'changed goal:grow target: parent',
  ],
  ['what a bonus pays', 'amount: 1_000 EUR', 'amount: 2_000 EUR', 'changed incentive:bonus target: amount'],
  [
    'how fresh data must be',
    'fresh_within: 3 days',
    'fresh_within: 4 days',
    'changed dataset:orders target: fresh_within',
  ],
  // Who answers.
  [
    'the owner of a KPI',
    'goal: grow, owner: sales, ',
    'goal: grow, owner: marketing, ',
    'changed kpi:revenue_kpi ownership: owner',
  ],
  [
    'the owner of a goal',
    'title: Cheaper, owner: marketing',
    'title: Cheaper, owner: sales',
    'changed goal:cheap ownership: owner',
  ],
  ['the goal of a KPI', 'metric: cac, goal: cheap', 'metric: cac, goal: grow', 'changed kpi:cac_kpi ownership: goal'],
  [
    'the owner of a metric',
    'question: How dear is a customer?',
    'question: How dear is a customer?, owner: sales',
    'changed metric:cac ownership: owner',
  ],
  // Numbers.
  ['a condition', "status = 'paid'", "status <> 'cancelled'", 'changed metric:revenue numbers: formula'],
  ['no condition', PAID, 'sum(orders.amount)', 'changed metric:revenue numbers: formula'],
  ['a boundary', 'amount > 10 EUR', 'amount >= 10 EUR', 'changed metric:large numbers: formula'],
  [
    'another aggregate',
    'count(distinct orders.customer_id)',
    'count(orders.customer_id)',
    'changed metric:buyers breaking: formula, unit, additive',
  ],
  ['no empty zero', 'empty: 0', 'decimals: 2', 'changed metric:ad_cost numbers: rounding, empty'],
  ['rounding', 'decimals: 2, title', 'decimals: 1, title', 'changed metric:aov numbers: rounding'],
  [
    'a row formula',
    'coalesce(discount, 0 EUR)',
    'coalesce(discount, 1 EUR)',
    'changed field:orders.net numbers: formula',
  ],
  ['the time of a dataset', 'time: day # default', 'time: paid_on # default', 'changed dataset:orders numbers: time'],
  ['where rows come from', 'from: orders.csv', 'from: orders/*.csv', 'changed dataset:orders numbers: from'],
  ['a parameter', 'margin: 20%', 'margin: 25%', 'changed parameter:margin numbers: value'],
  ['the period of a KPI', 'every: year', 'every: fiscal_year', 'changed kpi:revenue_kpi numbers: every'],
  [
    'a filter of a KPI',
    "metric: revenue, where: region = 'north'",
    "metric: revenue, where: region <> 'south'",
    'changed kpi:north_kpi numbers: formula',
  ],
  [
    'a question',
    'metrics: [revenue, aov], by: [region]',
    'metrics: [revenue], by: [region]',
    'changed question:by_region numbers: metrics',
  ],
  [
    'the listed field of a dimension',
    'channel: [orders.channel, ad_spend.channel]',
    'channel: [orders.channel]',
    'changed dimension:channel breaking: field @field:ad_spend.channel',
  ],
  [
    'one listed field more',
    'segment: customers.segment',
    'segment: [customers.segment, orders.segment_then]',
    'changed dimension:segment numbers: field @field:orders.segment_then',
  ],
  ['the zone', 'timezone: UTC', 'timezone: Europe/Berlin', 'changed project:settings numbers: timezone'],
  ['a value less', 'values: [paid, cancelled]', 'values: [paid]', 'changed field:orders.status numbers: values'],
  [
    'no value allowed',
    'discount: { type: decimal(2) EUR, optional: true }',
    'discount: decimal(2) EUR',
    'changed field:orders.discount numbers: optional',
  ],
  // Whoever relies on it.
  ['the key of a dataset', 'key: order_id', 'key: [order_id, day]', 'changed dataset:orders breaking: key'],
  ['the type of a field', 'quantity: integer', 'quantity: decimal(1)', 'changed field:orders.quantity breaking: type'],
  [
    'no longer additive',
    'formula: sum(ad_spend.cost)',
    'formula: avg(ad_spend.cost)',
    'changed metric:ad_cost breaking: formula, additive',
    'changed metric:turnover breaking: additive',
  ],
  ['a declared unit', 'unit: EUR/customer', 'unit: EUR/customer, owner: sales', 'changed metric:cac ownership: owner'],
  [
    'the reference of a field',
    'customer_id: { type: text, references: customers }',
    'customer_id: text',
    'changed field:orders.customer_id breaking: references',
  ],
])('%s', (_, from, to, ...expected) => {
  const diff = changed([from, to]);
  expect(lines(diff).slice(0, expected.length)).toEqual(expected);
});

test('a metric that nothing needs goes', () => {
  expect(lines(changed(['  small: count(orders where amount between 1 EUR and 5 EUR)\n', '']))).toEqual([
    'removed metric:small numbers',
  ]);
});

test('a metric that others need goes, and they know nothing any more', () => {
  const diff = changed(['  placed: count(orders)\n', '']);
  expect(diff.changes.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
    'metric:placed breaking',
    'metric:aov unknown',
    'metric:paid_rate unknown',
  ]);
});

test('a metric and all that needs it go together', () => {
  const diff = changed(
    ['  fee: revenue * 5%\n', ''],
    ['  turnover: revenue + ad_cost\n', '  turnover: revenue + ad_cost\n  tax: turnover * 19%\n'],
  );
  expect(lines(diff)).toEqual(['removed metric:fee numbers', 'added metric:tax metadata']);
});

test('a renamed metric is recognised by what it means, and who follows means the same', () => {
  const text = shop.replaceAll(/\brevenue\b/g, 'sales_value');
  const diff = diffGraphs(graphOf(shop), graphOf(text));
  const [first, ...rest] = diff.changes;
  expect(first).toMatchObject({
    kind: 'renamed',
    id: 'metric:sales_value',
    nameBefore: 'revenue',
    verdict: 'breaking',
  });
  expect(first?.effects.kpis).toEqual(['north_kpi', 'revenue_kpi']);
  expect(new Set(rest.map(({ verdict }) => verdict))).toEqual(new Set(['meaning', 'cosmetic']));
  expect(rest.map(({ id }) => id)).toContain('metric:fee');
  expect(rest.map(({ id }) => id)).toContain('kpi:revenue_kpi');
});

test('a renamed metric that nothing needs', () => {
  expect(lines(changed(['  small: count', '  tiny: count']))).toEqual(['renamed metric:tiny meaning: name']);
});

test('a renamed dataset takes its fields along', () => {
  const text = shop
    .replaceAll('ad_spend.', 'marketing.')
    .replace('  ad_spend:', '  marketing:')
    .replace('from: marketing.csv', 'from: ad_spend.csv');
  expect(errorsOf(text)).toEqual([]);
  const diff = diffGraphs(graphOf(shop), graphOf(text));
  expect(diff.changes[0]).toMatchObject({
    kind: 'renamed',
    id: 'dataset:marketing',
    nameBefore: 'ad_spend',
    verdict: 'breaking',
  });
  expect(diff.changes.map(({ id, kind, verdict }) => `${kind} ${id} ${verdict}`)).toEqual([
    'renamed dataset:marketing breaking',
    'changed metric:ad_cost meaning',
    'changed dimension:channel cosmetic',
  ]);
});

test('a renamed field keeps its column', () => {
  const text = shop
    .replace('quantity: integer', 'pieces: { type: integer, column: quantity }')
    .replaceAll('quantity: 1', 'pieces: 1');
  expect(lines(diffGraphs(graphOf(shop), graphOf(text)))).toEqual([
    'renamed field:orders.pieces meaning: name',
    'changed test:cancelled orders bring nothing metadata: given orders',
  ]);
  // Without it another column is read.
  const other = shop.replace('quantity: integer', 'pieces: integer').replaceAll('quantity: 1', 'pieces: 1');
  expect(lines(diffGraphs(graphOf(shop), graphOf(other))).slice(0, 2)).toEqual([
    'removed field:orders.quantity numbers',
    'added field:orders.pieces metadata',
  ]);
});

test('one more KPI weighs in its goal', () => {
  const more =
    '  small_kpi: { metric: small, goal: cheap, owner: sales, direction: up, every: month, target: 3 orders }\nincentives:';
  const diff = changed(['incentives:', more]);
  expect(lines(diff)).toEqual(['added kpi:small_kpi target']);
  expect(diff.changes[0]?.effects.goals).toEqual(['cheap', 'company']);
  expect(diff.changes[0]?.effects.incentives).toEqual(['bonus']);
  expect(diff.changes[0]?.ask.map(({ owner }) => owner)).toEqual(['head', 'marketing', 'sales']);
});

test('what a change reaches, and who is asked about it', () => {
  const diff = changed(['coalesce(discount, 0 EUR)', 'coalesce(discount, 1 EUR)']);
  expect(diff.changes[0]?.effects).toMatchObject({ metrics: ['net_revenue'], kpis: [] });
  const revenue = changed(["status = 'paid')", "status <> 'cancelled')"]).changes[0];
  expect(revenue?.effects).toEqual({
    fields: [],
    dimensions: [],
    metrics: ['aov', 'before', 'fee', 'profit', 'turnover'],
    kpis: ['north_kpi', 'revenue_kpi'],
    judged: [],
    goals: ['company', 'grow'],
    incentives: ['bonus'],
    questions: ['by_region'],
    tests: ['cancelled orders bring nothing'],
  });
  expect(revenue?.ask).toEqual(
    [
      { owner: 'head', title: 'Head of sales', contact: '#sales', because: ['goal:company', 'goal:grow'] },
      { owner: 'sales', title: null, contact: '#sales', because: ['kpi:north_kpi', 'kpi:revenue_kpi'] },
    ].map((one) => ({ ...one, because: expect.arrayContaining(one.because) as unknown })),
  );
});

test('both owners are asked when one follows the other', () => {
  const diff = changed(['title: Cheaper, owner: marketing', 'title: Cheaper, owner: sales']);
  expect(diff.changes[0]?.ask.map(({ owner }) => owner)).toEqual(['marketing', 'sales']);
});

test('a unit that changes below changes above', () => {
  const diff = changed(['cost: decimal(2) EUR', 'cost: decimal(2) USD']);
  expect(lines(diff)[0]).toBe('changed field:ad_spend.cost breaking: unit');
  const cost = diff.changes.find(({ id }) => id === 'metric:ad_cost');
  expect(cost).toMatchObject({
    verdict: 'breaking',
    details: [{ key: 'unit', before: 'EUR', after: 'USD', why: 'from_below' }],
  });
  // EUR and USD do not add up.
  expect(lines(diff)).toContain('changed metric:turnover unknown: error');
});

test('comments between definitions belong to no definition', () => {
  const diff = changed(['\ngoals:', '\n# what we want\ngoals:']);
  expect(diff).toMatchObject({ changes: [], files: ['shop.kpi.yaml'] });
});

test('a definition in another file is where it is', () => {
  const [a, b] = [shop.replace('  fee: revenue * 5%\n', ''), 'metrics: { fee: revenue * 5% }\n'];
  const after = parseProject([
    { path: 'kpi.project.yaml', text: shopProject },
    { path: 'shop.kpi.yaml', text: a },
    { path: 'fees.kpi.yaml', text: b },
  ]).value;
  expect(lines(diffGraphs(graphOf(shop), after))).toEqual(['changed metric:fee cosmetic: file']);
});
