// The datasets that an explanation reads, known before any data is.
import type { Graph } from '@sextant/parser';
import { askedMetric } from './explain/ask-list.js';
import type { CheckedRequest } from './explain/check-request.js';
import { dimensionsOf } from './explain/dimensions.js';
import { planExplanation } from './explain/explain.js';
import { datasetsNeeded } from './plan/datasets-needed.js';
import type { CheckedQuestion } from './question/question.js';
import { datasetsForScorecard } from './status/datasets-for-scorecard.js';

export function datasetsForExplanation(graph: Graph, checked: CheckedRequest): readonly string[] {
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
