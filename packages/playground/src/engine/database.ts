// DuckDB with the data of the project: started when it is first needed, filled with what is asked for.
import { openDuckDbWasm, openGiven, type GivenFile, type Session, type WasmExecutor } from '@sextant/engine/browser';
import type { Diagnostic, Graph, Outcome } from '@sextant/parser';
import { startDuckDb, type DuckDbFiles } from '../duckdb/start-duckdb.js';
import type { Call } from '../rpc/server.js';
import { bytesOf, isError, type DataStore } from './data-store.js';

export interface Database {
  /** The value is null where the data breaks a declaration that numbers rest on. */
  session(graph: Graph, datasets: Iterable<string>, call: Call): Promise<Outcome<Session | null>>;
  executor(call: Call): Promise<WasmExecutor>;
  /** Tests put rows of their own in the place of the data. */
  forget(): void;
}

interface Opened {
  readonly graph: Graph;
  readonly keys: ReadonlyMap<string, string>;
  readonly outcome: Outcome<Session | null>;
}

export function makeDatabase(files: DuckDbFiles, store: DataStore): Database {
  let started: WasmExecutor | null = null;
  let opened: Opened | null = null;

  const executor = async (call: Call): Promise<WasmExecutor> => {
    if (started !== null) return started;
    const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
    call.progress({ doing: 'loading DuckDB', share: 0 });
    const database = await startDuckDb(files, {
      signal: call.signal,
      onBytes: (received, total) =>
        call.progress({
          doing: `loading DuckDB (${megabytes(received)}${total === null ? '' : ` of ${megabytes(total)}`} MB)`,
          share: total === null ? null : received / total,
        }),
    });
    call.progress({ doing: 'starting DuckDB', share: null });
    started = await openDuckDbWasm(database);
    return started;
  };

  return {
    executor,
    forget: () => {
      opened = null;
    },
    session: async (graph, datasets, call) => {
      const wanted = store.located(graph, datasets);
      const known = opened;
      const has = (name: string, key: string): boolean => known?.keys.get(name) === key;
      if (known !== null && known.graph === graph && [...wanted.keys].every(([name, key]) => has(name, key)))
        return withMissing(known.outcome, wanted.diagnostics);
      const database = await executor(call);
      const interrupt = (): void => database.interrupt();
      call.signal.addEventListener('abort', interrupt);
      try {
        // What was loaded before stays loaded, as long as it is what it was.
        const before = [...(known?.keys.keys() ?? [])].filter((name) => graph.datasets.has(name));
        const all = store.located(graph, new Set([...before, ...datasets]));
        const given = new Map<string, readonly GivenFile[]>();
        let done = 0;
        for (const [name, own] of all.found) {
          call.progress({ doing: `reading ${name}`, share: done / Math.max(1, all.found.size) });
          given.set(name, await bytesOf(own));
          done += 1;
        }
        call.progress({ doing: 'loading the data into DuckDB', share: null });
        const outcome = await openGiven(graph, database, given);
        opened = { graph, keys: all.keys, outcome };
        call.progress({ doing: 'computing', share: null });
        return withMissing(outcome, wanted.diagnostics);
      } finally {
        call.signal.removeEventListener('abort', interrupt);
      }
    },
  };
}

function withMissing(outcome: Outcome<Session | null>, missing: readonly Diagnostic[]): Outcome<Session | null> {
  const diagnostics = [...missing, ...outcome.diagnostics];
  return { value: missing.some(isError) ? null : outcome.value, diagnostics };
}
