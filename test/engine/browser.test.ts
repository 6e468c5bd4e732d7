// The engine's entry for browsers: bundled for one it asks for nothing of Node, and says all that the other entry says.
import { build, type Metafile } from 'esbuild';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

const src = join(import.meta.dirname, '../../packages/engine/src');
let metafile: Metafile;
let unresolved: readonly string[];

beforeAll(async () => {
  const asked: string[] = [];
  ({ metafile } = await build({
    entryPoints: [join(src, 'browser.ts')],
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2023',
    conditions: ['source'],
    metafile: true,
    write: false,
    outdir: 'out',
    logLevel: 'silent',
    plugins: [
      {
        name: 'what a browser does not have',
        setup: (bundler) => {
          bundler.onResolve({ filter: /^(node:|@duckdb\/)/ }, ({ path, importer }) => {
            asked.push(`${importer.replace(src, '')} imports ${path}`);
            return { path, external: true };
          });
        },
      },
    ],
  }));
  unresolved = asked;
});

test('nothing of Node is asked for, and no database is bundled', () => {
  expect(unresolved).toEqual([]);
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.some((path) => path.endsWith('engine/src/reference/evaluate-reference.ts'))).toBe(true);
  expect(inputs.filter((path) => /execute\/(duckdb|prepare-data|data-fingerprint)\.ts$/.test(path))).toEqual([]);
});

test('the entry stays small enough to be loaded at once', () => {
  const entry = Object.entries(metafile.outputs).find(([path]) => path.endsWith('browser.js'));
  expect(entry?.[1].bytes).toBeLessThan(1_200_000);
});
