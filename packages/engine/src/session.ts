// Data that is open for questions: a database with the datasets of a project, checked against their declarations.
import type { Diagnostic, Graph } from '@sextant/parser';
import type { LoadedRows } from './execute/load-rows.js';
import type { Executor } from './execute/executor.js';
import { relationFacts, type RelationFacts } from './execute/relation-facts.js';
import type { PreparedData } from './execute/prepared-data.js';
import type { Point } from './calendar/window.js';
import type { CalendarRow } from './levels/levels.js';
import type { Snapshot } from './plan/facts.js';

export interface Session {
  readonly graph: Graph;
  readonly executor: Executor;
  readonly data: PreparedData;
  /** What the relations are like; null where nobody looked. */
  readonly relations: RelationFacts | null;
  /** The data was checked, and no reference in it leads to a row that is not there. */
  readonly soundReferences: boolean;
  /** Facts of the data that plans asked for so far. */
  readonly remembered: RememberedFacts;
}

export interface RememberedFacts {
  readonly history: Map<string, Point | null>;
  readonly snapshots: Map<string, readonly Snapshot[]>;
  readonly calendars: Map<string, readonly CalendarRow[]>;
  /** By dataset: the latest time of its rows. */
  readonly lastSeen: Map<string, LastSeen>;
  /** Rows whose time has no value, by dataset and time. */
  readonly timeless: Map<string, number>;
  /** The rows themselves, once a question needed them; one entry. */
  readonly rows: Map<'all', LoadedRows>;
}

/** `never` where there are no rows. */
export type LastSeen = Point | 'never' | 'unknown';

/** A session over data that is prepared already; `checked` is what its checks found, null where there were none. */
export async function sessionOver(
  graph: Graph,
  executor: Executor,
  data: PreparedData,
  checked: readonly Diagnostic[] | null = null,
): Promise<Session> {
  return {
    graph,
    executor,
    data,
    relations: await relationFacts(data),
    soundReferences: checked?.every((one) => !isError(one) && one.code !== DANGLING) === true,
    remembered: {
      history: new Map(),
      snapshots: new Map(),
      calendars: new Map(),
      lastSeen: new Map(),
      timeless: new Map(),
      rows: new Map(),
    },
  };
}

/** A reference to a row that is not there. */
const DANGLING = 'KPI7026';

function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error';
}
