// The words of the rules about a set of definitions.
import { makeDiagnostic } from '../diagnostic/make-diagnostic.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { IgnoreDef, Located } from '../shape/definitions.js';
import type { Span } from '../source/source-file.js';

/** What two definitions are: `metric`, `KPI`. */
export interface Named {
  readonly kind: 'metric' | 'KPI';
  readonly name: Located;
}

export function goalWithoutKpis(goal: Located): Diagnostic {
  return makeDiagnostic('KPI6040', `no KPI serves the goal \`${goal.text}\``, goal.span, {
    label: 'nothing tells how far it is',
    notes: ['neither the goal nor a goal below it has a KPI'],
    help: 'name it in the `goal:` of a KPI, or take it away',
  });
}

export function idleOwner(owner: Located): Diagnostic {
  return makeDiagnostic('KPI6041', `\`${owner.text}\` answers for nothing`, owner.span, {
    label: 'named by no definition',
    notes: [
      'no KPI, goal, metric or incentive names the owner, and none names a member of it',
      'a person or a role that is there for its team alone need not be written down',
    ],
    help: 'name the owner where they answer for something, or take the definition away',
  });
}

export function sameFormula(second: Located, first: Located): Diagnostic {
  return makeDiagnostic('KPI6042', `\`${second.text}\` and \`${first.text}\` are one formula`, second.span, {
    label: 'means the same',
    related: [{ span: first.span, label: 'as this' }],
    notes: ['two names for one number are changed apart one day, and then nobody knows which one is meant'],
    help: `keep one of them, and put the other name into its \`aliases\``,
  });
}

/** `made` is what the use of a library makes. */
export function sameAsLibrary(own: Located, made: Located, library: string): Diagnostic {
  return makeDiagnostic('KPI6042', `\`${own.text}\` and \`${made.text}\` are one formula`, own.span, {
    label: 'means the same',
    related: [{ span: made.span, label: `as this of the library \`${library}\`` }],
    notes: ['two names for one number are changed apart one day, and then nobody knows which one is meant'],
    help: `name \`${made.text}\` instead, and delete this one`,
  });
}

export function sameKpi(second: Located, first: Located): Diagnostic {
  return makeDiagnostic(
    'KPI6043',
    `the KPIs \`${second.text}\` and \`${first.text}\` measure one thing for one goal`,
    second.span,
    {
      label: 'measures the same',
      related: [{ span: first.span, label: 'as this' }],
      notes: ['they have one formula, one goal and one period'],
      help: 'make one KPI of them; two bounds of one number are a `range`',
    },
  );
}

export function ambiguousWord(word: Located, of: Named, first: Located, other: Named): Diagnostic {
  return makeDiagnostic(
    'KPI6044',
    `\`${word.text}\` means the ${of.kind} \`${of.name.text}\` and the ${other.kind} \`${other.name.text}\``,
    word.span,
    {
      label: `here \`${of.name.text}\``,
      related: [{ span: first.span, label: `here \`${other.name.text}\`` }],
      notes: ['their formulas differ; who says the word means one of them'],
      help: 'give one of them another word',
    },
  );
}

export function sharedTitle(second: Named, title: Located, first: Named): Diagnostic {
  return makeDiagnostic(
    'KPI6045',
    `the ${second.kind}s \`${second.name.text}\` and \`${first.name.text}\` have one title and different formulas`,
    title.span,
    {
      label: 'the same title',
      related: [{ span: first.name.span, label: 'has it too' }],
      notes: ['people read titles: two numbers under one of them cannot both be right'],
      help: 'say in the titles what tells them apart',
    },
  );
}

export function goalOfOneDepartment(goal: Located, department: string): Diagnostic {
  return makeDiagnostic('KPI6046', `\`${department}\` alone serves the goal \`${goal.text}\``, goal.span, {
    label: 'a goal of one department',
    notes: [
      'it is part of no other goal, and all owners and contributors of its KPIs belong to one department',
      'a goal of the whole company needs more than one department',
    ],
    help: 'name who contributes with `contributors:`, or make it a part of a larger goal with `parent:`',
  });
}

export function idleDepartment(department: Located): Diagnostic {
  return makeDiagnostic(
    'KPI6047',
    `nobody in \`${department.text}\` owns a KPI or contributes to one`,
    department.span,
    {
      label: 'has no part in any goal',
      help: 'give it a KPI, or name it among the `contributors` of one',
    },
  );
}

/** `proposed`: the metrics that its metric says must not suffer for it. */
export function unguardedVolume(kpi: Located, proposed: readonly string[]): Diagnostic {
  return makeDiagnostic('KPI6048', `the KPI \`${kpi.text}\` wants more, and nothing watches how`, kpi.span, {
    label: 'more is always better here',
    notes: ['a volume can be raised at the cost of quality, price or customers'],
    help:
      proposed.length === 0
        ? 'name a KPI that must not suffer: `guardrails: [...]`'
        : `name a KPI that must not suffer; its metric proposes ${proposed.map((name) => `\`${name}\``).join(', ')}`,
  });
}

export function directionOfMetric(kpi: Span, kpiWants: string, metric: Located, metricSays: Span): Diagnostic {
  return makeDiagnostic('KPI6065', `the metric \`${metric.text}\` says that better is elsewhere`, kpi, {
    label: `better is ${kpiWants} here`,
    related: [{ span: metricSays, label: 'and not there' }],
    notes: ['a KPI may want the opposite of what is usual, but then it should say why'],
    help: 'change one of them, or keep it with a reason: `ignore: { KPI6065: ... }`',
  });
}

export function unusedMetric(metric: Located): Diagnostic {
  return makeDiagnostic('KPI6049', `nothing uses the metric \`${metric.text}\``, metric.span, {
    label: 'not used',
    notes: ['no metric, KPI, question or library names it; tests do not count'],
    help: 'take it away, or ask for it in a question',
  });
}

export function weightsOff(
  subject: string,
  place: Located,
  sum: string,
  weights: readonly { readonly weight: Located; readonly name: string }[],
): Diagnostic {
  return makeDiagnostic('KPI6050', `the weights ${subject} add up to ${sum}, not to 1`, place.span, {
    label: `${weights.length} ${weights.length === 1 ? 'weight' : 'weights'} below 1`,
    related: weights.map(({ weight, name }) => ({ span: weight.span, label: `\`${name}\`` })),
    notes: ['weights are relative, so that what is meant as a share of 1 counts for another one'],
    help: 'let them add up to 1, or write them as whole numbers',
  });
}

export function notAPart(metric: Located, span: Span, why: string): Diagnostic {
  return makeDiagnostic(
    'KPI6051',
    `what is counted above the line of \`${metric.text}\` is no part of what is counted below`,
    span,
    {
      label: 'shown as a percentage',
      notes: [why],
      help: 'let the numerator have the conditions of the denominator, or write the ratio without `format: percent`',
    },
  );
}

export function partOfAnother(metric: Located, span: Span, above: string, below: string): Diagnostic {
  return makeDiagnostic('KPI6052', `\`${metric.text}\` divides rows of \`${above}\` by rows of \`${below}\``, span, {
    label: 'shown as a percentage',
    notes: ['rows of one period in two datasets are no parts of each other: the percentage can pass 100'],
    help: '`conversion(... to ... by ... within ...)` follows each row to what became of it',
  });
}

export function undescribed(kind: string, name: Located): Diagnostic {
  return makeDiagnostic('KPI6053', `the ${kind} \`${name.text}\` has no description`, name.span, {
    label: 'not described',
    help: 'say what it means in a sentence: `description:`',
  });
}

export function withoutPlaybook(kpi: Located): Diagnostic {
  return makeDiagnostic('KPI6054', `the KPI \`${kpi.text}\` does not say what to do when it is off track`, kpi.span, {
    label: 'no `playbook` for `off_track`',
    help: 'write `playbook: { off_track: ... }`',
  });
}

export function crowdedGoal(goal: Located, count: number, most: number): Diagnostic {
  return makeDiagnostic('KPI6055', `the goal \`${goal.text}\` has ${count} KPIs`, goal.span, {
    label: `more than ${most}`,
    notes: ['where everything is watched nothing is'],
    help: 'keep those that a decision hangs on, or divide the goal',
  });
}

export function oldBenchmark(kpi: Located, year: Located, period: Located): Diagnostic {
  return makeDiagnostic(
    'KPI6056',
    `the benchmark of \`${kpi.text}\` is from ${year.text}, its goal is for ${period.text}`,
    year.span,
    {
      label: 'more than 5 years before',
      related: [{ span: period.span, label: 'the period of its goal' }],
      help: 'look for a newer one, or take it away',
    },
  );
}

export function withoutCompanyGoal(incentive: Located): Diagnostic {
  return makeDiagnostic(
    'KPI6057',
    `the incentive \`${incentive.text}\` pays for no goal of the company`,
    incentive.span,
    {
      label: 'parts only',
      notes: ['who is paid for a part serves it, at the cost of the whole too'],
      help: 'add a goal without a `parent` to its components',
    },
  );
}

export function payJump(incentive: Located, at: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI6058', `what \`${incentive.text}\` pays jumps at ${at}`, span, {
    label: 'the same score again',
    notes: ['next to a jump a little more score is worth a lot: that is where numbers are bent'],
    help: 'let what is paid rise steadily',
  });
}

export function overdueReview(kpi: Located, due: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI6059', `the review of \`${kpi.text}\` was due on ${due}`, span, {
    label: 'overdue',
    help: 'look at the definition again, and write the day as `last:`',
  });
}

export function neverReviewed(kpi: Located, span: Span): Diagnostic {
  return makeDiagnostic('KPI6059', `the KPI \`${kpi.text}\` was never reviewed`, span, {
    label: 'no `last:`',
    help: 'look at the definition, and write the day as `last:`',
  });
}

export function uselessIgnore({ code }: IgnoreDef): Diagnostic {
  return makeDiagnostic('KPI6060', `nothing is ignored: \`${code.text}\` is not said here`, code.span, {
    label: 'silences nothing',
    help: 'take it away',
  });
}

export function ownContributor(kpi: Located, contributor: Located): Diagnostic {
  return makeDiagnostic(
    'KPI6061',
    `\`${contributor.text}\` owns \`${kpi.text}\` and contributes to it`,
    contributor.span,
    {
      label: 'owns it already',
      help: 'take the name away from `contributors`',
    },
  );
}

export function meanOfQuotients(span: Span, of: 'row' | 'group'): Diagnostic {
  return makeDiagnostic('KPI6062', `a mean of quotients gives every ${of} the same weight`, span, {
    label: `a quotient of each ${of}`,
    notes: [
      `a ${of} of 1 EUR counts as much as a ${of} of 1000 EUR: the rate of the whole is the quotient of two sums`,
    ],
    help:
      of === 'row'
        ? 'write `sum(a) / sum(b)`'
        : 'ask for the metric itself: over all groups it is the quotient of the sums already',
  });
}
