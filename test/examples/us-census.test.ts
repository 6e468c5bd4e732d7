// The census example over the file that the workspace installs: exact totals, held to the published counts.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluate, type Result } from '@sextant/engine';
import { parseProject } from '@sextant/parser';
import { definitionFiles, examples, problemsOf } from './example-files.js';

const file = createRequire(import.meta.url).resolve('vega-datasets/data/population.json');
const { value: graph } = parseProject(definitionFiles('us-census'));

async function asked(metrics: readonly string[], by: readonly string[], where?: string): Promise<Result> {
  const { value, diagnostics } = await evaluate(
    graph,
    { metrics, by, asOf: '2026-01-01', ...(where === undefined ? {} : { where }) },
    { root: join(examples, 'us-census'), extraSources: { people: file } },
  );
  expect(diagnostics.map((one) => one.message)).toEqual([]);
  if (value === null) throw new Error('no answer');
  return value;
}

test('the definitions have no problem', () => {
  expect(problemsOf('us-census')).toEqual([]);
});

test("the populations are the data set's, and within 0.002 % of the published counts", async () => {
  const result = await asked(['population'], ['year']);
  const found = new Map(result.rows.map((row) => [row.keys[0], row.cells[0]?.value]));
  expect(found.size).toBe(15);
  // Added up apart, with another program.
  expect([found.get('1880'), found.get('1970'), found.get('2000')]).toEqual(['50155048', '203302006', '281420717']);
  // Published: census.gov, decennial counts.
  for (const [year, published] of [
    ['1880', 50_155_783n],
    ['1970', 203_302_031n],
    ['2000', 281_421_906n],
  ] as const) {
    const difference = published - BigInt(found.get(year) ?? '0');
    expect(difference >= 0n && difference * 50_000n < published).toBe(true);
  }
});

test('shares and means are exact quotients of sums', async () => {
  const result = await asked(
    ['women / population', 'sum(people.age * people.people) / population'],
    ['year'],
    'year = 2000',
  );
  // With 34 digits, from another program.
  expect(result.rows.map((row) => row.cells.map((cell) => cell.value))).toEqual([
    ['0.5101162328429431156626610399830656', '33.84431667480969426994957162304437'],
  ]);
});
