// The native DuckDB as an executor: in memory, one connection, one statement at a time, sealed before the first answer.
import type * as DuckDb from '@duckdb/node-api';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { executionError, isExecutionError } from './execution-error.js';
import type { DuckDbExecutor } from './duckdb-executor.js';
import type { Table } from './executor.js';
import { readTable } from './read-table.js';
import { literalPath, quoteText } from './sources/quote.js';

export interface DuckDbOptions {
  /** `2GB`; default DuckDB's own, 80% of the machine's memory. */
  readonly memoryLimit?: string;
  /** Default: as many as there are cores. */
  readonly threads?: number;
  /** Where what does not fit into memory goes; made only when needed. */
  readonly tempDirectory?: string;
  /** Runs around every statement: only then can an interrupt end something, and only then need anybody listen for one. */
  readonly around?: <T>(statement: () => Promise<T>) => Promise<T>;
}

/** Extensions are never fetched or loaded by themselves, not even before the doors are closed. */
const SETTINGS: Readonly<Record<string, string>> = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
};

export async function openDuckDb(options: DuckDbOptions = {}): Promise<DuckDbExecutor> {
  // Its import takes 130 to 270 ms: only for those who need it.
  const duckdb = await import('@duckdb/node-api');
  const settings: Record<string, string> = {
    ...SETTINGS,
    temp_directory: options.tempDirectory ?? join(tmpdir(), `sextant-${process.pid}`),
    ...(options.memoryLimit === undefined ? {} : { memory_limit: options.memoryLimit }),
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
  };
  const instance = await duckdb.DuckDBInstance.create(':memory:', settings);
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");

  let sealed = false;
  let closed = false;
  let running = false;
  let interrupting: ReturnType<typeof setInterval> | undefined;
  // A streamed result ends where another statement begins, so statements wait for one another.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(async () => {
      if (closed) throw executionError('refused', 'the engine is closed');
      running = true;
      try {
        return await (options.around === undefined ? work() : options.around(work));
      } catch (error) {
        throw asExecutionError(error);
      } finally {
        running = false;
        clearInterval(interrupting);
        interrupting = undefined;
      }
    });
    last = turn.catch(() => undefined);
    return turn;
  };
  // An interrupt that comes before the statement has begun is forgotten by the engine: it is repeated until the turn ends.
  const interrupt = (): void => {
    if (!running) return;
    connection.interrupt();
    interrupting ??= setInterval(() => connection.interrupt(), 5);
  };
  const seal = async (files: readonly string[]): Promise<void> => {
    if (sealed) throw executionError('refused', 'the engine was sealed before');
    sealed = true;
    for (const statement of sealing(files)) await connection.run(statement);
  };

  return {
    query: (sql) =>
      inTurn(async () => {
        if (!sealed) await seal([]);
        return select(connection, sql, duckdb);
      }),
    run: (sql) =>
      inTurn(async () => {
        const statements = await connection.extractStatements(sql);
        if (statements.count !== 1) throw executionError('refused', 'the text holds more than one statement');
        await connection.run(sql);
      }),
    seal: (files) => inTurn(() => seal(files)),
    isSealed: () => sealed,
    interrupt,
    close: async () => {
      if (closed) return;
      closed = true;
      interrupt();
      await last;
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A path with `[` in it is asked for as a pattern that means itself; both must be among the allowed ones. */
function sealing(files: readonly string[]): readonly string[] {
  const paths = files.flatMap((file) => (literalPath(file) === file ? [file] : [file, literalPath(file)]));
  return [
    `SET allowed_paths = [${paths.map(quoteText).join(', ')}]`,
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ];
}

async function select(connection: DuckDb.DuckDBConnection, sql: string, duckdb: typeof DuckDb): Promise<Table> {
  const statements = await connection.extractStatements(sql);
  // A text of several statements would run them all.
  if (statements.count !== 1) throw executionError('refused', 'the text holds more than one statement');
  const prepared = await statements.prepare(0);
  try {
    if (prepared.statementType !== duckdb.StatementType.SELECT) {
      throw executionError('refused', 'the statement is not a query');
    }
    return await readTable(await prepared.stream(), duckdb.DuckDBTypeId);
  } finally {
    prepared.destroySync();
  }
}

function asExecutionError(error: unknown): unknown {
  if (isExecutionError(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  const kind = /^(INTERRUPT|Interrupt)/.test(message) ? 'interrupted' : 'failed';
  return executionError(kind, kind === 'interrupted' ? 'the query was interrupted' : message, error);
}
