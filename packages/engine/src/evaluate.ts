// One question over the files of a project: the data is opened, asked and closed again.
import type { Graph, Outcome } from '@sextant/parser';
import { askChecked } from './ask.js';
import { openSession, type SessionOptions } from './open-session.js';
import { datasetsNeeded } from './plan/datasets-needed.js';
import { checkQuestion } from './question/check-question.js';
import type { Question } from './question/question.js';
import type { Result } from './result/result.js';

/** Opens the data that a question needs, answers it, and closes the data again. */
export async function evaluate(
  graph: Graph,
  question: Question,
  options: SessionOptions,
): Promise<Outcome<Result | null>> {
  const checked = checkQuestion(graph, question);
  if (checked.value === null) return { value: null, diagnostics: checked.diagnostics };
  const opened = await openSession(graph, {
    ...options,
    datasets: options.datasets ?? datasetsNeeded(graph, checked.value),
  });
  const before = [...checked.diagnostics, ...opened.diagnostics];
  if (opened.value === null) return { value: null, diagnostics: before };
  try {
    const answered = await askChecked(opened.value, checked.value);
    return { value: answered.value, diagnostics: [...before, ...answered.diagnostics] };
  } finally {
    await opened.value.executor.close();
  }
}
