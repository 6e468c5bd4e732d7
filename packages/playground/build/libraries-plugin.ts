// The standard library as modules: each library is one file of the build, fetched when a project uses it; the heads of all are another.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const FOLDER = join(import.meta.dirname, '../../std');
const LIST = 'virtual:libraries';
const HEADS = 'virtual:library-heads';
const ONE = 'virtual:library/';
const HEAD = 'kpi.library.yaml';

export function librariesPlugin(): Plugin {
  return {
    name: 'libraries',
    resolveId: (id) => (id === LIST || id === HEADS || id.startsWith(ONE) ? `\0${id}` : null),
    load(id) {
      if (id === `\0${LIST}`) {
        const entries = names().map((name) => `'std/${name}': () => import('${ONE}${name}')`);
        return [
          `export const libraries = { ${entries.join(', ')} };`,
          `export const heads = () => import('${HEADS}');`,
        ].join('\n');
      }
      if (id === `\0${HEADS}`) return filesModule(names().map((name) => read(name, HEAD)));
      if (!id.startsWith(`\0${ONE}`)) return null;
      const name = id.slice(ONE.length + 1);
      const paths = readdirSync(join(FOLDER, name)).filter((path) => path.endsWith('.yaml'));
      for (const path of paths) this.addWatchFile(join(FOLDER, name, path));
      return filesModule(paths.sort().map((path) => read(name, path)));
    },
  };
}

function names(): readonly string[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => name)
    .sort();
}

function read(name: string, path: string): { readonly path: string; readonly text: string } {
  return { path: `std/${name}/${path}`, text: readFileSync(join(FOLDER, name, path), 'utf8') };
}

function filesModule(files: readonly { readonly path: string; readonly text: string }[]): string {
  return `export const files = JSON.parse(${JSON.stringify(JSON.stringify(files))});`;
}
