// Who answers the worked cases: each must give the same exact texts.
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

export const executors: readonly CaseExecutor[] = [reference];
