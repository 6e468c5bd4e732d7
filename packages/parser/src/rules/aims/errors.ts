// The words for what KPIs are held against: targets, limits, curves, bands, pacing.
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { makeDiagnostic } from '../../diagnostic/make-diagnostic.js';
import type { Located } from '../../shape/definitions.js';
import type { Span } from '../../source/source-file.js';

type Way = 'up' | 'down';

export function kpiWithoutPeriod(kpi: Located): Diagnostic {
  return makeDiagnostic('KPI6007', `the KPI \`${kpi.text}\` does not say for which periods it is judged`, kpi.span, {
    label: 'has no `every`',
    notes: ['a KPI is judged in the period that contains `as_of`'],
    help: 'write `every: month`, or another level of the calendar',
  });
}

export function missingBaseline(kpi: Located, direction: Way): Diagnostic {
  const why =
    direction === 'down'
      ? 'progress down to a target starts at a value above it, which nothing but the definition knows'
      : 'only what adds up starts at 0 in every period: sums, counts of rows';
  return makeDiagnostic(
    'KPI6008',
    `the KPI \`${kpi.text}\` does not say where its way to the target starts`,
    kpi.span,
    {
      label: 'has no `baseline`',
      notes: [why, 'progress is (value - baseline) / (target - baseline)'],
      help: 'write `baseline:`; for a limit instead of a way `at_most:` or `at_least:` with `worst:`',
    },
  );
}

/** `baseline` is null where nothing is said, which is 0. */
export function wrongBaseline(direction: Way, target: Span, baseline: Span | null, isEqual: boolean): Diagnostic {
  const side = direction === 'up' ? 'below' : 'above';
  const than =
    baseline === null
      ? 'is not above the baseline of 0'
      : isEqual
        ? 'is the baseline itself'
        : `has its baseline on the wrong side`;
  return makeDiagnostic('KPI6009', `the target ${than}`, target, {
    label: isEqual ? 'no way leads there' : `not ${direction} from the baseline`,
    related: baseline === null ? [] : [{ span: baseline, label: 'the baseline' }],
    notes: [`with \`direction: ${direction}\` the baseline lies ${side} the target`],
    ...(baseline === null ? { help: 'write a `baseline:` below the target' } : {}),
  });
}

export function wrongWorst(side: 'at_most' | 'at_least', worst: Span, bound: Span): Diagnostic {
  return makeDiagnostic('KPI6010', `\`worst\` is not ${side === 'at_most' ? 'above' : 'below'} the limit`, worst, {
    label: 'scores 0',
    related: [{ span: bound, label: 'scores 1' }],
    notes: ['between the limit and the worst value the score falls from 1 to 0'],
  });
}

export function emptyRange(low: Span, high: Span): Diagnostic {
  return makeDiagnostic('KPI6011', 'the range has no inside', high, {
    label: 'not above the lower bound',
    related: [{ span: low, label: 'the lower bound' }],
    help: 'write the lower bound first',
  });
}

export function noTolerance(span: Span): Diagnostic {
  return makeDiagnostic('KPI6012', 'the tolerance is not above 0', span, {
    label: 'leaves no distance',
    notes: ['outside the range the score falls from 1 to 0 over the tolerance'],
  });
}

export function unorderedCurve(point: Span, before: Span): Diagnostic {
  return makeDiagnostic('KPI6013', 'the points of a curve do not ascend', point, {
    label: 'not above the value before',
    related: [{ span: before, label: 'the value before' }],
  });
}

export function crowdedCurve(point: Span, first: Span): Diagnostic {
  return makeDiagnostic('KPI6013', 'a curve has more than two points at one value', point, {
    label: 'a third point here',
    related: [{ span: first, label: 'the first one' }],
    notes: ['two points at one value are a jump; a third says nothing'],
  });
}

export function shortCurve(span: Span): Diagnostic {
  return makeDiagnostic('KPI6013', 'a curve of one point', span, {
    label: 'the only point',
    help: 'write at least two points: `[[0, 0], [100, 1]]`',
  });
}

export function turningCurve(score: Span, before: Span, shape: 'rises' | 'falls' | 'rises and falls'): Diagnostic {
  const does = shape === 'rises' ? 'falls' : 'rises';
  return makeDiagnostic('KPI6014', `the scores of a curve that ${shape} turn back`, score, {
    label: `${shape === 'rises and falls' ? 'rises again' : does} here`,
    related: [{ span: before, label: 'the score before' }],
    notes: [
      shape === 'rises and falls'
        ? 'around a range scores rise, and fall behind it'
        : 'a better value never has a lower score',
    ],
  });
}

export function scoreOutside(span: Span, text: string): Diagnostic {
  return makeDiagnostic('KPI6035', 'a score of a curve lies between 0 and 2', span, {
    label: 'lies outside',
    notes: ['1 is the target reached; a score enters goals and what is paid'],
    ...(/^\s*\d+\s*$/.test(text) ? { help: `for ${text.trim()} percent write \`${text.trim()}%\`` } : {}),
  });
}

export function flatCurve(span: Span): Diagnostic {
  return makeDiagnostic('KPI6014', 'the curve gives every value the same score', span, {
    label: 'does not rise or fall',
  });
}

export function curveAgainstDirection(span: Span, direction: Way, declared: Located | null): Diagnostic {
  const does = direction === 'up' ? 'falls' : 'rises';
  return makeDiagnostic('KPI6034', `the curve ${does}, and the direction is ${direction}`, span, {
    label: `${does} with the value`,
    related: declared === null ? [] : [{ span: declared.span, label: `${direction} is better` }],
  });
}

export function limitAgainstDirection(declared: Located, limit: Span, side: 'at_most' | 'at_least'): Diagnostic {
  const better = side === 'at_most' ? 'down' : 'up';
  return makeDiagnostic('KPI6034', `\`direction: ${declared.text}\` beside \`${side}\``, declared.span, {
    label: 'another direction than the limit',
    related: [{ span: limit, label: `with this limit better is ${better}` }],
    help: `write \`direction: ${better}\`, or leave it out`,
  });
}

export function capOutside(span: Span): Diagnostic {
  return makeDiagnostic('KPI6015', 'the cap is not between 1 and 2', span, {
    label: 'not a highest score',
    notes: ['reaching the target scores 1; a cap lets more than that count, up to 2'],
  });
}

export function bandsOutOfOrder(atRisk: Span, onTrack: Span, isLower: boolean): Diagnostic {
  return makeDiagnostic('KPI6016', '`at_risk` is not worse than `on_track`', atRisk, {
    label: `not ${isLower ? 'below' : 'above'} \`on_track\``,
    related: [{ span: onTrack, label: '`on_track` begins here' }],
    notes: ['what is neither on track nor at risk is off track'],
  });
}

export function bandOutOfReach(span: Span, highest: string): Diagnostic {
  return makeDiagnostic('KPI6016', `no score reaches \`on_track\``, span, {
    label: `the highest score is ${highest}`,
    help: 'write a share such as `0.95` or `95%`, or a `cap`',
  });
}

export function basisWithoutPacing(basis: Located): Diagnostic {
  return makeDiagnostic('KPI6017', `\`basis: ${basis.text}\` needs pacing`, basis.span, {
    label: 'nothing is expected before the period ends',
    help: 'write `pacing: linear` or another pacing, or judge by `score`',
  });
}

export function valueWithinRange(basis: Span, range: Span): Diagnostic {
  return makeDiagnostic('KPI6017', '`basis: value` beside a range', basis, {
    label: 'values on both sides are bad',
    related: [{ span: range, label: 'the range' }],
    help: 'judge by `score`',
  });
}

export function pacingUnused(basis: Located, pacing: Span): Diagnostic {
  return makeDiagnostic('KPI6018', `the status compares with the whole target before the period is over`, basis.span, {
    label: `\`${basis.text}\` does not look at the pacing`,
    related: [{ span: pacing, label: 'says what is expected when' }],
    help: 'write `basis: pace`',
  });
}

export function notAPeriod(period: Located, level: string, example: string): Diagnostic {
  return makeDiagnostic('KPI6019', `\`${period.text}\` is not a ${level}`, period.span, {
    label: `not a period of \`every: ${level}\``,
    help: `write periods such as \`${example}\``,
  });
}

export function groupsWithoutDimension(period: Located, count: number, by: Span | null): Diagnostic {
  return makeDiagnostic('KPI6020', 'targets by group need exactly one dimension in `by:`', period.span, {
    label: count === 0 ? 'groups of nothing' : `groups of ${count} dimensions`,
    related: by === null ? [] : [{ span: by, label: `${count} dimensions` }],
    help:
      count === 0
        ? 'name the dimension with `by:`'
        : 'take the targets from a dataset: `{ from: targets, value: target }`',
  });
}

export function hiddenRows(dataset: string, used: Span, what: string): Diagnostic {
  return makeDiagnostic('KPI6022', `rows of \`${dataset}\` behind \`as_of\` are not seen`, used, {
    label: what,
    notes: ['`as_of` hides what happens later, unless the dataset is a plan'],
    help: `write \`plan: true\` on the dataset \`${dataset}\``,
  });
}

export function spreadOfWhole(spread: Located, kpi: string): Diagnostic {
  return makeDiagnostic('KPI6032', `parts of \`${kpi}\` do not add up over time, so its target has none`, spread.span, {
    label: 'nothing to spread',
    notes: ['the target of a ratio, a mean or a balance is the same number for a week and for a month'],
    help: 'leave it out',
  });
}

export function stepsOutOfOrder(at: Located, why: 'elapsed' | 'expected' | 'outside' | 'start' | 'end'): Diagnostic {
  const label = {
    elapsed: 'not after the step before',
    expected: 'less than at the step before',
    outside: 'more than the whole',
    start: 'nothing is expected at the start',
    end: 'all is expected at the end',
  }[why];
  return makeDiagnostic('KPI6023', `the steps of the pacing do not lead from 0 to 1: \`${at.text}\``, at.span, {
    label,
    notes: ['each step says which share of the way is expected when a share of the period has passed'],
    help: 'write ascending pairs such as `[[0.25, 0.1], [0.5, 0.4]]`; 0 and 1 are the ends anyway',
  });
}

export function holidaysWithoutDay(holidays: Located): Diagnostic {
  return makeDiagnostic('KPI6024', `the holidays \`${holidays.text}\` have no day`, holidays.span, {
    label: 'its time is not a date',
    help: 'give the dataset a `time:` of the type `date`',
  });
}

export function guardrailCycle(kpis: readonly Located[]): Diagnostic | null {
  const [first, ...rest] = kpis;
  if (first === undefined) return null;
  const path = [...kpis, first].map((kpi) => `\`${kpi.text}\``).join(' by ');
  const message =
    rest.length === 0 ? `the KPI \`${first.text}\` holds itself back` : `KPIs hold each other back: ${path}`;
  return makeDiagnostic('KPI6025', message, first.span, {
    label: 'on the cycle',
    related: rest.map((kpi) => ({ span: kpi.span, label: 'on the cycle' })),
    help: 'take away the guardrail of one of them',
  });
}

export function unorderedPercentiles(at: Span, before: Span): Diagnostic {
  return makeDiagnostic('KPI6026', 'the values of the percentiles rise and fall', at, {
    label: 'turns back here',
    related: [{ span: before, label: 'the percentile before' }],
    notes: ['from one percentile to the next values only rise, or only fall where less is better'],
  });
}

export function noWeight(weight: Located): Diagnostic {
  return makeDiagnostic('KPI6028', 'the weight is 0', weight.span, {
    label: 'counts for nothing',
    help: 'write a number above 0, or take it out of what it is weighted in',
  });
}

export function weeksByYears(compare: Located): Diagnostic {
  return makeDiagnostic('KPI6029', `weeks cannot be compared with those \`${compare.text}\` before`, compare.span, {
    label: 'no whole number of weeks',
    help: 'write a number of weeks, such as `52 weeks`',
  });
}
