// Makes the published command: dist/kpi.mjs, chunks that load when a command needs them, and what `explain` and `demo` show.
// `--out DIR` puts it elsewhere; `--site DIR` says where the page of `kpi playground` was built.
import { build } from 'esbuild';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { noticesOf, noticesText } from '../../build/third-party-notices.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const out = resolve(option('--out') ?? join(here, 'dist'));

// Only what an earlier build made: the compiler keeps its own output in the same folder.
for (const name of existsSync(out) ? readdirSync(out) : []) {
  if (
    name.endsWith('.mjs') ||
    name === 'errors' ||
    name === 'schemas' ||
    name === 'std' ||
    name === 'demo' ||
    name === 'playground'
  )
    rmSync(join(out, name), { recursive: true });
}

const { metafile } = await build({
  entryPoints: { kpi: join(here, 'src/entry.ts') },
  outdir: out,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'kpi-[name]-[hash]',
  bundle: true,
  minify: true,
  // Function names are all that a stack of a bug report has.
  keepNames: false,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['source'],
  // Its ESM, of which only what is used is kept; the build for Node is CommonJS.
  alias: { yaml: join(root, 'packages/parser/node_modules/yaml/browser/index.js') },
  // A native library: npm puts the one for the machine beside the command.
  external: ['@duckdb/node-api'],
  // The library of the language server is CommonJS, which asks for Node's own modules while it runs.
  banner: {
    js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
  },
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});

cpSync(join(root, 'docs/errors'), join(out, 'errors'), { recursive: true });
cpSync(join(root, 'schemas'), join(out, 'schemas'), { recursive: true });
cpSync(join(root, 'packages/std'), join(out, 'std'), {
  recursive: true,
  filter: (path) => !path.includes('node_modules') && !path.endsWith('package.json'),
});
writeFileSync(join(out, 'THIRD-PARTY-NOTICES.txt'), noticesText(noticesOf('packages/cli', ['@duckdb/node-api'])));
const demo = join(out, 'demo');
mkdirSync(demo, { recursive: true });
const example = join(root, 'examples/trailhead');
for (const name of readdirSync(example)) {
  if (name === 'data' || name.endsWith('.yaml')) cpSync(join(example, name), join(demo, name), { recursive: true });
}

// The page of `kpi playground`, where it was built.
const site = resolve(option('--site') ?? join(root, 'packages/playground/dist/site'));
if (existsSync(site)) cpSync(site, join(out, 'playground'), { recursive: true });

if (process.argv.includes('--sizes')) {
  for (const [file, { bytes, inputs }] of Object.entries(metafile.outputs)) {
    const largest = Object.entries(inputs)
      .toSorted(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput)
      .slice(0, 12)
      .map(([path, { bytesInOutput }]) => `    ${bytesInOutput} ${path.replace(/^.*node_modules\//, '')}`);
    process.stdout.write(`${bytes} ${file}\n${largest.join('\n')}\n`);
  }
}

function option(name) {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}
