// Where a KPI is judged: in one period, as a whole or in one of its groups, with the numbers that were asked for it.
import type { LevelBucket } from '../levels/levels.js';
import type { Value } from '../value/value.js';
import type { Amount } from './amount.js';

/** By role; see columns.ts. */
export type Cells = ReadonlyMap<string, Amount>;

export interface Place {
  readonly bucket: LevelBucket;
  readonly cells: Cells;
  /** A value per dimension of `by:`; null: the KPI as a whole. */
  readonly group: readonly Value[] | null;
  /** The numbers of a group of this period, by the text of its one dimension. */
  readonly cellsOfGroup: (group: string) => Cells;
}
