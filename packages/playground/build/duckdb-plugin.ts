// DuckDB as files of the page: its worker, and its module gzipped, since not every server packs what it sends.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const ID = 'virtual:duckdb';
const require = createRequire(import.meta.url);

interface File {
  /** Names end in the hash of what they hold, so that they can be kept for good. */
  readonly name: string;
  readonly content: () => Uint8Array;
  readonly type: string;
}

/** `import { files } from 'virtual:duckdb'`: the addresses that `startDuckDb` takes. */
export function duckDbPlugin(): Plugin {
  const worker = file('duckdb-browser-eh.worker.js', 'text/javascript', (content) => content);
  // The smallest is not the soonest: one level less takes a quarter of the time.
  const wasm = file('duckdb-eh.wasm', 'application/gzip', (content) => gzipSync(content, { level: 8 }), '.gz');
  let isBuild = false;
  return {
    name: 'duckdb',
    configResolved: ({ command }) => {
      isBuild = command === 'build';
    },
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      const address = ({ name, content }: File): string => {
        if (!isBuild) return JSON.stringify(`/@duckdb/${name}`);
        const reference = this.emitFile({ type: 'asset', fileName: `assets/${name}`, source: content() });
        return `import.meta.ROLLUP_FILE_URL_${reference}`;
      };
      return `export const files = { worker: ${address(worker)}, wasm: ${address(wasm)} };`;
    },
    configureServer(server) {
      const served = new Map([worker, wasm].map((one) => [`/@duckdb/${one.name}`, one]));
      server.middlewares.use((request, response, next) => {
        const found = served.get(new URL(request.url ?? '/', 'http://localhost').pathname);
        if (found === undefined) next();
        else response.writeHead(200, { 'content-type': found.type }).end(found.content());
      });
    },
  };
}

function file(path: string, type: string, pack: (content: Uint8Array) => Uint8Array, ending = ''): File {
  const content = readFileSync(require.resolve(`@duckdb/duckdb-wasm/dist/${path}`));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const [, stem = path, extension = ''] = /^(.*)(\.[a-z]+)$/.exec(path) ?? [];
  let packed: Uint8Array | null = null;
  return { name: `${stem}-${hash}${extension}${ending}`, type, content: () => (packed ??= pack(content)) };
}
