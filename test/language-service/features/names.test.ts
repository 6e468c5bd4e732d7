// Definition, references and highlights, by cursors in a project that has one of everything.
import { expect, test } from 'vitest';
import { definition, diagnostics, documentHighlights, references, type Location } from '@sextant/language-service';
import { inShop, open, SHOP } from '../shop.js';

const shop = open(SHOP);

/** `data.kpi.yaml:5 customer_id`: the line that is meant, and the text there. */
function shown({ uri, range }: Location): string {
  const line = (SHOP[uri] ?? '').split('\n')[range.start.line] ?? '';
  return `${uri}:${range.start.line + 1} ${line.slice(range.start.character, range.end.character)}`;
}

test('the shop is without errors', () => {
  const errors = [...diagnostics(shop)].flatMap(([path, list]) =>
    list.filter(({ severity }) => severity === 1).map(({ message }) => `${path}: ${message}`),
  );
  expect(errors).toEqual([]);
});

const DEFINITIONS: readonly (readonly [what: string, path: string, cursor: string, found: readonly string[]])[] = [
  ['metric in a formula', 'metrics.kpi.yaml', 'formula: reve‸nue / orders', ['metrics.kpi.yaml:2 revenue']],
  ['its end', 'metrics.kpi.yaml', 'formula: revenue‸ / orders', ['metrics.kpi.yaml:2 revenue']],
  ['dataset', 'metrics.kpi.yaml', 'sum(ord‸ers.amount', ['data.kpi.yaml:13 orders']],
  ['field behind its dataset', 'metrics.kpi.yaml', 'sum(orders.am‸ount', ['data.kpi.yaml:26 amount']],
  ['field in a condition', 'metrics.kpi.yaml', "orders.amount where stat‸us = 'paid'", ['data.kpi.yaml:25 status']],
  ['counted dataset', 'metrics.kpi.yaml', 'visits_made: count(vis‸its)', ['data.kpi.yaml:34 visits']],
  [
    'dimension in a filter of a metric',
    'metrics.kpi.yaml',
    "(revenue where chan‸nel = 'web')",
    ['data.kpi.yaml:64 channel'],
  ],
  ['level of a calendar dataset', 'metrics.kpi.yaml', 'revenue per retail_‸month', ['data.kpi.yaml:56 retail_month']],
  ['level of the calendar', 'metrics.kpi.yaml', 'revenue per mon‸th)', []],
  ['key of per', 'metrics.kpi.yaml', 'per customers.customer‸_id where', ['data.kpi.yaml:8 customer_id']],
  [
    'metric in a condition on groups',
    'metrics.kpi.yaml',
    'where orders_pl‸aced >= 2',
    ['metrics.kpi.yaml:7 orders_placed'],
  ],
  ['parameter among rows', 'metrics.kpi.yaml', 'amount > mini‸mum', ['metrics.kpi.yaml:21 minimum']],
  ['step of a conversion', 'metrics.kpi.yaml', 'conversion(visits to ord‸ers by', ['data.kpi.yaml:13 orders']],
  [
    'field of two datasets',
    'metrics.kpi.yaml',
    'orders by custo‸mer_id within',
    ['data.kpi.yaml:40 customer_id', 'data.kpi.yaml:21 customer_id'],
  ],
  ['target of a KPI', 'metrics.kpi.yaml', 'target(revenue_‸fy27)', ['aims.kpi.yaml:8 revenue_fy27']],
  ['owner of a metric', 'metrics.kpi.yaml', 'owner: sa‸les', ['aims.kpi.yaml:2 sales']],
  ['formula of a field', 'data.kpi.yaml', 'coalesce(disc‸ount, 0', ['data.kpi.yaml:27 discount']],
  ['derived field', 'data.kpi.yaml', 'min(orders.ordered‸_at)', ['data.kpi.yaml:23 ordered_at']],
  ['reference', 'data.kpi.yaml', 'references: acc‸ounts, as: payer', ['data.kpi.yaml:29 accounts']],
  ['role in a path', 'data.kpi.yaml', 'orders.pa‸yer.region', ['data.kpi.yaml:22 payer']],
  ['field behind a role', 'data.kpi.yaml', 'orders.payer.reg‸ion', ['data.kpi.yaml:33 region']],
  ['connection', 'data.kpi.yaml', 'connection: ware‸house', ['kpi.project.yaml:5 warehouse']],
  ['key', 'data.kpi.yaml', 'key: order‸_id', ['data.kpi.yaml:20 order_id']],
  ['time', 'data.kpi.yaml', 'time: ordered‸_at', ['data.kpi.yaml:23 ordered_at']],
  ['exchange rates', 'kpi.project.yaml', 'dataset: f‸x', ['data.kpi.yaml:44 fx']],
  ['field of the exchange rates', 'kpi.project.yaml', 'rate: ra‸te }', ['data.kpi.yaml:49 rate']],
  ['metric of a KPI', 'aims.kpi.yaml', 'metric: a‸ov', ['metrics.kpi.yaml:8 aov']],
  ['goal', 'aims.kpi.yaml', 'parent: comp‸any', ['aims.kpi.yaml:5 company']],
  ['guardrail', 'aims.kpi.yaml', '[aov_‸fy27]', ['aims.kpi.yaml:21 aov_fy27']],
  ['filter of a KPI', 'aims.kpi.yaml', "where: seg‸ment = 'consumer'", ['data.kpi.yaml:65 segment']],
  ['unit', 'aims.kpi.yaml', '45 EUR/or‸der', ['data.kpi.yaml:16 order']],
  ['holidays', 'aims.kpi.yaml', 'holidays: holi‸days', ['data.kpi.yaml:57 holidays']],
  ['metric of a question', 'aims.kpi.yaml', '[revenue, a‸ov]', ['metrics.kpi.yaml:8 aov']],
  ['field of a question', 'aims.kpi.yaml', 'customers.reg‸ion]', ['data.kpi.yaml:9 region']],
  ['order of a question', 'aims.kpi.yaml', 'order: rev‸enue desc', ['metrics.kpi.yaml:2 revenue']],
  ['rows of a test', 'aims.kpi.yaml', 'sta‸tus: paid', ['data.kpi.yaml:25 status']],
  ['dataset of rows', 'aims.kpi.yaml', '      ord‸ers:\n', ['data.kpi.yaml:13 orders']],
  ['group of an expectation', 'aims.kpi.yaml', 'by: { chan‸nel: web }', ['data.kpi.yaml:64 channel']],
  ['a definition is its own', 'metrics.kpi.yaml', '  a‸ov: {', ['metrics.kpi.yaml:8 aov']],
  ['a word', 'metrics.kpi.yaml', "s‸um(orders.amount where status = 'paid'", []],
  ['a key', 'metrics.kpi.yaml', 'tit‸le: Revenue', []],
];

test.each(DEFINITIONS)('definition: %s', (_, path, cursor, found) => {
  expect(definition(shop, inShop(path, cursor)).map(shown)).toEqual(found);
});

test('references in all files, with the definition and without', () => {
  const at = inShop('metrics.kpi.yaml', '  reve‸nue:');
  expect(references(shop, { ...at, includeDeclaration: true }).map(shown)).toEqual([
    'aims.kpi.yaml:10 revenue',
    'aims.kpi.yaml:32 revenue',
    'aims.kpi.yaml:32 revenue',
    'aims.kpi.yaml:39 revenue',
    'aims.kpi.yaml:40 revenue',
    'metrics.kpi.yaml:2 revenue',
    'metrics.kpi.yaml:8 revenue',
    'metrics.kpi.yaml:11 revenue',
    'metrics.kpi.yaml:11 revenue',
    'metrics.kpi.yaml:12 revenue',
    'metrics.kpi.yaml:13 revenue',
    'metrics.kpi.yaml:15 revenue',
    'metrics.kpi.yaml:16 revenue',
    'metrics.kpi.yaml:19 revenue',
  ]);
  expect(references(shop, { ...at, includeDeclaration: false })).toHaveLength(13);
});

test('references of a unit begin where its dataset says what it counts', () => {
  const at = inShop('aims.kpi.yaml', 'baseline: 10 EUR/or‸der');
  expect(references(shop, { ...at, includeDeclaration: true }).map(shown)).toEqual([
    'aims.kpi.yaml:29 order',
    'aims.kpi.yaml:30 order',
    'data.kpi.yaml:16 order',
  ]);
});

test('highlights stay in the file and tell the definition from the rest', () => {
  const found = documentHighlights(shop, inShop('metrics.kpi.yaml', 'per customers.customer_id where orders_pl‸aced'));
  expect(found.map(({ range, kind }) => [range.start.line + 1, kind])).toEqual([
    [7, 3],
    [8, 2],
    [14, 2],
  ]);
});
