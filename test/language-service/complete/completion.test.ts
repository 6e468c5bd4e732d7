// Completion by cursors: what comes first, what is among the proposals, what is not.
import { describe, expect, test } from 'vitest';
import { applyTogether, completion, resolveCompletion, update, type TextEdit } from '@sextant/language-service';
import { formulaTokens, parseFormula, readYaml } from '@sextant/parser';
import { atCursor, open, SHOP } from '../shop.js';
import { proposed } from './labels.js';

interface Expected {
  /** The first proposals, in order. */
  readonly first?: readonly string[];
  readonly has?: readonly string[];
  readonly not?: readonly string[];
  readonly all?: readonly string[];
}

const kpi = (text: string): string => `kpis:\n  x:\n    metric: revenue\n    ${text}`;
const metric = (text: string): string => `metrics:\n  a: ${text}`;
const NUMBERS = ['orders.amount', 'orders.discount', 'orders.net', 'visits.pages'];

const CASES: readonly (readonly [marked: string, expected: Expected])[] = [
  // Keys.
  ['‸', { has: ['metrics', 'kpis', 'datasets', 'use'], not: ['calendar'] }],
  ['met‸', { first: ['metrics'] }],
  ['metrics:\n  a:\n    ‸', { first: ['formula', 'title', 'description'], has: ['aliases'] }],
  ['metrics:\n  a:\n    formula: revenue\n    ‸', { first: ['title'], not: ['formula'] }],
  ['metrics:\n  a:\n    ‸\n    formula: revenue\n', { not: ['formula'], has: ['format'] }],
  ['metrics:\n  a: { formula: revenue, ‸ }', { not: ['formula'], has: ['format', 'decimals'] }],
  ['metrics:\n  a: { ‸, formula: revenue }', { not: ['formula'], has: ['format'] }],
  ['kpis:\n  x:\n    ‸', { first: ['metric', 'formula', 'title', 'goal', 'owner', 'direction', 'every'] }],
  [kpi('‸'), { first: ['title', 'goal', 'owner'], not: ['formula', 'metric'] }],
  [kpi('target: 5 EUR\n    ‸'), { not: ['at_most', 'range', 'target'], has: ['pacing'] }],
  [
    kpi('at_most: 5 EUR\n    ‸'),
    { first: ['worst'], has: ['curve'], not: ['at_least', 'range', 'target', 'baseline'] },
  ],
  [kpi('review:\n      ‸'), { all: ['every', 'last'] }],
  [kpi('guardrails:\n      - ‸'), { has: ['kpi', 'aov_fy27'] }],
  [kpi('guardrails:\n      - kpi: aov_fy27\n        ‸'), { all: ['at_least'] }],
  [kpi('playbook: { ‸'), { has: ['off_track', 'stale'] }],
  ['datasets:\n  d:\n    ‸', { first: ['fields', 'from', 'one', 'key', 'time'] }],
  ['datasets:\n  d:\n    fields:\n      a:\n        ‸', { first: ['type', 'formula'] }],
  ['datasets:\n  d:\n    fields:\n      a: { type: text, references: customers, ‸ }', { has: ['as'], not: ['counts'] }],
  ['datasets:\n  d:\n    from: { connection: warehouse, ‸ }', { all: ['table'] }],
  ['tests:\n  t:\n    given:\n      ‸', { has: ['orders', 'visits'] }],
  [
    'tests:\n  t:\n    given:\n      orders:\n        - { order_id: a, ‸ }',
    { has: ['status', 'amount'], not: ['order_id'] },
  ],
  ['tests:\n  t:\n    expect:\n      - ‸', { first: ['metric', 'kpi', 'metrics'] }],
  ['tests:\n  t:\n    expect:\n      - { metric: revenue, ‸ }', { has: ['value', 'over'], not: ['kpi', 'status'] }],
  ['tests:\n  t:\n    expect:\n      - { metric: revenue, by: { ‸ } }', { has: ['channel', 'segment'] }],
  ['questions:\n  q:\n    metrics: revenue\n    parameters: { ‸ }', { all: ['minimum'] }],

  // Words and names behind keys.
  [kpi('direction: ‸'), { all: ['up', 'down', 'range'] }],
  [kpi('every: ‸'), { has: ['month', 'fiscal_quarter', 'retail_month'] }],
  [kpi('owner: ‸'), { all: ['head', 'sales'] }],
  [kpi('goal: gr‸'), { all: ['growth'] }],
  [kpi('contributors: [head, ‸]'), { has: ['sales'] }],
  [kpi('guardrails: [‸'), { all: ['aov_fy27', 'revenue_fy27'] }],
  [kpi('by: ‸'), { first: ['channel', 'payer_region', 'segment'], has: ['customers.region'] }],
  [kpi('review: { every: ‸'), { has: ['6 months', '1 year'] }],
  [kpi('status: { basis: ‸'), { all: ['score', 'pace', 'forecast', 'value'] }],
  [kpi('pacing: ‸'), { all: ['linear', 'working_days', 'like prior year'] }],
  [kpi('pacing: { working_days: { holidays: ‸'), { has: ['holidays'] }],
  [kpi('spread: ‸'), { all: ['even', 'working_days', 'like prior year'] }],
  [kpi('ignore: { ‸'), { has: ['KPI6056', 'KPI6059'], not: ['KPI2001'] }],
  [
    'kpis:\n  revenue_fy27:\n    target: { FY2027-Q1: 5 EUR, ‸ }',
    { has: ['FY2027-Q2', 'FY2028-Q1'], not: ['FY2027-Q1'] },
  ],
  ['kpis:\n  aov_fy27:\n    target:\n      2026-11: 5 EUR/order\n      ‸', { has: ['2026-12', '2027-01'] }],
  ['kpis:\n  revenue_fy27:\n    target:\n      ‸', { has: ['FY2027-Q1', 'FY2027-Q4'] }],
  [kpi('target: { from: holidays, period: ‸'), { all: [] }],
  [kpi('target: { from: fx, value: ‸'), { has: ['rate'] }],
  ['goals:\n  g: { parent: ‸', { all: ['company', 'growth'] }],
  ['goals:\n  company: { parent: ‸', { all: ['growth'] }],
  ['owners:\n  o: { kind: ‸', { all: ['team', 'role', 'person'] }],
  ['metrics:\n  aov: { formula: x, unit: ‸', { first: ['EUR/order'] }],
  ['metrics:\n  a: { formula: revenue, format: ‸ }', { all: ['number', 'percent'] }],
  ['datasets:\n  d:\n    fields:\n      a: ‸', { has: ['text', 'decimal(2) EUR', 'timestamp'] }],
  ['datasets:\n  d:\n    fields:\n      a: { references: ‸ }', { has: ['customers', 'accounts'] }],
  ['datasets:\n  d:\n    fields:\n      a: { optional: ‸ }', { all: ['true', 'false'] }],
  [
    'datasets:\n  orders:\n    time: ‸',
    { first: ['ordered_at'], has: ['customers.joined_on', 'none'], not: ['amount'] },
  ],
  ['datasets:\n  orders:\n    key: [‸', { has: ['order_id'], not: ['payer'] }],
  ['datasets:\n  d:\n    from: { connection: ‸ }', { all: ['warehouse'] }],
  ['dimensions:\n  d: [orders.channel, ‸]', { has: ['visits.channel', 'customers.region'] }],
  ['questions:\n  q:\n    metrics: [revenue, ‸]', { has: ['aov'], not: ['channel'] }],
  ['questions:\n  q:\n    metrics: revenue\n    order: revenue ‸', { all: ['desc', 'asc'] }],
  ['questions:\n  q:\n    metrics: revenue\n    over: ‸', { has: ['FY2027'] }],
  ['tests:\n  t:\n    given:\n      orders:\n        - { status: ‸ }', { all: ['paid', 'cancelled'] }],
  ['tests:\n  t:\n    expect:\n      - { metric: revenue, by: { segment: ‸ } }', { all: ['consumer', 'business'] }],

  // Formulas: what an aggregate may be of.
  [metric('sum(‸'), { has: [...NUMBERS, 'orders'], not: ['orders.status', 'customers.joined_on', 'orders.order_id'] }],
  [metric('sum(am‸'), { first: ['orders.amount'] }],
  [metric('sum(orders.‸'), { has: ['amount', 'net'], not: ['status', 'order_id'] }],
  [metric('max(orders.‸'), { has: ['amount', 'ordered_at', 'status'] }],
  [metric('count(‸'), { first: ['accounts', 'customers'], has: ['distinct', 'orders.customer_id'] }],
  [metric('count(distinct ‸'), { has: ['orders.customer_id'], not: ['orders', 'distinct'] }],
  [metric('count(per ‸'), { has: ['channel', 'month', 'customers.customer_id'], not: ['revenue'] }],
  [metric('avg(revenue per ‸'), { first: ['channel'], has: ['month', 'retail_month'] }],
  [metric('sum(orders.amount dated ‸'), { has: ['ordered_at'], not: ['amount'] }],
  [metric('quantile(orders.amount, ‸'), { has: ['minimum'], not: ['revenue', 'orders.amount'] }],

  // Conditions and values.
  [
    metric('sum(orders.amount where ‸'),
    { first: ['amount', 'channel'], has: ['status', 'minimum', 'not', 'customers.region'], not: ['revenue', 'sum'] },
  ],
  [metric('sum(orders.amount where st‸)'), { first: ['status'] }],
  [metric('sum(orders.amount where status = ‸'), { first: ['paid', 'cancelled'] }],
  [metric("sum(orders.amount where status = '‸"), { all: ['paid', 'cancelled'] }],
  [metric("sum(orders.amount where status = 'ca‸')"), { all: ['cancelled'] }],
  [metric("sum(orders.amount where status in ('paid', ‸"), { first: ['paid', 'cancelled'] }],
  [metric('sum(orders.amount where status not in (‸'), { first: ['paid', 'cancelled'] }],
  [metric("sum(orders.amount where customers.segment = '‸"), { all: ['consumer', 'business'] }],
  [
    metric('(revenue where ‸'),
    { first: ['channel', 'payer_region', 'segment'], has: ['orders.status'], not: ['revenue'] },
  ],
  [metric("(revenue where segment = '‸"), { all: ['consumer', 'business'] }],
  [metric('revenue where segment ‸'), { has: ['and', 'in', 'is null'] }],
  [metric('count(per customers.customer_id where ‸'), { first: ['aov'], has: ['revenue', 'segment'] }],
  [kpi("where: segment = '‸"), { all: ['consumer', 'business'] }],
  ['questions:\n  q:\n    metrics: revenue\n    having: ‸', { has: ['revenue', 'channel'] }],

  // Metrics, functions, windows, units.
  [
    metric('‸'),
    { first: ['aov'], has: ['revenue', 'minimum', 'sum', 'growth', 'round', 'case'], not: ['orders.amount', 'orders'] },
  ],
  [metric('rev‸'), { all: ['revenue'] }],
  [metric('revenue ‸'), { has: ['where', 'across'], not: ['aov'] }],
  [metric('revenue + ‸'), { has: ['aov'] }],
  [metric('revenue across ‸'), { has: ['channel', 'all', 'time'] }],
  [metric('growth(revenue, ‸'), { first: ['1 day', '7 days'], has: ['1 year'], not: ['aov'] }],
  [metric('growth(revenue, 1 ‸'), { has: ['months', 'years'], not: ['EUR'] }],
  [metric('prior(revenue, 1 year ‸'), { has: ['full', 'partial'] }],
  [metric('to_date(revenue, ‸'), { has: ['fiscal_year', 'month'], not: ['revenue', 'minute'] }],
  [metric('max(date_diff(‸'), { has: ['month', 'minute', 'second'], not: ['revenue'] }],
  [metric('max(elaps‸'), { has: ['elapsed'] }],
  [metric('share(revenue, ‸'), { has: ['channel', 'all'], not: ['revenue'] }],
  [metric('target(‸'), { all: ['aov_fy27', 'revenue_fy27'] }],
  [metric('conversion(‸'), { has: ['visits', 'orders'], not: ['revenue'] }],
  [metric('conversion(visits ‸'), { has: ['to', 'by', 'within', 'where'] }],
  [metric('conversion(visits to ‸'), { has: ['orders'] }],
  [metric('conversion(visits to orders by ‸'), { has: ['customer_id'], not: ['amount'] }],
  [metric('conversion(visits to orders by customer_id within ‸'), { has: ['7 days'] }],
  [metric('closing(revenue each ‸'), { has: ['channel'] }],
  [metric('case ‸'), { has: ['when'] }],
  [metric('revenue > 5 ‸'), { first: ['EUR'], has: ['order', 'EUR/order', 'days'] }],
  [metric('case when revenue > 5 EUR ‸'), { has: ['and', 'then'] }],
  [metric('revenue > 5 EU‸'), { first: ['EUR', 'EUR/accounts'] }],
  [kpi('baseline: 10 ‸'), { first: ['EUR'] }],
  [
    'datasets:\n  orders:\n    fields:\n      x: { formula: ‸ }',
    { has: ['amount', 'status', 'customers.region', 'minimum'], not: ['revenue'] },
  ],
  ['datasets:\n  orders:\n    fields:\n      x: { formula: "cast(amount as ‸" }', { has: ['decimal(2)', 'text'] }],
  ['parameters:\n  p: ‸', { has: ['minimum'], not: ['revenue', 'sum'] }],

  // However YAML holds the formula.
  [metric('"sum(orders.‸'), { has: ['amount'] }],
  [metric("'sum(orders.‸"), { has: ['amount'] }],
  ['metrics:\n  a: { formula: "sum(orders.‸", format: percent }', { has: ['amount'], not: ['status'] }],
  ['metrics:\n  a:\n    formula: |\n      case\n        when ‸', { has: ['revenue'] }],
  ['metrics:\n  a:\n    formula: >-\n      sum(orders.amount\n        where ‸', { has: ['status'] }],
  ['metrics:\n  a:\n    formula:\n      sum(orders.‸', { has: ['amount'] }],
  ['metrics:\n  a: revenue\n    + ‸', { has: ['aov'] }],
  ['metrics:\r\n  a: sum(orders.‸\r\n', { has: ['amount'] }],

  // Nowhere.
  ['metrics:\n  a: revenue # ‸', { all: [] }],
  ['# ‸', { all: [] }],
  ['metrics:\n  a: { title: ‸', { all: [] }],
  ['metrics:\n  ‸', { all: [] }],
];

test.each(CASES)('%s', (marked, { first, has, not, all }) => {
  const { labels } = proposed(marked);
  if (all !== undefined) expect(labels.toSorted()).toEqual(all.toSorted());
  if (first !== undefined) expect(labels.slice(0, first.length)).toEqual(first);
  for (const label of has ?? []) expect(labels).toContain(label);
  for (const label of not ?? []) expect(labels).not.toContain(label);
});

/** A file after an item was taken; places to fill have their examples. */
function taken(marked: string, label: string): string {
  const { text, items } = proposed(marked);
  const item = items.find((one) => one.label === label);
  return item?.textEdit === undefined ? `no ${label}` : applyTogether(text, [withoutPlaces(item.textEdit as TextEdit)]);
}

function withoutPlaces(edit: TextEdit): TextEdit {
  return { ...edit, newText: edit.newText.replaceAll(/\$\{\d+:([^}]*)\}|\$\d/g, '$1') };
}

test.each([
  ['the rest of a name is replaced', metric('rev‸en'), 'revenue', metric('revenue')],
  ['functions come with their places', metric('pri‸'), 'prior', metric('prior(m, 1 year)')],
  [
    'in brackets a comma needs quotes',
    'metrics: { a: { formula: pri‸ } }',
    'prior',
    'metrics: { a: { formula: "prior(m, 1 year)" } }',
  ],
  [
    'a value comes with its quotes',
    metric('sum(orders.amount where status = ‸)'),
    'paid',
    metric("sum(orders.amount where status = 'paid')"),
  ],
  [
    'in quotes only the text',
    metric("sum(orders.amount where status = 'p‸'"),
    'paid',
    metric("sum(orders.amount where status = 'paid'"),
  ],
  [
    'and the quote that is missing',
    metric("sum(orders.amount where status = 'p‸"),
    'paid',
    metric("sum(orders.amount where status = 'paid'"),
  ],
  [
    'quotes of YAML are doubled',
    metric("'sum(orders.amount where status = ‸)'"),
    'paid',
    metric("'sum(orders.amount where status = ''paid'')'"),
  ],
  [
    'also where they are open',
    metric("'sum(orders.amount where status = ''pa‸"),
    'paid',
    metric("'sum(orders.amount where status = ''paid''"),
  ],
  ['a key comes with its colon', 'metrics:\n  a:\n    form‸', 'format', 'metrics:\n  a:\n    format: '],
  ['unless it has one', 'metrics:\n  a:\n    form‸: x', 'format', 'metrics:\n  a:\n    format: x'],
  ['a map is opened below', kpi('rev‸'), 'review', kpi('review:\n      ')],
  ['a list in brackets', kpi('guard‸'), 'guardrails', kpi('guardrails: []')],
  ['a map between brackets', 'kpis:\n  x: { rev‸', 'review', 'kpis:\n  x: { review: {  }'],
  [
    'a period with its colon',
    'kpis:\n  revenue_fy27:\n    target: { FY2027-Q2‸ }',
    'FY2027-Q2',
    'kpis:\n  revenue_fy27:\n    target: { FY2027-Q2:  }',
  ],
])('%s', (_, marked, label, text) => {
  expect(taken(marked, label)).toBe(text);
});

describe('whatever is taken, the file reads as before', () => {
  const places = [
    metric('‸'),
    metric('sum(‸)'),
    metric('count(‸)'),
    metric('sum(orders.amount where ‸)'),
    metric("sum(orders.amount where status = '‸')"),
    metric('avg(revenue per ‸)'),
    metric('revenue + ‸'),
    metric('"revenue + ‸"'),
    metric("'revenue + ‸'"),
    metric('revenue > 5 ‸'),
    metric('growth(revenue, ‸)'),
    'metrics:\n  a: { formula: ‸ }',
    'metrics:\n  a: { formula: "‸" }',
    kpi('by: [‸]'),
    kpi('every: ‸'),
    kpi('ignore: { ‸ }'),
    'datasets:\n  d:\n    fields:\n      a: { type: ‸ }',
  ];

  test.each(places)('%s', (marked) => {
    const { items } = proposed(marked);
    expect(items.length).toBeGreaterThan(1);
    for (const { label, kind } of items) {
      const text = taken(marked, label);
      const { value: root, diagnostics } = readYaml({ path: 'new.kpi.yaml', text });
      expect([label, diagnostics.map(({ message }) => message)]).toEqual([label, []]);
      if (root === null || !marked.startsWith('metrics')) continue;
      const [section] = root.entries;
      const found = section?.value.kind === 'map' ? section.value.entries[0]?.value : undefined;
      const formula = found?.kind === 'map' ? found.entries[0]?.value : found;
      if (formula?.kind !== 'scalar') throw new Error(`no formula in ${text}`);
      // Words, and what ends with a dot, are half of something on purpose.
      const isHalf =
        kind === 14 ||
        /\.\)*$|^(?:not|case)|(?:distinct|not) *\)*$/.test(formula.text) ||
        formulaTokens(formula.text).length === 0;
      const problems = parseFormula(formula.text, false).problems.map(({ kind }) => kind);
      if (!isHalf) expect([label, formula.text, problems]).toEqual([label, formula.text, []]);
    }
  });
});

test('the documentation comes when an item is looked at', () => {
  const { workspace, items } = proposed(metric('‸'));
  const documented = (label: string): string => {
    const item = items.find((one) => one.label === label);
    return item === undefined ? '' : JSON.stringify(resolveCompletion(workspace, item).documentation ?? '');
  };
  expect(items.every(({ documentation }) => documentation === undefined)).toBe(true);
  expect(documented('revenue')).toContain('What paid orders bring.');
  expect(documented('growth')).toContain('growth(m, span)');
  expect(documented('case')).toContain('case when');
  const [key] = proposed(kpi('mater‸')).items;
  expect(JSON.stringify(resolveCompletion(workspace, key ?? { label: '' }))).toContain(
    'the smallest change that is a trend',
  );
  // Items come back from outside.
  for (const data of [undefined, null, 3, 'x', {}, { kind: 'key' }, { kind: 'symbol', symbol: 'x', name: 3 }])
    expect(resolveCompletion(workspace, { label: 'x', data })).toEqual({ label: 'x', data });
});

test('a list is as long as anyone reads, and says that there is more', () => {
  const many = Array.from({ length: 500 }, (_, i) => `  m${i}: count(orders)\n`).join('');
  const { items } = proposed(`metrics:\n${many}  last: ‸`);
  expect(items.length).toBeLessThanOrEqual(200);
});

test('a parameter that is a length stands where a length is wanted', () => {
  const before = open({ ...SHOP, 'lengths.kpi.yaml': 'parameters: { lookback: 28 days }\n' }, { today: '2026-03-15' });
  completion(before, { path: 'metrics.kpi.yaml', position: { line: 0, character: 0 } });
  const { text, position } = atCursor(metric('rolling(revenue, ‸'));
  const { items } = completion(update(before, [{ kind: 'text', path: 'new.kpi.yaml', text }]), {
    path: 'new.kpi.yaml',
    position,
  });
  const labels = items.map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['28 days', 'lookback']));
  expect(labels).not.toContain('minimum');
});
