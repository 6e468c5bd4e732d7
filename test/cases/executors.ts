// Who answers the worked cases: each must give the same exact texts.
import { ask, openDuckDb, prepareRows, sessionOver, type DuckDbExecutor } from '@sextant/engine';
import type { Diagnostic, Graph, Outcome } from '@sextant/parser';
import { checkQuestion } from '../../packages/engine/src/question/check-question.js';
import type { Question } from '../../packages/engine/src/question/question.js';
import { evaluateReference } from '../../packages/engine/src/reference/evaluate-reference.js';
import { rowsFromTexts, type TextRow } from '../../packages/engine/src/reference/rows.js';
import type { Result } from '../../packages/engine/src/result/result.js';

export interface CaseExecutor {
  readonly name: string;
  readonly ask: (
    graph: Graph,
    rows: ReadonlyMap<string, readonly TextRow[]>,
    question: Question,
  ) => Promise<Outcome<Result | null>>;
}

const reference: CaseExecutor = {
  name: 'reference',
  ask: async (graph, texts, question) => {
    const checked = checkQuestion(graph, question);
    const rows = rowsFromTexts(graph, texts);
    const diagnostics: Diagnostic[] = [...checked.diagnostics, ...rows.diagnostics];
    if (checked.value === null) return { value: null, diagnostics };
    return { value: evaluateReference(graph, checked.value, rows.value), diagnostics };
  },
};

/** One connection for all cases: each one's rows take the place of those before. */
let opened: Promise<DuckDbExecutor> | null = null;

const duckdb: CaseExecutor = {
  name: 'DuckDB',
  ask: async (graph, texts, question) => {
    opened ??= openDuckDb({ threads: 1 });
    const executor = await opened;
    const prepared = await prepareRows(executor, graph, texts);
    const asked = await ask(await sessionOver(graph, executor, prepared.value), question);
    return { value: asked.value, diagnostics: [...prepared.diagnostics, ...asked.diagnostics] };
  },
};

export async function closeExecutors(): Promise<void> {
  if (opened !== null) await (await opened).close();
}

export const executors: readonly CaseExecutor[] = [reference, duckdb];
