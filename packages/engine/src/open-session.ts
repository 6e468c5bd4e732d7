// The data of a project on a disk, opened for questions: a sealed database, checked against the declarations.
import { applyIgnores, applySeverities, type Diagnostic, type Graph, type Outcome } from '@sextant/parser';
import { checkData } from './execute/check-data.js';
import { dataFingerprint } from './execute/data-fingerprint.js';
import { openDuckDb } from './execute/duckdb.js';
import type { Executor } from './execute/executor.js';
import { prepareData } from './execute/prepare-data.js';
import type { PreparedData } from './execute/prepared-data.js';
import { sessionOver, type Session } from './session.js';

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
