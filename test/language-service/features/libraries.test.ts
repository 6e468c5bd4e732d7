// A project that uses a library, for an editor: where names lead, what is proposed, what is said of them, and new names.
import { expect, test } from 'vitest';
import {
  applyTogether,
  completion,
  definition,
  diagnostics,
  hover,
  prepareRename,
  rename,
  update,
  type Workspace,
} from '@sextant/language-service';
import { atCursor, open } from '../shop.js';

const HEAD = `library: ads
version: 1.2.0
title: Advertising
inputs:
  spend: What was paid.
  leads: Contacts who asked.
  orders: Orders, one row each.
`;
const LIBRARY = `datasets:
  sample: { from: s.csv, key: day, time: day, fields: { day: date, cost: decimal(2) EUR, leads: integer lead } }
  orders: { from: o.csv, one: order, key: id, time: on, fields: { id: text, on: date, amount: decimal(2) EUR } }
metrics:
  spend: sum(sample.cost)
  leads: sum(sample.leads)
  cost_per_lead: { title: Cost per lead, formula: spend / leads }
  revenue: sum(orders.amount * kept)
parameters:
  kept: 100%
`;
const OWN = `datasets:
  costs: { from: a.csv, key: day, time: day, fields: { day: date, cost: decimal(2) USD } }
  calls: { from: c.csv, one: call, key: id, time: day, fields: { id: text, day: date } }
  sales: { from: s.csv, key: nr, time: day, fields: { nr: text, day: date, net: decimal(2) USD } }
metrics:
  spend_of_ours: sum(costs.cost)
  calls_made: count(calls)
  twice: marketing.cost_per_lead * 2
use:
  marketing:
    from: libs/ads
    only: [cost_per_lead, revenue]
    with:
      spend: spend_of_ours
      leads: calls_made
      orders: { dataset: sales, fields: { amount: net } }
questions:
  asked: { metrics: [marketing.cost_per_lead] }
`;
const FILES = {
  'kpi.project.yaml': 'project: p\n',
  'own.kpi.yaml': OWN,
  'libs/ads/kpi.library.yaml': HEAD,
  'libs/ads/ads.kpi.yaml': LIBRARY,
};
const workspace = open(FILES);

/** The cursor at a text of the project's file that stands there once. */
function at(marked: string): { readonly path: string; readonly position: { line: number; character: number } } {
  const { text, offset } = atCursor(marked);
  const start = OWN.indexOf(text);
  if (start === -1 || OWN.includes(text, start + 1)) throw new Error(`\`${text}\` does not stand once`);
  const before = OWN.slice(0, start + offset);
  return {
    path: 'own.kpi.yaml',
    position: { line: before.split('\n').length - 1, character: before.length - before.lastIndexOf('\n') - 1 },
  };
}

function lead(marked: string): readonly string[] {
  return definition(workspace, at(marked)).map(({ uri, range }) => {
    const line = (FILES[uri as keyof typeof FILES] ?? '').split('\n')[range.start.line] ?? '';
    return `${uri}: ${line.slice(range.start.character, range.end.character)}`;
  });
}

function text(marked: string): string {
  const contents = hover(workspace, at(marked))?.contents;
  return typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

test('the project is without errors', () => {
  expect(
    [...diagnostics(workspace)].flatMap(([path, list]) =>
      list.filter((one) => one.severity === 1).map(({ message }) => `${path}: ${message}`),
    ),
  ).toEqual([]);
});

test('names lead into the library', () => {
  expect(lead('twice: marketing.cost_‸per_lead')).toEqual(['libs/ads/ads.kpi.yaml: cost_per_lead']);
  expect(lead('twice: mark‸eting.cost')).toEqual(['own.kpi.yaml: marketing']);
  expect(lead('metrics: [marketing.cost‸_per_lead]')).toEqual(['libs/ads/ads.kpi.yaml: cost_per_lead']);
  expect(lead('[cost‸_per_lead, revenue]')).toEqual(['libs/ads/ads.kpi.yaml: cost_per_lead']);
  expect(lead('from: libs‸/ads')).toEqual(['libs/ads/kpi.library.yaml: ads']);
  expect(lead('  lea‸ds: calls_made')).toEqual(['libs/ads/kpi.library.yaml: leads']);
  expect(lead('leads: calls‸_made')).toEqual(['own.kpi.yaml: calls_made']);
  expect(lead('dataset: sa‸les')).toEqual(['own.kpi.yaml: sales']);
  expect(lead('amount: ne‸t }')).toEqual(['own.kpi.yaml: net']);
});

test('what is said of a metric of a library, of an input, of the library', () => {
  const metric = text('twice: marketing.cost_‸per_lead');
  expect(metric).toContain('Cost per lead');
  expect(metric).toContain('spend_of_ours / calls_made');
  expect(metric).toContain('of the library `ads` 1.2.0 in `libs/ads`, over `spend_of_ours`, `calls_made` and `sales`');
  expect(text('  lea‸ds: calls_made')).toContain('input leads: a number of counted things');
  expect(text('  lea‸ds: calls_made')).toContain('Contacts who asked.');
  expect(text('from: libs‸/ads')).toContain('`spend` = `spend_of_ours`');
  expect(text('amo‸unt: net')).toContain('money');
});

function proposed(marked: string): readonly string[] {
  const { text: written, position } = atCursor(marked);
  const next = update(workspace, [{ kind: 'text', path: 'new.kpi.yaml', text: written }]);
  return labelsAt(next, 'new.kpi.yaml', position);
}

/** In the project's file, with a text of it replaced by one with a cursor. */
function proposedInstead(of: string, marked: string): readonly string[] {
  const { text: written, position } = atCursor(OWN.replace(of, marked));
  const next = update(workspace, [{ kind: 'text', path: 'own.kpi.yaml', text: written }]);
  return labelsAt(next, 'own.kpi.yaml', position);
}

function labelsAt(of: Workspace, path: string, position: { line: number; character: number }): readonly string[] {
  // The names are those of the last check.
  diagnostics(workspace);
  return completion(of, { path, position })
    .items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
    .map(({ label }) => label);
}

test('what is proposed', () => {
  expect(proposed('metrics:\n  x: marketing.‸')).toEqual(['cost_per_lead', 'revenue', 'kept']);
  expect(proposed('use:\n  other:\n    from: ‸')).toEqual(['libs/ads']);
  expect(proposedInstead('      leads: calls_made\n', '      ‸\n')).toEqual(['leads', 'kept']);
  expect(proposedInstead('leads: calls_made', 'leads: cal‸')).toContain('calls_made');
  expect(proposedInstead('{ dataset: sales, fields: { amount: net } }', '‸')).toEqual(['calls', 'costs', 'sales']);
  expect(proposedInstead('dataset: sales', 'dataset: ‸')).toEqual(['calls', 'costs', 'sales']);
  expect(proposedInstead('[cost_per_lead, revenue]', '[‸]')).toEqual(['cost_per_lead', 'revenue']);
  expect(proposedInstead('{ amount: net }', '{ ‸ }')).toEqual(['amount']);
  expect(proposedInstead('{ amount: net }', '{ amount: ‸ }')).toEqual(['day', 'net', 'nr']);
});

function renamed(marked: string, newName: string): readonly string[] | string {
  const result = rename(workspace, { ...at(marked), newName });
  if (result.kind === 'refused') return result.message;
  return Object.entries(result.edit.changes ?? {}).flatMap(([path, edits]) => {
    const before = FILES[path as keyof typeof FILES];
    const old = new Set(before.split('\n'));
    return applyTogether(before, edits)
      .split('\n')
      .filter((line) => !old.has(line))
      .map((line) => line.trim());
  });
}

test('new names', () => {
  expect(renamed('  spend_‸of_ours: sum', 'ad_cost')).toEqual(['ad_cost: sum(costs.cost)', 'spend: ad_cost']);
  expect(renamed('fields: { nr: text, day: date, ne‸t:', 'total')).toEqual([
    'sales: { from: s.csv, key: nr, time: day, fields: { nr: text, day: date, total: { type: decimal(2) USD, column: net } } }',
    'orders: { dataset: sales, fields: { amount: total } }',
  ]);
  expect(renamed('  mar‸keting:', 'ads')).toEqual([
    'twice: ads.cost_per_lead * 2',
    'ads:',
    'asked: { metrics: [ads.cost_per_lead] }',
  ]);
  expect(renamed('twice: marketing.cost_‸per_lead', 'cpl')).toBe(
    '`marketing.cost_per_lead` is defined in the library `ads`, and gets its name there',
  );
  expect(prepareRename(workspace, at('twice: marketing.cost_‸per_lead'))).toBeNull();
});

test('a metric of the project that is called like one of the library is another', () => {
  const own = OWN.replaceAll('spend_of_ours', 'spend');
  const other = open({ ...FILES, 'own.kpi.yaml': own });
  const start = own.indexOf('spend: sum');
  const line = own.slice(0, start).split('\n').length - 1;
  const result = rename(other, { path: 'own.kpi.yaml', position: { line, character: 3 }, newName: 'ad_cost' });
  expect(result.kind === 'edit' ? Object.keys(result.edit.changes ?? {}) : result.message).toEqual(['own.kpi.yaml']);
});

test('what the names of a library mean is said in the library alone', () => {
  const line = LIBRARY.slice(0, LIBRARY.indexOf('  spend: sum')).split('\n').length - 1;
  expect(hover(workspace, { path: 'libs/ads/ads.kpi.yaml', position: { line, character: 3 } })).toBeNull();
});

test('in a library the name of an input goes with its definition', () => {
  const library = open({ 'kpi.library.yaml': HEAD, 'ads.kpi.yaml': LIBRARY });
  const line = LIBRARY.slice(0, LIBRARY.indexOf('  spend: sum')).split('\n').length - 1;
  const result = rename(library, { path: 'ads.kpi.yaml', position: { line, character: 3 }, newName: 'cost' });
  const changes = result.kind === 'edit' ? (result.edit.changes ?? {}) : {};
  expect(applyTogether(HEAD, changes['kpi.library.yaml'] ?? [])).toContain('\n  cost: What was paid.');
});
