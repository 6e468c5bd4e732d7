// Renaming: what is written where, what is refused, and that a project means the same under every other name.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeIds, normalForm, parseProject, type Graph } from '@sextant/parser';
import {
  applyTogether,
  openWorkspace,
  prepareRename,
  rename,
  symbolsOf,
  type RenameResult,
  type Workspace,
} from '@sextant/language-service';
import { inShop, open, SHOP } from '../shop.js';

const shop = open(SHOP);

/** The lines that are new, by file. */
function newLines(workspace: Workspace, result: RenameResult): readonly string[] {
  if (result.kind === 'refused') return [`refused: ${result.message}`];
  return Object.entries(result.edit.changes ?? {}).flatMap(([path, edits]) => {
    const before = workspace.files.get(path)?.text ?? '';
    const old = new Set(before.split('\n'));
    return applyTogether(before, edits)
      .split('\n')
      .filter((line) => !old.has(line))
      .map((line) => line.trim());
  });
}

const CASES: readonly (readonly [what: string, path: string, cursor: string, to: string, lines: readonly string[]])[] =
  [
    [
      'a metric, in formulas, KPIs, questions and tests',
      'metrics.kpi.yaml',
      '  a‸ov: {',
      'order_value',
      [
        'metric: order_value',
        'by_channel: { metrics: [revenue, order_value], by: [channel, customers.region], grain: month, order: revenue desc }',
        'order_value: { formula: revenue / orders_placed, decimals: 2 }',
      ],
    ],
    [
      'a name that needs quotes in formulas, and in YAML where a formula begins with them',
      'metrics.kpi.yaml',
      'orders_‸placed: count',
      'placed orders',
      [
        "placed orders: count(orders where status = 'paid')",
        'aov: { formula: revenue / "placed orders", decimals: 2 }',
        'repeat: count(per customers.customer_id where "placed orders" >= 2)',
      ],
    ],
    [
      'a field goes on to read its column',
      'data.kpi.yaml',
      'am‸ount: decimal',
      'gross',
      [
        'gross: { type: decimal(2) EUR, column: amount }',
        'net: { formula: "gross - coalesce(discount, 0 EUR)" }',
        '- { order_id: a, customer_id: c, payer_id: c, ordered_at: 2026-03-01T10:00:00Z, channel: web, status: paid, gross: 10.10 }',
        "formula: sum(orders.gross where status = 'paid')",
        'big_orders: count(orders where gross > minimum)',
      ].toSorted(),
    ],
    [
      'a field with a map of its own',
      'data.kpi.yaml',
      'sta‸tus: {',
      'state',
      [
        'state: { type: text, column: status, values: [paid, cancelled] }',
        "formula: sum(orders.amount where state = 'paid')",
        "orders_placed: count(orders where state = 'paid')",
        '- { order_id: a, customer_id: c, payer_id: c, ordered_at: 2026-03-01T10:00:00Z, channel: web, state: paid, amount: 10.10 }',
      ].toSorted(),
    ],
    [
      'a dataset that does not say what it counts',
      'data.kpi.yaml',
      '  vis‸its:',
      'sessions',
      [
        'sessions:',
        'channel: [orders.channel, sessions.channel]',
        'visitors: count(distinct sessions.customer_id)',
        'visits_made: count(sessions)',
        'buyers: conversion(sessions to orders by customer_id within 7 days)',
      ].toSorted(),
    ],
    [
      'a unit, where numbers have it',
      'data.kpi.yaml',
      'one: ord‸er',
      'purchase',
      ['one: purchase', 'baseline: 10 EUR/purchase', 'target: 45 EUR/purchase'].toSorted(),
    ],
    [
      'a role',
      'data.kpi.yaml',
      'as: pay‸er',
      'invoiced',
      ['payer_id: { type: text, references: accounts, as: invoiced }', 'payer_region: orders.invoiced.region'],
    ],
    [
      'a connection',
      'kpi.project.yaml',
      '  ware‸house: {',
      'lake',
      ['lake: { type: duckdb, file: warehouse.duckdb }', 'from: { connection: lake, table: orders }'].toSorted(),
    ],
    [
      'an owner',
      'aims.kpi.yaml',
      '  sal‸es: {',
      'sales team',
      [
        'sales team: { kind: team, contact: "#sales" }',
        'head: { kind: role, team: sales team }',
        'growth: { title: Sell more, parent: company, owner: sales team }',
        'contributors: [sales team]',
        'owner: sales team',
        'owner: sales team',
      ].toSorted(),
    ],
    [
      'a level of a calendar',
      'data.kpi.yaml',
      'retail_m‸onth: text',
      'shop_month',
      [
        'calendar: { day: day, levels: [shop_month] }',
        'fields: { day: date, shop_month: { type: text, column: retail_month } }',
        'mean_retail: avg(revenue per shop_month)',
      ].toSorted(),
    ],
    ['a test', 'aims.kpi.yaml', '  paid ord‸ers count:', 'orders: counted', ['"orders: counted":']],
    ['the same name', 'aims.kpi.yaml', '  paid ord‸ers count:', 'paid orders count', []],

    [
      'a name that is taken',
      'metrics.kpi.yaml',
      '  a‸ov: {',
      'revenue',
      ['refused: there is a metric `revenue` already'],
    ],
    [
      'the name of a parameter',
      'metrics.kpi.yaml',
      '  a‸ov: {',
      'minimum',
      ['refused: there is a parameter `minimum` already'],
    ],
    [
      'no name',
      'metrics.kpi.yaml',
      '  a‸ov: {',
      'a.b',
      ['refused: `a.b` is no name of a metric: names have no `.` and no `"`, and stand on one line'],
    ],
    [
      'nothing',
      'metrics.kpi.yaml',
      '  a‸ov: {',
      '',
      ['refused: `` is no name of a metric: it is empty, or begins or ends with a space'],
    ],
    [
      'a field that takes the place of a parameter',
      'data.kpi.yaml',
      'disc‸ount: {',
      'minimum',
      ['refused: with the name `minimum`, `minimum` in metrics.kpi.yaml, line 17, would mean something else'],
    ],
    [
      'a unit that is money',
      'data.kpi.yaml',
      'one: ord‸er',
      'USD',
      [
        'refused: with the name `USD` there would be a new error: the baseline of the KPI `aov_fy27` is EUR/USD, not EUR/USD',
      ],
    ],
    [
      'a field of two datasets at once',
      'metrics.kpi.yaml',
      'orders by custo‸mer_id within',
      'buyer',
      ['refused: with the name `buyer` there would be a new error: there is no field of `orders` `buyer`'],
    ],
    [
      'a word of the language',
      'metrics.kpi.yaml',
      "s‸um(orders.amount where status = 'paid'",
      'x',
      ['refused: there is no name here'],
    ],
  ];

test.each(CASES)('%s', (_, path, cursor, to, lines) => {
  const found = newLines(shop, rename(shop, { ...inShop(path, cursor), newName: to }));
  expect(found.toSorted()).toEqual(lines.toSorted());
});

test('what is renamed is shown before', () => {
  const at = inShop('metrics.kpi.yaml', 'formula: reve‸nue / orders');
  expect(prepareRename(shop, at)).toMatchObject({ placeholder: 'revenue' });
  expect(prepareRename(shop, inShop('metrics.kpi.yaml', 'tit‸le: Revenue'))).toBeNull();
});

test('a formula that begins with a quoted name gets quotes of YAML', () => {
  const one = open({ ...SHOP, 'a.kpi.yaml': 'metrics:\n  made: count(orders)\n  twice: made * 2\n' });
  const at = { path: 'a.kpi.yaml', position: { line: 1, character: 3 } };
  expect(newLines(one, rename(one, { ...at, newName: 'a b' }))).toEqual(['a b: count(orders)', `twice: '"a b" * 2'`]);
});

function trailhead(): Workspace {
  const root = join(import.meta.dirname, '../../../examples/trailhead');
  const paths = readdirSync(root).filter((path) => path.endsWith('.kpi.yaml') || path === 'kpi.project.yaml');
  return openWorkspace(paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })));
}

function after(workspace: Workspace, result: RenameResult): Graph {
  const changes = result.kind === 'edit' ? (result.edit.changes ?? {}) : {};
  const files = [...workspace.files.values()].map(({ path, text }) => ({
    path,
    text: applyTogether(text, changes[path] ?? []),
  }));
  return parseProject(files).value;
}

describe.each([
  ['the shop', shop],
  ['the example', trailhead()],
])('%s means the same under other names', (_, workspace) => {
  const graph = parseProject([...workspace.files.values()]).value;
  // Of the large one every twenty-ninth: each name is a check of the whole project, twice.
  const names = symbolsOf(workspace).filter((_one, i) => workspace === shop || i % 29 === 0);

  test.each(names.map((one) => [one.id, one] as const))('%s', (id, { name, path, position }) => {
    const isUnit = id.startsWith('thing:');
    const result = rename(workspace, { path, position, newName: isUnit ? 'zz_other' : 'zz other' });
    if (result.kind === 'refused') {
      // A field that stands for one of two datasets cannot change in one of them.
      expect(result.message).toMatch(/no field of/);
      return;
    }
    const now = after(workspace, result);
    const ids = new Set(nodeIds(now));
    for (const node of nodeIds(graph)) {
      const other = renamedNode(node, id);
      expect(ids).toContain(other);
      expect(said(now, other, name)).toEqual(said(graph, node, name));
    }
  });
});

/** All that a node says, with one sign for the old name and the new one. */
function said(graph: Graph, node: string, name: string): readonly string[] {
  const either = new RegExp(`\\b${name}(?!\\w)|zz[ _]other`, 'g');
  // The sides of sums and comparisons, and lists, are in the order of names.
  const words = (text: string): string =>
    text
      .replaceAll(either, '@')
      .replaceAll('"', '')
      .split(/[ (),<>]+/)
      .toSorted()
      .join(' ');
  return (normalForm(graph, node)?.aspects ?? []).map(({ key, value }) => words(`${key}: ${value}`)).toSorted();
}

function renamedNode(node: string, id: string): string {
  if (node === id)
    return id.includes('.') && id.startsWith('field:')
      ? id.replace(/\..*$/, '.zz other')
      : id.replace(/:.*$/, ':zz other');
  const dataset = id.startsWith('dataset:') ? id.slice('dataset:'.length) : null;
  return dataset !== null && node.startsWith(`field:${dataset}.`)
    ? node.replace(`field:${dataset}.`, 'field:zz other.')
    : node;
}
