// The programs of the guide to embedding have the right types, run, and print what the page says, over the project of `kpi init`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newProject } from '../../packages/cli/src/init/project-files.js';
import { root } from './page.js';
import { programsOf } from './programs.js';

const programs = programsOf('docs/guides/embedding.md');
const base = realpathSync(mkdtempSync(join(tmpdir(), 'sextant-embedding-')));
const shop = join(base, 'shop');

/** By the names that programs import. */
const packages: Readonly<Record<string, () => Promise<unknown>>> = {
  '@sextant/cli': () => import('@sextant/cli'),
  '@sextant/parser': () => import('@sextant/parser'),
  '@sextant/engine': () => import('@sextant/engine'),
  '@sextant/engine/browser': () => import('@sextant/engine/browser'),
};

beforeAll(() => {
  for (const { path, text } of newProject('shop')) {
    mkdirSync(dirname(join(shop, path)), { recursive: true });
    writeFileSync(join(shop, path), text);
  }
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

test('the programs are of the right types', () => {
  // Below node_modules, where the packages are found by their names.
  const folder = mkdtempSync(join(root, 'node_modules/.embedding-'));
  try {
    for (const { line, source } of programs) writeFileSync(join(folder, `line-${line}.ts`), source);
    const config = {
      extends: join(root, 'test/tsconfig.json'),
      compilerOptions: { lib: ['ES2023', 'DOM'] },
      include: [],
      exclude: [],
      files: programs.map(({ line }) => `line-${line}.ts`),
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const { stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['--project', folder], { encoding: 'utf8' });
    // Packages answer for themselves elsewhere.
    expect(stdout.split('\n').filter((said) => /(^|\/)line-\d+\.ts\(/.test(said))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each(programs.map((program) => [program.line, program] as const))('line %i', async (_, { source, prints }) => {
  const { code } = transformSync(source, {
    loader: 'ts',
    target: 'es2023',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  const body = code
    .replaceAll(/^import (\{[^}]*\}) from ("[^"]*");$/gm, 'const $1 = await load($2);')
    .replaceAll('"/path/to/shop"', JSON.stringify(shop));
  const said: string[] = [];
  // The program is a text on a page, and running it is the point.
  // oxlint-disable-next-line typescript/no-implied-eval
  const run: unknown = new Function('load', 'fetch', 'console', `return (async () => {${body}})();`);
  if (typeof run !== 'function') throw new Error('no program');
  const load = (name: string): Promise<unknown> | undefined => packages[name]?.();
  const fetchFile = async (path: string): Promise<Response> => new Response(readFileSync(join(base, path)));
  await run(load, fetchFile, { log: (...words: unknown[]) => said.push(words.map(String).join(' ')) });
  expect(`${said.join('\n')}\n`).toBe(prints);
});
