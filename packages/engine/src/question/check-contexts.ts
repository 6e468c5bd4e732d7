// What a question's window and buckets make of the contexts in its formulas.
import {
  contextProblemDiagnostic,
  contextProblems,
  contextWorldOf,
  type CalendarLevel,
  type Diagnostic,
  type Graph,
  type Typed,
} from '@sextant/parser';

export interface AskedWindow {
  readonly grain: CalendarLevel | null;
  readonly fromDay: number | null;
}

/** Diagnostics point into the source `file`, whose text the formula is. */
export function checkContexts(graph: Graph, formula: Typed, file: string, asked: AskedWindow): readonly Diagnostic[] {
  const openRange = asked.fromDay === null;
  const outer = { level: asked.grain, open: openRange && asked.grain === null, openRange, spans: true };
  return contextProblems(formula, outer, contextWorldOf(graph)).map((problem) =>
    contextProblemDiagnostic(problem, { file, ...problem.range }),
  );
}
