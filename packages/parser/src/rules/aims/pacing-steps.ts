// Pacing by steps leads from nothing at the start to all at the end, and never back.
import type { PacingDef } from '../../shape/definitions.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { shareText } from '../../graph/type-pacing.js';
import { compareFractions, fractionOf, type Fraction } from '../../types/constant-number.js';
import type { Rule } from '../rule.js';
import { stepsOutOfOrder } from './errors.js';

const START: Step = { elapsed: { n: 0n, d: 1n }, expected: { n: 0n, d: 1n } };
const WHOLE: Fraction = { n: 1n, d: 1n };

interface Step {
  readonly elapsed: Fraction;
  readonly expected: Fraction;
}

export const pacingSteps: Rule = {
  name: 'pacing-steps',
  check(graph, report) {
    for (const { def } of graph.kpis.values()) {
      if (def.pacing?.kind === 'steps') checkSteps(def.pacing.steps, report);
    }
  },
};

/** The first thing that is wrong. */
function checkSteps(
  steps: Extract<PacingDef, { kind: 'steps' }>['steps'],
  report: (diagnostic: Diagnostic) => void,
): void {
  let before: Step | null = null;
  for (const [elapsedAt, expectedAt] of steps) {
    const [elapsed, expected] = [fractionOf(shareText(elapsedAt)), fractionOf(shareText(expectedAt))];
    const last: Step = before ?? START;
    const problem =
      compareFractions(elapsed, WHOLE) > 0
        ? stepsOutOfOrder(elapsedAt, 'outside')
        : compareFractions(expected, WHOLE) > 0
          ? stepsOutOfOrder(expectedAt, 'outside')
          : before !== null && compareFractions(elapsed, last.elapsed) <= 0
            ? stepsOutOfOrder(elapsedAt, 'elapsed')
            : compareFractions(expected, last.expected) < 0
              ? stepsOutOfOrder(expectedAt, 'expected')
              : elapsed.n === 0n && expected.n !== 0n
                ? stepsOutOfOrder(expectedAt, 'start')
                : compareFractions(elapsed, WHOLE) === 0 && compareFractions(expected, WHOLE) !== 0
                  ? stepsOutOfOrder(expectedAt, 'end')
                  : null;
    if (problem !== null) {
      report(problem);
      return;
    }
    before = { elapsed, expected };
  }
}
