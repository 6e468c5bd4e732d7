// Paths between datasets: found by references, never guessed between two.
import { expect, test } from 'vitest';
import { parse, said, words } from '../expect-diagnostics.js';

const addresses = `
datasets:
  addresses: { one: address, key: address_id, time: none, fields: { address_id: text, region: text } }
  orders:
    one: order
    key: order_id
    time: day
    fields:
      order_id: text
      day: date
      amount: decimal(2) EUR
      billing_id: { type: text, references: addresses, as: billing }
      shipping_id: { type: text, references: addresses, as: shipping }
`;

test('roles tell two references to one dataset apart', () => {
  expect(
    said(`${addresses}metrics:
  a: sum(orders.amount where billing.region = 'EU')
  b: sum(orders.amount where orders.billing.region = shipping.region)
  c: (a where orders.shipping.region = 'EU')
  d: count(distinct orders.billing.region)
dimensions:
  region: orders.billing.region
`),
  ).toEqual([]);
});

test('two paths are an error that names both, and how to choose', () => {
  expect(words(`${addresses}metrics:\n  a: sum(orders.amount where addresses.region = 'EU')\n`)).toBe(
    [
      'several paths lead from `orders` to `addresses`',
      '^ which one?',
      '= paths: `orders.billing_id -> addresses` and `orders.shipping_id -> addresses`',
      '? name the way: `orders.billing.<field>` or `orders.shipping.<field>`',
    ].join('\n'),
  );
  expect(said(`${addresses}metrics:\n  a: sum(orders.amount where orders.addresses.region = 'EU')\n`)).toEqual([
    'KPI4002 @ addresses',
  ]);
  expect(
    said(
      `${addresses}metrics:\n  a: sum(orders.amount)\n  b: a where region = 'EU'\ndimensions:\n  region: addresses.region\n`,
    ),
  ).toEqual(['KPI4004 @ region']);
});

test('the help of two paths is a way that works', () => {
  const plain = addresses.replace(', as: billing', '');
  const text = (name: string): string => `${plain}metrics:\n  a: sum(orders.amount where ${name}.region = 'EU')\n`;
  expect(words(text('addresses'))).toContain('? name the way: `orders.addresses.<field>` or `orders.shipping.<field>`');
  expect(said(text('orders.addresses'))).toEqual([]);
  expect(said(text('orders.shipping'))).toEqual([]);
});

test('two references to one dataset without roles are told once', () => {
  const plain = addresses.replace(', as: billing', '').replace(', as: shipping', '');
  expect(said(`${plain}metrics:\n  a: sum(orders.amount where addresses.region = 'EU')\n`)).toEqual([
    'KPI4011 @ addresses',
  ]);
  const same = addresses.replace(', as: shipping', ', as: billing');
  expect(said(`${same}metrics:\n  a: sum(orders.amount where billing.region = 'EU')\n`)).toEqual(['KPI2002 @ billing']);
});

const chain = `
datasets:
  regions: { one: region, key: region_id, time: none, fields: { region_id: text, name: text, lead_id: { type: text, references: employees, as: lead } } }
  customers: { one: customer, key: customer_id, time: none, fields: { customer_id: text, region_id: { type: text, references: regions } } }
  employees:
    one: employee
    key: employee_id
    time: none
    fields:
      employee_id: text
      salary: decimal(2) EUR
      manager_id: { type: text, references: employees, as: manager, optional: true }
  orders:
    one: order
    key: order_id
    time: day
    fields: { order_id: text, day: date, amount: decimal(2) EUR, customer_id: { type: text, references: customers } }
  visits: { one: visit, time: day, fields: { day: date, pages: integer } }
`;

test('many-to-one paths of any length; the other way is one-to-many, or none', () => {
  expect(
    said(`${chain}metrics:
  a: sum(orders.amount where regions.name = 'EU')
  b: sum(orders.amount where customers.regions.name = 'EU')
  c: count(employees where manager.salary > salary)
  d: count(employees where manager.manager.salary > salary)
  e: count(customers where regions.lead.manager.salary > 5 EUR)
`),
  ).toEqual([]);
  expect(said(`${chain}metrics:\n  x: count(customers where orders.amount > 5 EUR)\n`)).toEqual([
    'KPI4003 @ orders.amount',
  ]);
  expect(said(`${chain}metrics:\n  x: count(orders where visits.pages > 5)\n`)).toEqual(['KPI4001 @ visits.pages']);
  expect(said(`${chain}metrics:\n  x: count(orders where customers.region.name = 'x')\n`)).toEqual([
    'KPI2001 @ region',
  ]);
  expect(said(`${chain}metrics:\n  x: count(employees where manger.salary > 5 EUR)\n`)).toEqual(['KPI2001 @ manger']);
});

test('a self reference: the row itself, and the row it refers to', () => {
  const { graph, said } = parse(`${chain}metrics:\n  x: sum(employees.salary - employees.manager.salary)\n`);
  expect(said).toEqual([]);
  const formula = graph.metrics.get('x')?.formula;
  const value = formula?.kind === 'aggregate' && formula.value?.kind === 'call' ? formula.value.args : [];
  expect(value.map((one) => (one.kind === 'field' ? one.path.length : -1))).toEqual([0, 1]);
});

test('two datasets that refer to each other: the rows that are meant must be said', () => {
  const text = (value: string): string => `
datasets:
  employees: { key: id, time: none, fields: { id: text, department_id: { type: text, references: departments }, salary: decimal(2) EUR } }
  departments: { key: id, time: none, fields: { id: text, head_id: { type: text, references: employees }, budget: decimal(2) EUR } }
metrics:
  x: sum(${value})
`;
  expect(said(text('employees.salary - departments.budget'))).toEqual(['KPI4026 @ departments.budget']);
  expect(said(text('departments.budget - employees.salary'))).toEqual(['KPI4026 @ employees.salary']);
  expect(said(text('employees.salary - employees.departments.budget'))).toEqual([]);
  expect(said(text('departments.budget - departments.employees.salary'))).toEqual([]);
  expect(said(text('employees.salary where departments.budget > 5 EUR'))).toEqual([]);
});

test('references: to a dataset that exists, with a single key', () => {
  expect(said('datasets:\n  a: { fields: { x: { type: text, references: b } } }\n')).toEqual(['KPI2001 @ b']);
  expect(
    said('datasets:\n  a: { fields: { x: { type: text, references: b } } }\n  b: { fields: { k: text } }\n'),
  ).toEqual(['KPI4005 @ b']);
  expect(
    said(
      'datasets:\n  a: { fields: { x: { type: text, references: b } } }\n  b: { key: [k, l], fields: { k: text, l: text } }\n',
    ),
  ).toEqual(['KPI4005 @ b']);
  expect(
    said('datasets:\n  a: { fields: { x: { type: integer, references: b } } }\n  b: { key: k, fields: { k: text } }\n'),
  ).toEqual(['KPI4010 @ integer']);
  expect(said('datasets:\n  a: { key: kk, fields: { k: text } }\n')).toEqual(['KPI2001 @ kk']);
});

const bridge = `
datasets:
  orders: { one: order, key: order_id, time: day, fields: { order_id: text, day: date, amount: decimal(2) EUR } }
  tags: { one: tag, key: tag_id, time: none, fields: { tag_id: text, label: text } }
  order_tags:
    key: [order_id, tag_id]
    time: none
    fields: { order_id: { type: text, references: orders }, tag_id: { type: text, references: tags } }
dimensions:
  tag: tags.label
metrics:
  revenue: sum(orders.amount)
`;

test('through a bridge one may group and filter, and neither add nor take shares', () => {
  expect(
    said(`${bridge}  x: revenue where tag = 'new'\n  y: avg(revenue per tag)\n  z: max(revenue per tags.label)\n`),
  ).toEqual([]);
  expect(said(`${bridge}  x: share(revenue, tag)\n`)).toEqual(['KPI4018 @ share(revenue, tag)']);
  expect(said(`${bridge}  x: sum(revenue per tag)\n`)).toEqual(['KPI4018 @ sum(revenue per tag)']);
  expect(said(`${bridge}  x: sum(orders.amount where tags.label = 'new')\n`)).toEqual(['KPI4001 @ tags.label']);
});

test('a dimension is its field in the dataset, else the only one listed that is reached', () => {
  const two = chain.replace('{ day: date, pages: integer }', '{ day: date, pages: integer, region: text }');
  const text = (fields: string, formula: string): string =>
    `${two}dimensions:\n  region: ${fields}\nmetrics:\n  revenue: sum(orders.amount)\n  visited: count(visits)\n  x: ${formula}\n`;
  expect(
    said(text('[regions.name, visits.region]', "(revenue where region = 'EU') / (visited where region = 'EU')")),
  ).toEqual([]);
  expect(said(text('[regions.name, visits.region]', "(revenue / visited) where region = 'EU'"))).toEqual([]);
  expect(said(text('regions.name', "(revenue / visited) where region = 'EU'"))).toEqual(['KPI4004 @ region']);
  expect(said(text('[regions.name, customers.customer_id]', "revenue where region = 'EU'"))).toEqual([
    'KPI4004 @ region',
  ]);
  expect(words(text('[regions.name, customers.customer_id]', "revenue where region = 'EU'"))).toContain(
    '= candidates: `regions.name`, `customers.customer_id`',
  );
  expect(said(text('[regions.name, visits.pages]', 'revenue'))).toEqual(['KPI3006 @ visits.pages']);
  expect(said(text('regions.nam', 'revenue'))).toEqual(['KPI2001 @ nam']);
  expect(said(text('region.name', 'revenue'))).toEqual(['KPI2001 @ region']);
  expect(said(text('customers.regions.name', "revenue where region = 'EU'"))).toEqual([]);
});

test('places inside quoted names and lists', () => {
  const text = (field: string): string => `${chain}dimensions:\n  d: ${field}\n`;
  expect(said(text("'regions.nam'"))).toEqual(['KPI2001 @ nam']);
  expect(said(text('"regions.nam"'))).toEqual(['KPI2001 @ nam']);
  expect(said(text('["regions.nam", regions.name]'))).toEqual(['KPI2001 @ nam']);
});
