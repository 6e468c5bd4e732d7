// Names: what one means depends on where it stands; an unknown one is told its nearest neighbours.
import { expect, test } from 'vitest';
import { fixed, parse, said, showType, words } from '../expect-diagnostics.js';

const orders = `
datasets:
  orders:
    one: order
    time: day
    fields: { day: date, channel: text, amount: decimal(2) EUR, "order total": decimal(2) EUR, größe: integer }
`;

test('an unknown name: the nearest ones', () => {
  expect(words(`${orders}metrics:\n  revenue: { formula: sum(orders.amount), empty: 0 }\n  x: revenu + 1 EUR\n`)).toBe(
    ['there is no metric `revenu`', '^ not defined', '? did you mean `revenue`?'].join('\n'),
  );
  expect(words(`${orders}metrics:\n  x: sum(orders.amuont)\n`)).toBe(
    ['there is no field of `orders` `amuont`', '^ not defined', '? did you mean `amount`?'].join('\n'),
  );
  expect(words(`${orders}metrics:\n  x: sum(ordrs.amount)\n`)).toContain('? did you mean `orders`?');
  expect(words(`${orders}metrics:\n  x: summ(orders.amount)\n`)).toContain('? did you mean `sum`');
  expect(words(`${orders}metrics:\n  x: sum(orders.zzzzzzzz)\n`)).toBe(
    ['there is no field of `orders` `zzzzzzzz`', '^ not defined'].join('\n'),
  );
});

test('the fix of an unknown name with one neighbour', () => {
  expect(fixed(`${orders}metrics:\n  x: sum(orders.amuont)\n`)).toContain('x: sum(orders.amount)\n');
  expect(fixed(`${orders}metrics:\n  x: sum(amount)\n`)).toContain('x: sum(orders.amount)\n');
});

test('a field without its dataset: the datasets that have it', () => {
  const two = `${orders}  refunds: { one: refund, time: day, fields: { day: date, amount: decimal(2) EUR } }\n`;
  expect(words(`${two}metrics:\n  x: sum(amount)\n`)).toContain('? write `orders.amount` or `refunds.amount`');
  expect(said(`${two}metrics:\n  x: sum(amount)\n`)).toEqual(['KPI2005 @ amount']);
});

test('position decides: a metric, a dataset, a field, a dimension and a parameter of one name', () => {
  const { graph, said } = parse(`
datasets:
  sales: { one: sale, time: day, fields: { day: date, sales: decimal(2) EUR, region: text } }
dimensions:
  sales: sales.region
metrics:
  sales: sum(sales.sales)
  n: count(sales)
  twice: sales * 2
  web: sales where sales = 'web'
  by_region: avg(sales per sales)
  big: count(sales where sales > 5 EUR)
`);
  expect(said).toEqual([]);
  expect([...graph.metrics.values()].map(({ name, type }) => `${name} ${showType(type)}`)).toEqual([
    'sales decimal(2) EUR',
    'n integer sale',
    'twice decimal(2) EUR',
    'web decimal(2) EUR',
    'by_region exact quotient EUR',
    'big integer sale',
  ]);
});

test('a calendar level, a dimension and a metric of one name', () => {
  // The level of `to_date` is a word of the language: the metric does not need itself.
  const { graph, said } = parse(
    `${orders}metrics:\n  revenue: sum(orders.amount)\n  month: to_date(revenue, month)\n  day: count(orders where date_trunc(month, day) = date '2026-01-01')\n  channel: share(revenue, channel)\n  year: date_diff(year, first_day, first_day)\n  first_day: min(orders.day)\ndimensions:\n  channel: orders.channel\n`,
  );
  expect(said).toEqual([]);
  expect(graph.order).toHaveLength(6);
});

test('a formula field with the name of a level, a function or a currency', () => {
  const fields = `month: { formula: "date_trunc(month, day)" }, year: { formula: year(day) }, EUR: { formula: amount * 2 }`;
  expect(said(orders.replace('channel: text', `channel: text, ${fields}`))).toEqual([]);
});

test('a metric and a parameter share one namespace', () => {
  expect(said(`${orders}metrics:\n  x: count(orders)\nparameters:\n  x: 5\n`)).toEqual(['KPI2002 @ x']);
});

test('words of SQL, spaces and letters of any script are names, in quotes where a formula needs them', () => {
  const { said, graph } = parse(`${orders}metrics:
  größe: sum(orders.größe)
  "order total": sum(orders."order total")
  select: count(orders)
  group: select * 2
  total 2: '"order total" * 2 + "order total"'
  売上: sum(orders.amount)
  x: 売上 * 2
  case: '"case" * 1'
`);
  expect(said.filter((one) => !one.startsWith('KPI3025?'))).toEqual(['KPI5001 @ case']);
  expect(showType(graph.metrics.get('x')?.type ?? fail())).toBe('decimal(2) EUR');
  expect(showType(graph.metrics.get('total 2')?.type ?? fail())).toBe('decimal(2) EUR');
});

function fail(): never {
  throw new Error('missing');
}

test('names are case-sensitive, words of the language are not', () => {
  expect(said(`${orders}metrics:\n  x: SUM(orders.amount WHERE Channel = 'web')\n`)).toEqual(['KPI2001 @ Channel']);
  expect(words(`${orders}metrics:\n  x: count(orders where Channel = 'web')\n`)).toContain('? did you mean `channel`?');
});

test('duplicates across files: the first file by path counts', () => {
  const { said, graph } = parse({
    'b.kpi.yaml': 'metrics:\n  x: count(orders)\n',
    'a.kpi.yaml': `${orders}metrics:\n  x: sum(orders.amount)\n`,
    'c.kpi.yaml': 'metrics:\n  x: nonsense(\ndatasets:\n  orders: { fields: { a: text } }\n',
  });
  expect(said).toEqual(['KPI2002 @ x', 'KPI2002 @ x', 'KPI2002 @ orders']);
  expect(showType(graph.metrics.get('x')?.type ?? fail())).toBe('decimal(2) EUR');
});

test('a broken definition silences those that name it', () => {
  expect(said(`${orders}metrics:\n  x: { formla: count(orders) }\n  y: x * 2\n  z: y + x\n`)).toHaveLength(1);
  expect(said(`${orders}metrics:\n  x: count(orders\n  y: x * 2\n`)).toHaveLength(1);
  expect(said(`${orders}metrics:\n  x: sum(orders.amuont)\n  y: x * 2\n  z: growth(y, 1 year)\n`)).toEqual([
    'KPI2001 @ amuont',
  ]);
  expect(
    said(
      'datasets:\n  orders: { fields: { day: dat, amount: decimal(2) EUR }, time: day }\nmetrics:\n  x: sum(orders.amount)\n  y: max(orders.day)\n',
    ),
  ).toEqual(['KPI1109 @ dat']);
  expect(
    said(
      'datasets:\n  orders: { felds: { amount: decimal(2) EUR } }\nmetrics:\n  x: sum(orders.amount)\n  y: count(orders)\n  z: x where orders.amount > 5 EUR\ndimensions:\n  d: orders.amount\n',
    ),
  ).toHaveLength(1);
  expect(
    said(
      'datasets:\n  orders:\nmetrics:\n  x: sum(orders.amount)\n  y: count(orders)\n  z: conversion(orders to orders by a within 7 days)\n',
    ),
  ).toHaveLength(1);
});

test('a broken dimension, KPI, goal or owner silences those that name it', () => {
  expect(
    said(
      `${orders}metrics:\n  x: sum(orders.amount)\n  y: x where channel = 'web'\ndimensions:\n  channel: { feilds: orders.channel }\n`,
    ),
  ).toHaveLength(1);
  expect(
    said(
      `${orders}metrics:\n  x: sum(orders.amount)\n  y: x where channel = 'web'\ndimensions:\n  channel: orders.chanel\n`,
    ),
  ).toEqual(['KPI2001 @ chanel']);
  expect(said(`${orders}metrics:\n  x: sum(orders.amount)\n  y: target(k)\nkpis:\n  k: [1, 2]\n`)).toHaveLength(1);
  expect(
    said(
      `${orders}metrics:\n  x: { fromula: sum(orders.amount) }\nkpis:\n  k: { metric: x, goal: g, owner: o, direction: up, every: month, target: 5 EUR }\ngoals:\n  g: { title: G }\nowners:\n  o: { kind: team }\n`,
    ),
  ).toHaveLength(1);
});

test('libraries: named once, and silent behind', () => {
  expect(
    said(
      `${orders}use:\n  marketing: { from: std/marketing }\nmetrics:\n  x: marketing.cpl * 2\n  y: x + marketing.cac\n  z: sum(marketing.spend)\n`,
    ),
  ).toEqual(['KPI2006 @ std/marketing']);
});

test('names of objects in JavaScript are names', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
  for (const name of names) {
    const { said, graph } = parse(`
datasets:
  ${name}: { one: ${name}, key: ${name}, time: day, fields: { ${name}: text, day: date, amount: decimal(2) EUR } }
dimensions:
  ${name}: ${name}.${name}
metrics:
  ${name}: sum(${name}.amount where ${name} = 'x')
  y: ${name} where ${name} = 'x'
  z: count(distinct ${name}.${name})
parameters:
  p: 5
`);
    expect(said, name).toEqual([]);
    expect(showType(graph.metrics.get('z')?.type ?? fail()), name).toBe(`integer ${name}`);
  }
  for (const name of names) expect(said(`${orders}metrics:\n  x: ${name} * 2\n`), name).toEqual([`KPI2001 @ ${name}`]);
  for (const name of names) expect(said(`${orders}metrics:\n  x: ${name}(5)\n`), name).toEqual([`KPI2004 @ ${name}`]);
  for (const name of names)
    expect(said(`${orders}metrics:\n  x: sum(orders.${name})\n`), name).toEqual([`KPI2001 @ ${name}`]);
  for (const name of names) expect(said(`${orders}metrics:\n  x: 5 ${name}\n`), name).toEqual([`KPI3015 @ ${name}`]);
});
