// A fingerprint changes with the files and with what is declared, and with nothing else.
import { utimes, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { dataFingerprint } from '../../../packages/engine/src/execute/data-fingerprint.js';
import { graphOf, prepareGiven, prepareIn, temporaryFolder, writeFiles } from './project.js';

const definition = (type: string, more = ''): string => `datasets:
  customers: { from: customers.csv, key: id, time: none, fields: { id: text } }
  orders:
    from: orders.csv
    key: id
    time: none
    fields:
      id: text
      amount: ${type}
      customer: { type: text, references: customers }
${more}`;

test('of files', async () => {
  const root = await temporaryFolder();
  await writeFiles(root, { 'customers.csv': 'id\nc\n', 'orders.csv': 'id,amount,customer\n1,2,c\n' });
  const print = async (text: string, needed = ['orders', 'customers']) => {
    const graph = graphOf({ 'kpi.project.yaml': 'project: test\n', 'test.kpi.yaml': text });
    const { data } = await prepareIn(root, graph, { needed });
    return dataFingerprint(data);
  };
  for (const name of ['customers.csv', 'orders.csv']) await utimes(`${root}/${name}`, 1_000_000, 1_000_000);
  const before = await print(definition('decimal(2) EUR'));
  expect([...before.keys()].sort()).toEqual(['customers', 'orders']);
  expect(before.get('orders')).toMatch(/^[0-9a-f]{64}$/);
  expect(await print(`# a comment\n${definition('decimal(2) EUR', 'metrics: { n: count(orders) }\n')}`)).toEqual(
    before,
  );
  expect((await print(definition('decimal(3) EUR'))).get('orders')).not.toBe(before.get('orders'));
  expect((await print(definition('decimal(3) EUR'))).get('customers')).toBe(before.get('customers'));
  // Its references are not checked without the other dataset.
  expect((await print(definition('decimal(2) EUR'), ['orders'])).get('orders')).not.toBe(before.get('orders'));
  await utimes(`${root}/orders.csv`, 1_000_000, 1_000_001);
  const touched = await print(definition('decimal(2) EUR'));
  expect(touched.get('orders')).not.toBe(before.get('orders'));
  expect(touched.get('customers')).toBe(before.get('customers'));
  await writeFile(`${root}/customers.csv`, 'id\nc\nd\n');
  const grown = await print(definition('decimal(2) EUR'));
  expect(grown.get('customers')).not.toBe(before.get('customers'));
  expect(grown.get('orders')).not.toBe(touched.get('orders'));
});

test('given rows have none', async () => {
  const { data } = await prepareGiven('  things: { time: none, fields: { x: text } }\n', {});
  expect([...dataFingerprint(data).values()]).toEqual([null]);
});
