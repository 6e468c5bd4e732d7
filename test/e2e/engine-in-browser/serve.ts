// A page with the engine in it, on a small server of its own: the bundle, DuckDB's worker, and its module gzipped.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const HERE = import.meta.dirname;
const DUCKDB = join(HERE, '../../../packages/playground/node_modules/@duckdb/duckdb-wasm/dist');

const PAGE = `<!doctype html><title>The engine</title><script type="module">
  const worker = new Worker('engine/worker.js', { type: 'module' });
  const waiting = new Map();
  let last = 0;
  worker.onmessage = ({ data: { id, value, error } }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) resolve(value);
    else reject(new Error(error));
  };
  globalThis.engine = (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, method, params });
    });
</script>`;

export interface Server {
  readonly address: string;
  readonly close: () => Promise<void>;
}

export async function serveEngine(): Promise<Server> {
  const files = new Map<string, { readonly type: string; readonly content: string | Uint8Array }>([
    ['/', { type: 'text/html', content: PAGE }],
    [
      '/duckdb.worker.js',
      { type: 'text/javascript', content: readFileSync(join(DUCKDB, 'duckdb-browser-eh.worker.js')) },
    ],
    [
      '/duckdb.wasm.gz',
      { type: 'application/gzip', content: gzipSync(readFileSync(join(DUCKDB, 'duckdb-eh.wasm')), { level: 1 }) },
    ],
  ]);
  const { outputFiles } = await build({
    entryPoints: [join(HERE, 'worker.mjs')],
    outdir: '/engine',
    bundle: true,
    // In one piece: what a page fetches later it cannot have without a network.
    splitting: false,
    platform: 'browser',
    format: 'esm',
    target: 'es2023',
    conditions: ['source'],
    write: false,
    logLevel: 'warning',
  });
  for (const { path, contents } of outputFiles) files.set(path, { type: 'text/javascript', content: contents });
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': file.type }).end(file.content);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
