// The two programs of the extension, each in one file: what runs in the editor, and the language server.
import { join } from 'node:path';
import { build } from 'esbuild';

const here = join(import.meta.dirname, '..');
const root = join(here, '../..');

export interface Bundle {
  /** By path in the extension. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** All files that the programs are made of, relative to the repository. */
  readonly inputs: readonly string[];
  /** Modules that are left to be found when a program runs, by program. */
  readonly externals: Readonly<Record<string, readonly string[]>>;
}

export async function bundle(): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { extension: join(here, 'src/extension.ts'), server: join(here, 'src/server.ts') },
    outdir: join(here, 'dist'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    // That of the oldest editor that the manifest allows.
    target: 'node20.9',
    conditions: ['source'],
    // The sources are modules; the programs are not.
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
    // Its ESM, of which only what is used is kept; the build for Node is CommonJS.
    alias: { yaml: join(root, 'packages/parser/node_modules/yaml/browser/index.js') },
    external: ['vscode'],
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const externals = Object.entries(metafile.outputs).map(([path, { imports }]) => [
    path.slice(path.lastIndexOf('/') + 1),
    imports.filter(({ external }) => external === true).map((one) => one.path),
  ]);
  return {
    files: Object.fromEntries(
      outputFiles.map(({ path, contents }) => [`dist/${path.slice(path.lastIndexOf('/') + 1)}`, contents]),
    ),
    inputs: Object.keys(metafile.inputs),
    externals: Object.fromEntries(externals) as Bundle['externals'],
  };
}
