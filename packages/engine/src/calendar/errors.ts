// The sentences for what can be wrong with a period's text.
import type { PeriodProblem } from './periods.js';

/** A message that stands alone. */
export function periodProblemText(problem: PeriodProblem): string {
  switch (problem.kind) {
    case 'notAPeriod':
      return `\`${problem.text}\` is not a period`;
    case 'noSuchPeriod':
      return `there is no period \`${problem.text}\``;
    case 'weeksNotIso':
      return `\`${problem.text}\` names an ISO week, but weeks start on ${problem.weekStarts} here`;
    case 'endsBeforeItStarts':
      return `the range \`${problem.text}\` ends before it starts`;
  }
}

/** What to write instead, or why there is none. */
export function periodProblemHelp(problem: PeriodProblem): string {
  switch (problem.kind) {
    case 'notAPeriod':
      return 'write a period such as `2026`, `2026-Q1`, `2026-03`, `2026-W05`, `2026-03-01`, `FY2027`, `FY2027-Q1`, or a range `2026-01..2026-03`';
    case 'noSuchPeriod':
      return problem.because;
    case 'weeksNotIso':
      return 'name the week by its days: `2026-02-01..2026-02-07`';
    case 'endsBeforeItStarts':
      return 'write the earlier period first';
  }
}
