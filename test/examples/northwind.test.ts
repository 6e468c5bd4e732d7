// The Northwind definitions have no problem; where the tables are at hand, their totals are the publicly known ones.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parseProject } from '@sextant/parser';
import { expect, test } from 'vitest';
import { loadNorthwind } from '../../examples/northwind/load.js';
import { definitionFiles, problemsOf } from './example-files.js';

const source = '/work/shared/data/northwind';

test('the definitions have no problem', () => {
  expect(problemsOf('northwind')).toEqual([]);
});

test.skipIf(!existsSync(source))('the tables have the columns that are defined, and the known totals', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'northwind-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const row = async (sql: string): Promise<readonly string[]> =>
    ((await connection.runAndReadAll(sql)).getRows()[0] ?? []).map(String);
  try {
    loadNorthwind(source, folder);
    const { value: graph } = parseProject(definitionFiles('northwind'));
    for (const dataset of graph.datasets.values()) {
      const columns = [...dataset.fields.values()].flatMap((field) =>
        field.column === null ? [] : [`"${field.column}"`],
      );
      const file = dataset.def.from?.kind === 'files' ? dataset.def.from.path.text : '';
      await connection.run(`create view "${dataset.name}" as select ${columns.join(', ')} from '${folder}/${file}'`);
    }
    const lines =
      'select count(*), sum(UnitPrice * Quantity), sum(UnitPrice * Quantity * (1 - Discount)), sum(Quantity) from order_lines';
    expect(await row(lines)).toEqual(['2155', '1354458.5900', '1265793.039500', '51317']);
    expect(
      await row('select count(*), sum(Freight), count(distinct CustomerID), count(ShippedDate) from orders'),
    ).toEqual(['830', '64942.6900', '89', '809']);
    expect(
      await row(
        'select (select count(*) from customers), (select count(*) from products), (select count(*) from categories)',
      ),
    ).toEqual(['91', '77', '8']);
    expect(
      await row("select count(*) from orders join employees using (EmployeeID) where LastName = 'Peacock'"),
    ).toEqual(['156']);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true });
  }
});
