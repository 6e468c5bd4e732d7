// What the page on explanations shows is what the command prints.
import { expect, test } from 'vitest';
import { folderOf, kpi } from '../cli/run-kpi.js';
import { filesOf, readPage, type Block } from './page.js';

const blocks = readPage('docs/language/explanations.md').sections.flatMap((section) => section.blocks);
const textOf = (info: string): string =>
  blocks
    .filter((block) => block.info === info)
    .map(({ text }) => text)
    .join('\n');
const shown = blocks.filter(({ info }) => info === 'console');
const rows = filesOf(textOf('csv shared')).filter(({ path }) => path.endsWith('.csv'));
const cwd = folderOf(
  Object.fromEntries([...filesOf(textOf('yaml shared')), ...rows].map(({ path, text }) => [path, text])),
);

test('the page shows something', () => {
  expect(shown.length).toBeGreaterThan(3);
});

test.each(shown.map((block): readonly [string, Block] => [block.text.split('\n')[0] ?? '', block]))(
  '%s',
  async (line, { text }) => {
    const { exit, out, err } = await kpi(line.replace('$ kpi ', '').split(' '), { cwd });
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(`${line}\n${out}`).toBe(text);
  },
);
