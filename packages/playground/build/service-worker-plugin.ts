// The service worker is told at build time what belongs to the page, so that all of it is there without a network.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformWithOxc, type Plugin } from 'vite';

const SOURCE = join(import.meta.dirname, '../service-worker/sw.ts');
const PUBLIC = join(import.meta.dirname, '../public');

/** What is large and not everybody needs is kept when it was fetched once. */
const ON_DEMAND = /duckdb-.*eh|trailhead/;

export function serviceWorkerPlugin(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const hash = createHash('sha256');
      const paths = ['./', 'theme.js', 'icon.svg'];
      const rest = { paths: [] as string[], bytes: 0 };
      for (const name of readdirSync(PUBLIC).sort()) hash.update(readFileSync(join(PUBLIC, name)));
      for (const [path, output] of Object.entries(bundle).sort(([a], [b]) => (a < b ? -1 : 1))) {
        const content = output.type === 'chunk' ? output.code : output.source;
        hash.update(path).update(content);
        if (ON_DEMAND.test(path)) {
          rest.paths.push(path);
          rest.bytes += content.length;
        } else if (path !== 'index.html') paths.push(path);
      }
      const { code } = await transformWithOxc(readFileSync(SOURCE, 'utf8'), 'sw.ts');
      const source = code
        .replace('__VERSION__', JSON.stringify(hash.digest('hex').slice(0, 16)))
        .replace('__PATHS__', JSON.stringify(paths))
        .replaceAll('__REST__', JSON.stringify(rest));
      this.emitFile({ type: 'asset', fileName: 'sw.js', source });
    },
  };
}
