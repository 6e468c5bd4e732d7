// What a table file exports: a name, a header and its rows, made one by one so that the largest need no memory.
import type { Cell } from './cells.js';
import type { World } from './world.js';

export interface Table {
  /** Path below the data folder, without `.csv`. */
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: (world: World) => Iterable<readonly Cell[]>;
}
