// The SQL that a question would run, over data that is opened for it.
import type { Graph, Outcome } from '@sextant/parser';
import { openSession, type SessionOptions } from './open-session.js';
import { datasetsNeeded } from './plan/datasets-needed.js';
import { checkQuestion } from './question/check-question.js';
import type { Question } from './question/question.js';
import { sqlOf } from './sql-in.js';

export async function explainSql(
  graph: Graph,
  question: Question,
  options: SessionOptions,
): Promise<Outcome<string | null>> {
  const checked = checkQuestion(graph, question);
  if (checked.value === null) return { value: null, diagnostics: checked.diagnostics };
  const opened = await openSession(graph, {
    ...options,
    datasets: options.datasets ?? datasetsNeeded(graph, checked.value),
  });
  const diagnostics = [...checked.diagnostics, ...opened.diagnostics];
  if (opened.value === null) return { value: null, diagnostics };
  try {
    return { value: await sqlOf(opened.value, checked.value), diagnostics };
  } finally {
    await opened.value.executor.close();
  }
}
