// The tree behind a number and the reasons of its change, over data that is opened for it.
import type { Graph, Outcome } from '@sextant/parser';
import { explainIn } from './explain-in.js';
import { askedMetric } from './explain/ask-list.js';
import { checkRequest, type CheckedRequest } from './explain/check-request.js';
import { dimensionsOf } from './explain/dimensions.js';
import { planExplanation } from './explain/explain.js';
import type { Explanation } from './explain/explanation.js';
import type { ExplainRequest } from './explain/request.js';
import { openSession, type SessionOptions } from './open-session.js';
import { datasetsNeeded } from './plan/datasets-needed.js';
import type { CheckedQuestion } from './question/question.js';
import { datasetsForScorecard } from './status/datasets-for-scorecard.js';

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
    datasets: options.datasets ?? datasetsOf(graph, checked.value),
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

function datasetsOf(graph: Graph, checked: CheckedRequest): readonly string[] {
  if (checked.holding !== null) return [...graph.datasets.keys()];
  const { asks } = planExplanation(graph, checked);
  const question: CheckedQuestion = { ...checked.question, metrics: asks.metrics() };
  const names = new Set(datasetsNeeded(graph, question));
  if (checked.kpi !== null) for (const name of datasetsForScorecard(graph, [checked.kpi.name])) names.add(name);
  if (checked.versus !== null) {
    const whole = [askedMetric(checked.formula, 0)];
    for (const key of [...checked.by, ...dimensionsOf(graph, checked.formula)])
      for (const name of datasetsNeeded(graph, { ...question, metrics: whole, by: [key] })) names.add(name);
  }
  return [...names];
}
