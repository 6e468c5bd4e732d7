// Whole numbers are as wide as their file, or the texts they were read from, can make them: sums of products rest on it.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { relationFacts } from '../../../packages/engine/src/execute/relation-facts.js';
import { openEngine, prepare, temporaryFolder } from './project.js';

const THINGS =
  '  things: { from: things.csv, time: none, fields: { a: integer, b: integer, c: integer, d: decimal(2) } }\n';

test('of a file with types: what its types hold', async () => {
  const path = join(await temporaryFolder(), 'things.parquet');
  const maker = await openEngine();
  const row = '1::INTEGER AS a, 2::BIGINT AS b, 3.00::DECIMAL(10,4) AS c, 4.5::DECIMAL(9,2) AS d';
  await maker.run(`COPY (SELECT ${row}) TO '${path}'`);
  const { data } = await prepare(THINGS, {}, { extraSources: { things: path } });
  const { widths } = await relationFacts(data);
  // 64 bits say nothing that is not known anyway.
  expect([...widths].toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual([
    ['things.a', 10],
    ['things.c', 6],
    ['things.d', 9],
  ]);
});

test('of texts: what was read', async () => {
  const { data } = await prepare(THINGS, { 'things.csv': 'a,b,c,d\n7,-12345,,1.50\n-88,0,,22.50\n' });
  const { widths } = await relationFacts(data);
  expect(['a', 'b', 'c'].map((name) => widths.get(`things.${name}`))).toEqual([2, 5, 1]);
});
