// The pages about diagnostic codes as one module, fetched when somebody asks for one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const FOLDER = join(import.meta.dirname, '../../../docs/errors');
const NAME = 'virtual:error-pages';

export function errorPagesPlugin(): Plugin {
  return {
    name: 'error-pages',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null;
      const pages = Object.fromEntries(
        readdirSync(FOLDER)
          .filter((name) => /^KPI\d{4}\.md$/.test(name))
          .sort()
          .map((name) => [name.replace(/\.md$/, ''), readFileSync(join(FOLDER, name), 'utf8')]),
      );
      return `export const pages = JSON.parse(${JSON.stringify(JSON.stringify(pages))});`;
    },
  };
}
