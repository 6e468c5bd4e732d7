// The examples of the playground: each is sound, answers what it is opened with, and its tests pass where they should.
import {
  askRows,
  checkTest,
  filesByDataset,
  openRows,
  referenceAsker,
  referenceExecutor,
  runTest,
  scorecard,
} from '@sextant/engine/browser';
import { parseProject } from '@sextant/parser';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { questionFrom } from '../../packages/playground/src/engine/question.js';
import { gallery } from '../../packages/playground/src/project/gallery.js';
import { NOTHING_ASKED } from '../../packages/playground/src/state/initial-state.js';

const ROOT = join(import.meta.dirname, '../..');

function folderOf(id: string): string {
  return id === 'trailhead' ? join(ROOT, 'examples/trailhead') : join(ROOT, 'packages/playground/gallery', id);
}

function read(id: string) {
  const folder = folderOf(id);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const data = readdirSync(join(folder, 'data'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.csv'))
    .map((path) => ({ path: `data/${path}`, name: path, bytes: readFileSync(join(folder, 'data', path)) }));
  return { files, data };
}

test('there are eight lessons, in order, and every folder is one', () => {
  expect(gallery.flatMap(({ lesson }) => lesson ?? [])).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  const folders = readdirSync(join(ROOT, 'packages/playground/gallery')).sort();
  expect(gallery.flatMap(({ id, lesson }) => (lesson === null ? [] : [id])).sort()).toEqual(folders);
});

describe.each(gallery.filter(({ lesson }) => lesson !== null))('$id', ({ id, asked, asOf, active, pane }) => {
  const { files, data } = read(id);
  const { value: graph, diagnostics } = parseProject(files);

  test('is sound, and says so without a warning', () => {
    expect(diagnostics).toEqual([]);
    expect(files.map(({ path }) => path)).toContain(active);
  });

  test('answers the question that it is opened with, over all of its data', async () => {
    const found = filesByDataset(graph, data);
    expect(found.diagnostics).toEqual([]);
    const rows = await openRows(graph, found.value);
    expect(rows.diagnostics).toEqual([]);
    if (rows.value === null) throw new Error('no rows');
    const answered = askRows(graph, rows.value, questionFrom({ ...NOTHING_ASKED, ...asked }, asOf));
    expect(answered.diagnostics).toEqual([]);
    expect(answered.value?.rows.length).toBeGreaterThan(0);
    expect(answered.value?.rows.some(({ cells }) => cells.every(({ value }) => value !== null))).toBe(true);
    if (pane !== 'scorecard') return;
    const card = await scorecard(graph, referenceAsker(graph, rows.value), { asOf });
    expect(card.value?.kpis.length).toBeGreaterThan(1);
  });

  test('its tests say what they should', async () => {
    const failed: string[] = [];
    for (const def of graph.tests.values()) {
      const checked = checkTest(graph, def);
      expect(checked.diagnostics).toEqual([]);
      if (checked.value === null) continue;
      const { name, passed } = await runTest(graph, checked.value, [referenceExecutor()]);
      if (!passed) failed.push(name);
    }
    expect(failed).toEqual(
      id === 'failing-tests'
        ? ['what is still on its way is neither late nor in time', 'a lost parcel brings nothing']
        : [],
    );
  });
});
