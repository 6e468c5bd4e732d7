// Data that is ready to be asked: one relation per dataset, whose columns are the stored fields in their declared types.
import type { Dataset, Graph } from '@sextant/parser';
import type { Executor } from './executor.js';
import type { DataFile } from './sources/locate-files.js';
import type { Part } from './sources/part.js';
import type { Source } from './sources/source.js';

export interface PreparedData {
  readonly executor: Executor;
  readonly graph: Graph;
  /** By name; without the datasets that could not be read. */
  readonly datasets: ReadonlyMap<string, PreparedDataset>;
}

export interface PreparedDataset {
  readonly dataset: Dataset;
  /** SQL of the relation: `"data"."orders"`. */
  readonly relation: string;
  /** Parquet and tables are read where they lie; text is read once. */
  readonly form: 'view' | 'table';
  readonly source: Source;
  readonly parts: readonly Part[];
  /** Empty for given rows. */
  readonly files: readonly DataFile[];
}
