// Answers about a whole file: tokens, hints, folding, outline, format; and about the whole project.
import { expect, test } from 'vitest';
import {
  applyTogether,
  codeActions,
  diagnostics,
  documentSymbols,
  FIX_ALL,
  foldingRanges,
  format,
  inlayHints,
  lineage,
  openWorkspace,
  semanticTokens,
  signatureHelp,
  TOKEN_TYPES,
  update,
  withHost,
  workspaceSymbols,
  type DocumentSymbol,
} from '@sextant/language-service';
import { atCursor, inShop, open, SHOP } from '../shop.js';

const shop = open(SHOP);
const ALL = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };

/** `type text` for each token, and `type! text` for definitions. */
function tokens(path: string, text: string): readonly string[] {
  const workspace = update(shop, [{ kind: 'text', path, text }]);
  const { data } = semanticTokens(workspace, { path });
  const lines = text.split('\n');
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    character = down === 0 ? character + right : right;
    line += down;
    found.push(
      `${TOKEN_TYPES[type] ?? ''}${modifiers === 1 ? '!' : ''} ${(lines[line] ?? '').slice(character, character + length)}`,
    );
  }
  return found;
}

test('semantic tokens: names by kind, words, numbers with their units', () => {
  expect(
    tokens(
      'a.kpi.yaml',
      "metrics:\n  x: sum(orders.amount where status = 'paid' and amount > 5 EUR) / orders_placed\n",
    ),
  ).toEqual([
    'metric! x',
    'function sum',
    'dataset orders',
    'field amount',
    'keyword where',
    'field status',
    'operator =',
    "string 'paid'",
    'keyword and',
    'field amount',
    'operator >',
    'number 5 ',
    'unit EUR',
    'operator /',
    'metric orders_placed',
  ]);
});

test('semantic tokens outside of formulas', () => {
  expect(
    tokens(
      'a.kpi.yaml',
      'kpis:\n  k:\n    metric: aov\n    owner: sales\n    every: month\n    target: { 2026-03: 5 EUR/order }\n',
    ),
  ).toEqual([
    'kpi! k',
    'metric aov',
    'owner sales',
    'level month',
    'period 2026-03',
    'number 5 ',
    'unit EUR',
    'unit order',
  ]);
});

test('comments in blocks', () => {
  expect(tokens('a.kpi.yaml', 'metrics:\n  x: |\n    revenue -- not this\n      + aov\n')).toEqual([
    'metric! x',
    'metric revenue',
    'comment -- not this',
    'operator +',
    'metric aov',
  ]);
});

test('inlay hints say what nobody wrote', () => {
  const found = inlayHints(shop, { path: 'metrics.kpi.yaml', range: ALL });
  const lines = (SHOP['metrics.kpi.yaml'] ?? '').split('\n');
  const shown = found.map(
    ({ position, label }) =>
      `${lines[position.line]?.slice(0, position.character).trim() ?? ''}${JSON.stringify(label)}`,
  );
  expect(shown).toContain('aov": EUR/order"');
  expect(shown).toContain('web_share": percent"');
  expect(shown).toContain('per_visit": EUR/visits"');
  expect(shown).not.toContain('minimum": EUR"');
  expect(inlayHints(shop, { path: 'data.kpi.yaml', range: ALL }).map(({ label }) => label)).toEqual([
    ': timestamp',
    ': EUR',
  ]);
  const one = { start: { line: 7, character: 0 }, end: { line: 7, character: 5 } };
  expect(inlayHints(shop, { path: 'metrics.kpi.yaml', range: one })).toHaveLength(1);
});

test('a declared unit needs no hint', () => {
  const workspace = update(shop, [
    { kind: 'text', path: 'a.kpi.yaml', text: 'metrics:\n  x: { formula: revenue, unit: EUR }\n' },
  ]);
  expect(inlayHints(workspace, { path: 'a.kpi.yaml', range: ALL })).toEqual([]);
});

test('folding: definitions, lists, blocks, comments', () => {
  const text = '# a\n# b\nmetrics:\n  x:\n    formula: |\n      revenue\n      + 1 EUR\n\n  y: revenue\n';
  const workspace = update(shop, [{ kind: 'text', path: 'a.kpi.yaml', text }]);
  expect(foldingRanges(workspace, { path: 'a.kpi.yaml' })).toEqual([
    { startLine: 0, endLine: 1, kind: 'comment' },
    { startLine: 2, endLine: 8 },
    { startLine: 3, endLine: 6 },
    { startLine: 4, endLine: 6 },
  ]);
});

test('the outline has sections, definitions, fields, with types', () => {
  const shown = (symbols: readonly DocumentSymbol[], depth = 0): readonly string[] =>
    symbols.flatMap(({ name, detail, children }) => [
      `${'  '.repeat(depth)}${name}${detail === undefined ? '' : ` ${detail}`}`,
      ...shown(children ?? [], depth + 1),
    ]);
  const outline = shown(documentSymbols(shop, { path: 'data.kpi.yaml' }));
  expect(outline.slice(0, 8)).toEqual([
    'datasets',
    '  customers',
    '    customer_id text',
    '    region text',
    '    segment text',
    '    joined_on date',
    '    first_order_on timestamp',
    '  orders',
  ]);
  expect(shown(documentSymbols(shop, { path: 'kpi.project.yaml' }))).toContain('  warehouse');
  expect(shown(documentSymbols(shop, { path: 'aims.kpi.yaml' }))).toContain('  aov_fy27 exact quotient EUR/order');
});

test('every part of the outline lies in its parent, and its name in itself', () => {
  const check = (symbols: readonly DocumentSymbol[]): void => {
    for (const { range, selectionRange, children } of symbols) {
      for (const inner of [selectionRange, ...(children ?? []).map((one) => one.range)]) {
        expect([range.start.line <= inner.start.line, inner.end.line <= range.end.line]).toEqual([true, true]);
      }
      check(children ?? []);
    }
  };
  for (const path of Object.keys(SHOP)) check(documentSymbols(shop, { path }));
});

test('names of the whole project, the nearest first', () => {
  expect(
    workspaceSymbols(shop, { query: 'reven' }).map(({ name, containerName }) => `${containerName ?? ''} ${name}`),
  ).toEqual(['metric revenue', 'kpi revenue_fy27']);
  expect(workspaceSymbols(shop, { query: 'order value' }).map(({ name }) => name)).toEqual(['aov_fy27']);
  expect(workspaceSymbols(shop, { query: '' }).length).toBeGreaterThan(30);
});

test('formatting is one small edit, and nothing the second time', () => {
  const text = 'metrics:\n  a:   revenue/2\n  b: revenue\n';
  const workspace = openWorkspace([{ path: 'a.kpi.yaml', text }]);
  const edits = format(workspace, { path: 'a.kpi.yaml' });
  expect(edits).toHaveLength(1);
  expect(edits[0]?.range).toMatchObject({ start: { line: 1 }, end: { line: 1 } });
  const after = applyTogether(text, edits);
  expect(after).toBe('metrics:\n  a: revenue / 2\n  b: revenue\n');
  expect(format(openWorkspace([{ path: 'a.kpi.yaml', text: after }]), { path: 'a.kpi.yaml' })).toEqual([]);
  expect(format(openWorkspace([{ path: 'a.kpi.yaml', text: 'a: [' }]), { path: 'a.kpi.yaml' })).toEqual([]);
  expect(format(workspace, { path: 'none' })).toEqual([]);
});

test.each([
  ['metrics:\n  a: growth(reven‸ue, 1 year)', 'growth(m, span)', 'm'],
  ['metrics:\n  a: growth(revenue, ‸', 'growth(m, span)', 'span'],
  ['metrics:\n  a: conversion(visits to orders by ‸', 'conversion(a to b by entity within span)', 'entity'],
  [
    'metrics:\n  a: conversion(visits to orders by customer_id within ‸',
    'conversion(a to b by entity within span)',
    'span',
  ],
  ['metrics:\n  a: round(sum(orders.amount), ‸)', 'round(x, digits)', 'digits'],
  ['metrics:\n  a: round(sum(‸), 2)', 'sum(x)', 'x'],
  ['metrics:\n  a: { formula: "coalesce(revenue, 0 EUR, ‸', 'coalesce(x, y, ...)', '...'],
])('signature help: %s', (marked, label, active) => {
  const { text, position } = atCursor(marked);
  const workspace = update(shop, [{ kind: 'text', path: 'a.kpi.yaml', text }]);
  const help = signatureHelp(workspace, { path: 'a.kpi.yaml', position });
  const [signature] = help?.signatures ?? [];
  const parameter = signature?.parameters?.[help?.activeParameter ?? -1]?.label;
  const range = Array.isArray(parameter) ? parameter : [0, 0];
  expect([signature?.label, label.slice(range[0], range[1])]).toEqual([label, active]);
});

test('no signature outside of a call', () => {
  for (const marked of [
    'metrics:\n  a: reve‸nue',
    'metrics:\n  ‸a: growth(revenue, 1 year)',
    'kpis:\n  k:\n    title: sum(‸',
  ]) {
    const { text, position } = atCursor(marked);
    const workspace = update(shop, [{ kind: 'text', path: 'a.kpi.yaml', text }]);
    expect(signatureHelp(workspace, { path: 'a.kpi.yaml', position })).toBeNull();
  }
});

test('lineage goes to the data and to all that changes', () => {
  const found = lineage(shop, inShop('metrics.kpi.yaml', 'a‸ov: {'));
  expect(found).toMatchObject({ id: 'metric:aov', name: 'aov', location: { uri: 'metrics.kpi.yaml' } });
  expect(found?.needs.map(({ id }) => id)).toEqual(['metric:orders_placed', 'metric:revenue']);
  expect(found?.upstream.map(({ id }) => id)).toContain('field:orders.status');
  expect(found?.downstream.map(({ id }) => id)).toEqual([
    'kpi:aov_fy27',
    'kpi:revenue_fy27',
    'metric:gap',
    'question:by_channel',
  ]);
  expect(lineage(shop, inShop('metrics.kpi.yaml', 'form‸at: percent'))).toBeNull();
});

test('quick fixes come from the checker; safe ones can run all at once', () => {
  const text = 'metrics:\n  x: orders_place / 2\n  y: sum(orders.amount where status = "paid")\n  z: amount * 2\n';
  const workspace = update(shop, [{ kind: 'text', path: 'a.kpi.yaml', text }]);
  const at = (line: number, only?: readonly string[]) =>
    codeActions(workspace, {
      path: 'a.kpi.yaml',
      range: { start: { line, character: 0 }, end: { line, character: 99 } },
      ...(only === undefined ? {} : { only }),
    });
  const [first] = at(1);
  expect(first).toMatchObject({
    title: 'change to `orders_placed`',
    kind: 'quickfix',
    diagnostics: [{ code: 'KPI2001' }],
  });
  const [edit] = first?.edit?.changes?.['a.kpi.yaml'] ?? [];
  expect(applyTogether(text, edit === undefined ? [] : [edit])).toContain('x: orders_placed / 2');
  expect(at(0)).toEqual([]);
  expect(at(1, ['refactor'])).toEqual([]);
  expect(at(1, ['quickfix']).length).toBeGreaterThan(0);
});

test('all safe fixes of a file', () => {
  const text = 'metrics:\n  x: sum(amount)\n  a: max(amount)\n';
  const workspace = update(shop, [{ kind: 'text', path: 'a.kpi.yaml', text }]);
  const [all] = codeActions(workspace, { path: 'a.kpi.yaml', range: ALL, only: [FIX_ALL] });
  const edits = all?.edit?.changes?.['a.kpi.yaml'] ?? [];
  const after = update(workspace, [{ kind: 'text', path: 'a.kpi.yaml', text: applyTogether(text, edits) }]);
  const count = (of: typeof after): number => diagnostics(of).get('a.kpi.yaml')?.length ?? 0;
  expect(all).toMatchObject({ kind: FIX_ALL });
  expect(count(after)).toBeLessThan(count(workspace));
});

test('the host names files and pages', () => {
  const text = 'metrics:\n  x: revenu\n';
  const hosted = withHost(update(shop, [{ kind: 'text', path: 'a.kpi.yaml', text }]), {
    uriOf: (path) => `file:///shop/${path}`,
    pageOf: (code) => `https://example.org/${code}`,
  });
  expect(diagnostics(hosted).get('a.kpi.yaml')?.[0]).toMatchObject({
    code: 'KPI2001',
    codeDescription: { href: 'https://example.org/KPI2001' },
    source: 'kpi',
    severity: 1,
    range: { start: { line: 1, character: 5 }, end: { line: 1, character: 11 } },
  });
  expect(lineage(hosted, inShop('metrics.kpi.yaml', 'a‸ov: {'))?.location?.uri).toBe('file:///shop/metrics.kpi.yaml');
});
