// What the engine worker has open: the definitions, the data, and who computes over it.
import { parseAgain, type Diagnostic, type Graph, type ProjectMemory, type SourceFile } from '@sextant/parser';
import type { DuckDbFiles } from '../duckdb/start-duckdb.js';
import { makeLibraryFiles } from '../language/library-files.js';
import type { EngineChoice, EngineName } from '../state/app-state.js';
import type { Finding } from '../state/views.js';
import { makeDatabase, type Database } from './database.js';
import { makeDataStore, type DataStore } from './data-store.js';
import { findingsOf } from './findings.js';
import type { Answered, OpenParams } from './methods.js';

export interface World {
  readonly graph: () => Graph;
  readonly files: () => readonly SourceFile[];
  readonly store: DataStore;
  readonly database: () => Database;
  readonly open: (params: OpenParams) => Promise<void>;
  /** Other definitions, with the libraries that they use. */
  readonly withLibraries: (files: readonly SourceFile[]) => Promise<readonly SourceFile[]>;
  readonly findings: (diagnostics: readonly Diagnostic[]) => readonly Finding[];
  /** Who computes over these datasets. */
  readonly engineFor: (choice: EngineChoice, datasets: Iterable<string>) => EngineName;
}

/** Up to so many bytes of files the reference evaluator answers before DuckDB would have been loaded. */
export const SMALL = 8_000_000;

export function makeWorld(): World {
  let files: readonly SourceFile[] = [];
  let given: readonly SourceFile[] = [];
  const [libraryFiles, otherLibraries] = [makeLibraryFiles(), makeLibraryFiles()];
  let memory: ProjectMemory | null = null;
  let graph = parseAgain([], null).value;
  let database: Database | null = null;
  let duckDb: DuckDbFiles = { worker: '', wasm: '' };
  const store = makeDataStore();
  return {
    graph: () => graph,
    files: () => files,
    store,
    database: () => {
      database ??= makeDatabase(duckDb, store);
      return database;
    },
    withLibraries: async (others) => [...others, ...(await otherLibraries.of(others, given))],
    open: async (params) => {
      ({ duckDb } = params);
      given = params.libraries;
      files = [...params.files, ...(await libraryFiles.of(params.files, given))];
      const parsed = parseAgain(files, memory);
      ({ memory } = parsed);
      graph = parsed.value;
      if (params.data !== null) store.setFiles(params.data);
    },
    findings: (diagnostics) => findingsOf(diagnostics, files),
    engineFor: (choice, datasets) => {
      if (choice !== 'auto') return choice;
      return store.located(graph, datasets).bytes <= SMALL ? 'reference' : 'duckdb';
    },
  };
}

export function refused<T>(world: World, diagnostics: readonly Diagnostic[], started: number): Answered<T> {
  return {
    value: null,
    findings: world.findings(diagnostics),
    engine: null,
    milliseconds: performance.now() - started,
  };
}
