// The examples as modules: each is one file of the build, fetched when somebody opens it.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';

const HERE = join(import.meta.dirname, '..');
const PREFIX = 'virtual:example/';
const LIST = 'virtual:examples';

/** The small ones lie beside this folder; the whole company is the example of the repository. */
const FOLDERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    readdirSync(join(HERE, 'gallery'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => [name, join(HERE, 'gallery', name)]),
  ),
  trailhead: join(HERE, '../../examples/trailhead'),
};

export function galleryPlugin(): Plugin {
  return {
    name: 'gallery',
    resolveId: (id) => (id === LIST || id.startsWith(PREFIX) ? `\0${id}` : null),
    load(id) {
      if (id === `\0${LIST}`) {
        const entries = Object.keys(FOLDERS).map((name) => `'${name}': () => import('${PREFIX}${name}')`);
        return `export const examples = { ${entries.join(', ')} };`;
      }
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const folder = FOLDERS[id.slice(PREFIX.length + 1)];
      if (folder === undefined) return null;
      const paths = filesBelow(folder).map((path) => relative(folder, path));
      for (const path of paths) this.addWatchFile(join(folder, path));
      const read = (path: string) => ({ path, text: readFileSync(join(folder, path), 'utf8') });
      const files = paths.filter(isDefinition).map(read);
      const data = paths.filter((path) => path.startsWith('data/')).map(read);
      return `export const example = JSON.parse(${JSON.stringify(JSON.stringify({ files, data }))});`;
    },
  };
}

function isDefinition(path: string): boolean {
  return !path.includes('/') && (path === 'kpi.project.yaml' || path.endsWith('.kpi.yaml'));
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (name === 'SHA256SUMS') return [];
      return statSync(path).isDirectory() ? filesBelow(path) : [path];
    });
}
