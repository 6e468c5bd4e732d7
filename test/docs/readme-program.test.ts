// The program in the README runs, and prints what the command prints for the project that `kpi init` writes.
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { newProject } from '../../packages/cli/src/init/project-files.js';
import { readPage } from './page.js';

/** By the names that the program imports. */
const packages: Readonly<Record<string, () => Promise<unknown>>> = {
  '@sextant/cli': () => import('@sextant/cli'),
  '@sextant/parser': () => import('@sextant/parser'),
  '@sextant/engine': () => import('@sextant/engine'),
};

test('the program of the README', async () => {
  const blocks = readPage('README.md').sections.flatMap((section) => section.blocks);
  const program = blocks.find(({ info }) => info === 'ts')?.text ?? '';
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'sextant-readme-')));
  try {
    for (const { path, text } of newProject('shop')) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const said: unknown[][] = [];
    const body = program
      .replaceAll(/^import (\{[^}]*\}) from ('[^']*');$/gm, 'const $1 = await load($2);')
      .replace("'/path/to/shop'", 'folder');
    // The program is a text on a page, and running it is the point.
    // oxlint-disable-next-line typescript/no-implied-eval
    const run: unknown = new Function('load', 'folder', 'console', `return (async () => {${body}})();`);
    if (typeof run !== 'function') throw new Error('no program');
    await run((name: string) => packages[name]?.(), folder, { log: (...words: unknown[]) => said.push(words) });
    expect(said).toEqual([
      ['2026-01', '420.40'],
      ['2026-02', '485.34'],
      ['2026-03', '500.15'],
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
