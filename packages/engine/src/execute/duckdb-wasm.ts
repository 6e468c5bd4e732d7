// The DuckDB of a browser as an executor: in memory, one statement at a time, without extensions, without a network.
import type { ArrowReader } from './arrow.js';
import type { DuckDbExecutor } from './duckdb-executor.js';
import { executionError, isExecutionError } from './execution-error.js';
import { oneStatement } from './one-statement.js';
import { readArrow } from './read-arrow.js';

/** What is used of `AsyncDuckDB`, which the caller has started in its worker. */
export interface WasmDatabase {
  open(config: WasmConfig): Promise<void>;
  connect(): Promise<WasmConnection>;
  /** Takes the bytes away from the caller. */
  registerFileBuffer(name: string, bytes: Uint8Array): Promise<void>;
  dropFile(name: string): Promise<unknown>;
}

interface WasmConfig {
  readonly path: string;
  readonly query: { readonly castDecimalToDouble: false; readonly castBigIntToDouble: false };
}

/** What is used of `AsyncDuckDBConnection`. */
export interface WasmConnection {
  send(sql: string, allowStreamResult?: boolean): Promise<ArrowReader>;
  cancelSent(): Promise<boolean>;
  close(): Promise<void>;
}

export interface WasmOptions {
  /** Runs around every statement: for showing what is under way. */
  readonly around?: <T>(statement: () => Promise<T>) => Promise<T>;
}

export interface WasmExecutor extends DuckDbExecutor {
  /** Gives a file to the database; the path is what statements name it by. */
  register(name: string, bytes: Uint8Array): Promise<string>;
  /** Takes a file away again. */
  drop(path: string): Promise<void>;
}

/** Files are registered below it, and no statement can read anything else. */
const FOLDER = '/sextant/';

/**
 * Extensions come first: the first use of one that is not there would ask the network for it, and without one break the module.
 * Time zones are an extension too, so that no statement may ever convert one.
 */
const SETTINGS: readonly string[] = [
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  `SET allowed_directories = ['${FOLDER}']`,
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

/** Statements that give rows. */
const QUERIES: ReadonlySet<string> = new Set(['SELECT', 'WITH', 'DESCRIBE', '(']);

/** Opens a new database in the module, in the place of whatever was open there. It is sealed from the first statement on. */
export async function openDuckDbWasm(database: WasmDatabase, options: WasmOptions = {}): Promise<WasmExecutor> {
  await database.open({ path: ':memory:', query: { castDecimalToDouble: false, castBigIntToDouble: false } });
  const connection = await database.connect();
  let running = false;
  let cancelled = false;
  let closed = false;
  let registered = 0;
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(async () => {
      if (closed) throw executionError('refused', 'the engine is closed');
      running = true;
      cancelled = false;
      try {
        const value = await (options.around === undefined ? work() : options.around(work));
        if (cancelled) throw interrupted();
        return value;
      } catch (error) {
        throw cancelled ? interrupted(error) : asExecutionError(error);
      } finally {
        running = false;
      }
    });
    last = turn.catch(() => undefined);
    return turn;
  };
  const send = async (sql: string): Promise<ArrowReader> => {
    const reader = await connection.send(sql, true);
    if (cancelled) throw interrupted();
    return reader;
  };
  const runNow = async (sql: string): Promise<void> => {
    await readArrow(await send(sql), () => cancelled);
  };
  const interrupt = (): void => {
    if (!running) return;
    cancelled = true;
    // Where nothing was sent yet, the turn sees for itself that it is over.
    connection.cancelSent().catch(() => undefined);
  };

  for (const setting of SETTINGS) await inTurn(() => runNow(setting));
  return {
    query: (sql) =>
      inTurn(async () => {
        const first = statementOf(sql);
        if (!QUERIES.has(first)) throw executionError('refused', 'the statement is not a query');
        return readArrow(await send(sql), () => cancelled);
      }),
    run: (sql) =>
      inTurn(async () => {
        statementOf(sql);
        await runNow(sql);
      }),
    seal: () => Promise.reject(executionError('refused', 'the engine was sealed before')),
    isSealed: () => true,
    interrupt,
    register: (name, bytes) =>
      inTurn(async () => {
        registered += 1;
        const path = `${FOLDER}${registered}.${name.replaceAll(/[^A-Za-z0-9]/g, '_')}`;
        await database.registerFileBuffer(path, bytes.slice());
        return path;
      }),
    drop: (path) =>
      inTurn(async () => {
        await database.dropFile(path);
      }),
    close: async () => {
      if (closed) return;
      closed = true;
      interrupt();
      await last;
      await connection.close();
    },
  };
}

function statementOf(sql: string): string {
  const first = oneStatement(sql);
  if (first === null) throw executionError('refused', 'the text is not one statement');
  return first;
}

function interrupted(cause?: unknown): Error {
  return executionError('interrupted', 'the query was interrupted', cause);
}

function asExecutionError(error: unknown): unknown {
  if (isExecutionError(error)) return error;
  return executionError('failed', error instanceof Error ? error.message : String(error), error);
}
