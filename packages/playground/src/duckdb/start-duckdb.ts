// Starts DuckDB in a worker of its own, from files that lie beside the page: nothing is fetched from anywhere else.
import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';

/** Addresses, relative to the page or worker that starts the database. */
export interface DuckDbFiles {
  readonly worker: string;
  /** The module, gzipped: 8 MB instead of 36, on any server. */
  readonly wasm: string;
}

export interface StartOptions {
  /** Bytes that have come, and how many there are; null where the server does not say. */
  readonly onBytes?: (received: number, total: number | null) => void;
  readonly signal?: AbortSignal;
}

/** Rejects where the files cannot be had. `terminate()` of what comes back ends the worker. */
export async function startDuckDb(files: DuckDbFiles, options: StartOptions = {}): Promise<AsyncDuckDB> {
  const [{ AsyncDuckDB, VoidLogger }, module] = await Promise.all([
    import('@duckdb/duckdb-wasm'),
    fetchModule(files.wasm, options),
  ]);
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(files.worker));
  const address = URL.createObjectURL(module);
  try {
    await database.instantiate(address);
    return database;
  } catch (error) {
    await database.terminate();
    throw error;
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function fetchModule(address: string, { onBytes, signal }: StartOptions): Promise<Blob> {
  const response = await fetch(address, signal === undefined ? {} : { signal }).catch((error: unknown) => {
    if (signal?.aborted === true) throw error;
    throw new Error('DuckDB could not be fetched; is there a network?', { cause: error });
  });
  if (!response.ok || response.body === null) throw new Error(`the database cannot be loaded (${response.status})`);
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  const total = Number.isFinite(length) && !response.headers.has('content-encoding') ? length : null;
  const chunks: BlobPart[] = [];
  let received = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    received += value.byteLength;
    onBytes?.(received, total);
  }
  const packed = new Blob(chunks);
  // A server may unpack it by itself, and say so or not: what it is shows in its first bytes.
  const [first, second] = new Uint8Array(await packed.slice(0, 2).arrayBuffer());
  const isPacked = first === 0x1f && second === 0x8b;
  const stream = isPacked ? packed.stream().pipeThrough(new DecompressionStream('gzip')) : packed.stream();
  // Named so, it is compiled while it comes.
  return new Response(stream, { headers: { 'content-type': 'application/wasm' } }).blob();
}
