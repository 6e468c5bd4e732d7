// The tree behind a number and the reasons of its change, over data that is opened for it.
import type { Graph, Outcome } from '@sextant/parser';
import { datasetsForExplanation } from './datasets-for-explanation.js';
import { explainIn } from './explain-in.js';
import { checkRequest } from './explain/check-request.js';
import type { Explanation } from './explain/explanation.js';
import type { ExplainRequest } from './explain/request.js';
import { openSession, type SessionOptions } from './open-session.js';

/** Opens the data that the explanation needs, and closes it again. */
export async function explainNumber(
  graph: Graph,
  request: ExplainRequest,
  options: SessionOptions,
): Promise<Outcome<Explanation | null>> {
  const checked = checkRequest(graph, request);
  if (checked.value === null) return { value: null, diagnostics: checked.diagnostics };
  const opened = await openSession(graph, {
    ...options,
    datasets: options.datasets ?? datasetsForExplanation(graph, checked.value),
  });
  const before = [...checked.diagnostics, ...opened.diagnostics];
  if (opened.value === null) return { value: null, diagnostics: before };
  try {
    const explained = await explainIn(opened.value, checked.value);
    return { value: explained.value, diagnostics: [...before, ...explained.diagnostics] };
  } finally {
    await opened.value.executor.close();
  }
}
