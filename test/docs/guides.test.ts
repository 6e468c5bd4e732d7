// What the guides show of the example company is what the command prints.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kpi } from '../cli/run-kpi.js';
import { readPage, root } from './page.js';

const shown = readdirSync(join(root, 'docs/guides')).flatMap((name) =>
  readPage(`docs/guides/${name}`)
    .sections.flatMap(({ blocks }) => blocks)
    .filter(({ info }) => info === 'console')
    .map(({ text }) => [text.split('\n')[0] ?? '', text] as const),
);

test('the guides show something', () => {
  expect(shown.length).toBeGreaterThan(0);
});

test.each(shown)('%s', async (line, text) => {
  // Warnings about the example's data stand beside the answer, not in it.
  const { exit, out } = await kpi(line.replace('$ kpi ', '').split(' '), { cwd: root });
  expect(exit).toBe(0);
  expect(`${line}\n${out}`).toBe(text);
});
