// Operators that make contexts: states are read at an instant, weeks shift by weeks, buckets nest.
import { aimFormulas } from '../graph/aim-formulas.js';
import type { Graph } from '../graph/graph.js';
import { contextProblemDiagnostic } from '../types/context-errors.js';
import { contextProblems, UNKNOWN_CONTEXT, type ContextWorld, type OuterContext } from '../types/context-problems.js';
import { CONTEXTUAL, hasKind } from '../types/has-kind.js';
import { spanInScalar } from '../yaml/tree.js';
import type { Rule } from './rule.js';

/** A KPI is asked for a period: several instants lie in it. */
const IN_A_PERIOD: OuterContext = { ...UNKNOWN_CONTEXT, spans: true };

export const contextOperators: Rule = {
  name: 'context-operators',
  metric({ formula, def }, graph, report) {
    // In a context that is not known, only what the formula makes itself can be wrong.
    if (!hasKind(formula, CONTEXTUAL)) return;
    for (const problem of contextProblems(formula, UNKNOWN_CONTEXT, contextWorldOf(graph)))
      report(contextProblemDiagnostic(problem, spanInScalar(def.formula, problem.range.start, problem.range.end)));
  },
  check(graph, report) {
    const world = contextWorldOf(graph);
    for (const kpi of graph.kpis.values()) {
      const { formula, def } = kpi;
      const period: OuterContext = { ...IN_A_PERIOD, level: kpi.every };
      for (const { node, typed } of aimFormulas(kpi)) {
        for (const problem of contextProblems(typed, period, world))
          report(contextProblemDiagnostic(problem, spanInScalar(node, problem.range.start, problem.range.end)));
      }
      if (formula === null) continue;
      const node = def.formula;
      for (const problem of contextProblems(formula, period, world)) {
        const span =
          node === null
            ? (def.metric?.span ?? def.name.span)
            : spanInScalar(node, problem.range.start, problem.range.end);
        report(contextProblemDiagnostic(problem, span));
      }
    }
  },
};

export function contextWorldOf(graph: Graph): ContextWorld {
  return {
    metric: (name) => graph.metrics.get(name) ?? null,
    dataset: (name) => graph.datasets.get(name) ?? null,
    kpi: (name) => graph.kpis.get(name) ?? null,
    fiscalYearStarts: graph.project.fiscalYearStarts,
  };
}
