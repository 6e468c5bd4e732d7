// The table of what the articles name: every row is there, and every metric that it points to.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codes, parseProject } from '@sextant/parser';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/standard-library.md'), 'utf8');
const rows = [...page.matchAll(/^\| (P?\d+) \| (.+?) \| (.+) \|$/gm)];

const metrics = new Map(
  readdirSync(join(root, 'packages/std'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => {
      const folder = join(root, 'packages/std', name);
      const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
      const { value } = parseProject(files.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })));
      return [name, value.metrics];
    }),
);

test('all metrics and practices of the articles have their row', () => {
  const numbered = (prefix: string, count: number): readonly string[] =>
    Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);
  expect(rows.map(([, number]) => number)).toEqual([...numbered('', 75), ...numbered('P', 25)]);
});

test('the metrics that it names are in the library, and the codes are codes', () => {
  let named = 0;
  for (const [, number, , answer = ''] of rows) {
    for (const [, library = '', metric = ''] of answer.matchAll(/`([a-z]+)\.([a-z_0-9]+)`/g)) {
      expect([...(metrics.get(library)?.keys() ?? [])], `${number ?? ''}: ${library}.${metric}`).toContain(metric);
      named += 1;
    }
    for (const [code] of answer.matchAll(/KPI\d{4}/g)) expect(Object.keys(codes)).toContain(code);
  }
  expect(named).toBeGreaterThan(90);
});

test('every library is in the list', () => {
  expect([...page.matchAll(/^\| `std\/([a-z]+)` \|/gm)].map(([, name = '']) => name).toSorted()).toEqual(
    [...metrics.keys()].toSorted(),
  );
});
