// Holds the figures against the goals. A goal without figures is said to be not measured, never met.
import { GOALS, type Goal } from '../goals.js';
import { sizeLabel } from './record.js';
import { SUBJECT, type CaseSummary, type Growth } from './summarise.js';

export interface Verdict {
  readonly workload: string;
  readonly what: string;
  readonly figure: number;
  readonly atMost: number;
  readonly met: boolean;
}

export function judgeGoals(cases: readonly CaseSummary[], growths: readonly Growth[]): readonly Verdict[] {
  return GOALS.flatMap((goal) => (goal.kind === 'growth' ? judgeGrowth(goal, growths) : judgeCases(goal, cases)));
}

function judgeCases(goal: Exclude<Goal, { kind: 'growth' }>, cases: readonly CaseSummary[]): readonly Verdict[] {
  return cases
    .filter((summary) => summary.workload === goal.workload)
    .filter((summary) => goal.cases.length === 0 || goal.cases.includes(summary.case))
    .filter((summary) => goal.sizes.length === 0 || goal.sizes.includes(summary.size.n))
    .flatMap((summary) => {
      const place = `${summary.case} (${sizeLabel(summary.size)})`;
      if (goal.kind === 'time') {
        const own = summary.figures.find(({ subject, absent }) => subject === SUBJECT && absent === null);
        return own === undefined ? [] : [verdict(goal.workload, `${place}: milliseconds`, own.minMs, goal.atMostMs)];
      }
      const peer = summary.figures.find(({ subject }) => subject === goal.against);
      const figure = peer?.ours?.ofMinima;
      if (figure === undefined) return [];
      return [
        verdict(
          goal.workload,
          `${place}: ${summary.workload === 'W7' ? 'memory' : 'time'} against ${goal.against}`,
          figure,
          goal.atMost,
        ),
      ];
    });
}

function judgeGrowth(goal: Extract<Goal, { kind: 'growth' }>, growths: readonly Growth[]): readonly Verdict[] {
  return growths
    .filter((one) => one.workload === goal.workload && one.subject === SUBJECT && goal.cases.includes(one.case))
    .map((one) =>
      verdict(goal.workload, `${[one.case, ...one.labels].join(', ')}: exponent`, one.exponent, goal.atMost),
    );
}

function verdict(workload: string, what: string, figure: number, atMost: number): Verdict {
  return { workload, what, figure, atMost, met: figure <= atMost };
}
