// The words for what is wrong with contexts: windows, buckets and states.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { makeDiagnostic } from '../diagnostic/make-diagnostic.js';
import type { Span } from '../source/source-file.js';
import type { ContextProblem } from './context-problems.js';

export function contextProblemDiagnostic(problem: ContextProblem, span: Span): Diagnostic {
  switch (problem.kind) {
    case 'state_added':
      return makeDiagnostic(
        'KPI4012',
        `\`${problem.fn}\` would add up the ${problem.of === 'snapshot' ? 'snapshots' : 'intervals'} of \`${problem.dataset}\` over time`,
        span,
        {
          label: 'a state, not an event',
          notes: ['a balance on Monday and the same balance on Tuesday are one balance'],
          help: 'read it at an instant with `closing(...)` or `opening(...)`; a mean balance is `avg(closing(m) per day)`',
        },
      );
    case 'no_state':
      return makeDiagnostic('KPI4013', `\`${problem.op}\` reads a state, and there is none here`, span, {
        label: 'made of events only',
        notes: ['a state is a dataset with `snapshot:` or `valid:`'],
        help: 'everything up to the end of the window is `cumulative(m)`',
      });
    case 'window_needed':
      return makeDiagnostic('KPI4015', `\`${problem.op}\` needs a window, and the question has none`, span, {
        label: problem.op === 'prior' ? 'nothing to move back' : 'nothing to reach back from',
        notes: ['a question without a range and without buckets is about all that is known'],
        help: 'ask by a calendar level, or for a range that begins somewhere',
      });
    case 'not_nested':
      return makeDiagnostic(
        'KPI4016',
        `a ${words(problem.finer)} does not lie within one ${words(problem.coarser)}`,
        span,
        {
          label: 'does not nest',
          notes: ['a bucket that lies in two outer ones would be cut, and its parts taken for whole ones'],
          help:
            problem.finer === 'week' ? 'take days, or ask by week' : `take months, or ask by ${words(problem.finer)}`,
        },
      );
    case 'not_contained':
      return makeDiagnostic(
        'KPI4016',
        `a ${words(problem.bucket)} does not lie within one ${words(problem.unit)}`,
        span,
        {
          label: 'does not nest',
          notes: ['`whole` takes the unit that contains the bucket, and some buckets reach over two of them'],
          help: `name a level that ${words(problem.bucket)}s lie in, or ask by days`,
        },
      );
    case 'weeks_shifted':
      return makeDiagnostic('KPI4017', `a week moved back by a ${words(problem.level)} is no week`, span, {
        label: 'weeks move by weeks',
        notes: ['months and years are no whole number of weeks, so the days of the week would not match'],
        help:
          problem.level === 'year' || problem.level === 'fiscal_year'
            ? 'write `52 weeks`'
            : 'count in weeks, such as `4 weeks`',
      });
    case 'target_window':
      return targetWindow(problem, span);
  }
}

function targetWindow(problem: Extract<ContextProblem, { kind: 'target_window' }>, span: Span): Diagnostic {
  const { kpi, why, addsOverTime } = problem;
  const period = words(problem.every);
  const window = problem.level === null ? 'the range' : `a ${words(problem.level)}`;
  const wrong: Readonly<Record<typeof why, string>> = {
    inside: `${window} is a part of a ${period}, and \`${kpi}\` has a target for the whole ${period} only`,
    periods: `${window} has several targets of \`${kpi}\`, and they do not add up`,
    other: `${window} is not made of whole ${period}s, for which \`${kpi}\` has its targets`,
    endless: `\`${kpi}\` has a target for each ${period}, and here is no such window`,
  };
  const ask = problem.level === null ? `ask for a ${period}, or by ${period}` : `ask by ${period}`;
  const isSpread = why === 'inside' && addsOverTime;
  return makeDiagnostic('KPI4031', wrong[why], span, {
    label: 'no target here',
    ...(why === 'periods'
      ? { notes: ['only targets of what adds up over time, sums and counts of rows, add up'] }
      : {}),
    help: isSpread ? `${ask}, or say how its target is spread: \`spread: even\`` : ask,
  });
}

/** `fiscal_quarter` in a sentence. */
function words(level: string): string {
  return level.replaceAll('_', ' ');
}
