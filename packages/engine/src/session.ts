// Data that is open for questions: a sealed database with the datasets of a project, checked against their declarations.
import { applyIgnores, applySeverities, type Diagnostic, type Graph, type Outcome } from '@sextant/parser';
import { checkData } from './execute/check-data.js';
import { dataFingerprint } from './execute/data-fingerprint.js';
import { openDuckDb } from './execute/duckdb.js';
import type { LoadedRows } from './execute/load-rows.js';
import type { Executor } from './execute/executor.js';
import { prepareData } from './execute/prepare-data.js';
import { relationFacts, type RelationFacts } from './execute/relation-facts.js';
import type { PreparedData } from './execute/prepared-data.js';
import type { Point } from './calendar/window.js';
import type { CalendarRow } from './levels/levels.js';
import type { Snapshot } from './plan/facts.js';

export interface SessionOptions {
  /** The project's folder, absolute. */
  readonly root: string;
  /** The datasets to open; all of them where none are named. */
  readonly datasets?: Iterable<string>;
  /** Paths that a person named for datasets; they may lie outside the project's data folder. */
  readonly extraSources?: Readonly<Record<string, string>>;
  readonly memoryLimit?: string;
  readonly threads?: number;
  /** Remembers data that passed its checks, so that unchanged files are not checked again. */
  readonly passed?: PassedChecks;
  /** Told of the executor as soon as there is one, so that an interrupt can reach it. */
  readonly onOpen?: (executor: Executor) => void;
  /** Runs around every statement of the database. */
  readonly around?: <T>(statement: () => Promise<T>) => Promise<T>;
}

export interface PassedChecks {
  readonly has: (fingerprint: string) => boolean;
  readonly add: (fingerprint: string) => void;
}

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

/** The value is null where the data cannot be opened or breaks a declaration that numbers rest on. The caller closes the executor. */
export async function openSession(graph: Graph, options: SessionOptions): Promise<Outcome<Session | null>> {
  const executor = await openDuckDb({
    ...(options.memoryLimit === undefined ? {} : { memoryLimit: options.memoryLimit }),
    ...(options.threads === undefined ? {} : { threads: options.threads }),
    ...(options.around === undefined ? {} : { around: options.around }),
  });
  options.onOpen?.(executor);
  try {
    const prepared = await prepareData(executor, graph, {
      root: options.root,
      datasets: options.datasets ?? graph.datasets.keys(),
      ...(options.extraSources === undefined ? {} : { extraSources: options.extraSources }),
    });
    const found: Diagnostic[] = [...prepared.diagnostics];
    if (!found.some(isError)) found.push(...(await checkUnknown(prepared.value, options.passed)));
    const diagnostics = applySeverities(applyIgnores(found, graph), graph);
    if (diagnostics.some(isError)) {
      await executor.close();
      return { value: null, diagnostics };
    }
    return { value: await sessionOver(graph, executor, prepared.value, found), diagnostics };
  } catch (error) {
    await executor.close();
    throw error;
  }
}

/** A reference to a row that is not there. */
const DANGLING = 'KPI7026';

function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error';
}

/** Data that is said to be sound by a fingerprint seen before is not read again; data with findings is never remembered. */
async function checkUnknown(data: PreparedData, passed: PassedChecks | undefined): Promise<readonly Diagnostic[]> {
  const fingerprints = passed === undefined ? new Map<string, string | null>() : dataFingerprint(data);
  const unknown = [...data.datasets.keys()].filter((name) => {
    const fingerprint = fingerprints.get(name) ?? null;
    return fingerprint === null || passed?.has(fingerprint) !== true;
  });
  const diagnostics = await checkData(data, unknown);
  if (passed !== undefined && diagnostics.length === 0) {
    for (const name of unknown) {
      const fingerprint = fingerprints.get(name) ?? null;
      if (fingerprint !== null) passed.add(fingerprint);
    }
  }
  return diagnostics;
}
