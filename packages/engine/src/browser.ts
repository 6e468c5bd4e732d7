// The engine in a browser: all of it that needs no disk and no native database, and what reads files that a person hands over.
export * from './anywhere.js';
export {
  openDuckDbWasm,
  type WasmConnection,
  type WasmDatabase,
  type WasmExecutor,
  type WasmOptions,
} from './execute/duckdb-wasm.js';
export { draftDataset, type Draft, type DraftColumn, type Drafted, type DraftOptions } from './draft/draft-dataset.js';
export { filesByDataset } from './memory/files-of.js';
export type { GivenFile } from './memory/given-file.js';
export { prepareDataset, prepareDatasetRows, prepareFiles } from './memory/prepare-files.js';
export { readFiles } from './memory/read-files.js';
export { openGiven } from './open-given.js';
export { askRows, openRows } from './open-rows.js';
