// The words for what is wrong with a question.
import { didYouMeanHelp, makeDiagnostic, type Diagnostic, type Span } from '@sextant/parser';

export function malformedDay(text: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI4020', `\`${text}\` is no day`, span, {
    label: 'cannot be read',
    help: 'write a day as `2026-03-31`',
  });
}

export function malformedPeriod(why: string, help: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI4020', why, span, { label: 'cannot be read', help });
}

export function emptyRange(from: Span): Diagnostic {
  return makeDiagnostic('KPI4021', 'the range ends before it starts', from, { label: 'starts after the end' });
}

export function askedNothing(span: Span): Diagnostic {
  return makeDiagnostic('KPI4022', 'the question asks for no metric', span, {
    label: 'no metric',
    help: 'name at least one metric',
  });
}

export function brokenMetric(name: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI4027', `the definition of \`${name}\` has an error`, span, {
    label: 'cannot be computed',
    help: 'see what `kpi check` says about it',
  });
}

export function unknownColumn(text: string, columns: readonly string[], span: Span): Diagnostic {
  const help = didYouMeanHelp(text, columns) ?? `columns: ${columns.join(', ')}`;
  return makeDiagnostic('KPI4023', `the answer has no column \`${text}\``, span, { label: 'not a column', help });
}

export function malformedLimit(text: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI4024', `\`${text}\` is no number of rows`, span, {
    label: 'cannot be read',
    help: 'write a whole number from 0 on',
  });
}

export function bucketTooFine(level: string, dataset: string, grain: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI4014', `\`${dataset}\` has one row per ${grain} and says nothing about a ${level}`, span, {
    label: 'finer than the data',
    help: `ask by ${grain} or coarser`,
  });
}

export function notAKey(text: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI4025', `\`${text}\` is not one of the dimensions that the question groups by`, span, {
    label: 'not constant in a row of the answer',
    help: 'filter rows with `where`, or group by it too',
  });
}

export function parameterType(name: string, found: string, wanted: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI3029', `the parameter \`${name}\` is ${wanted}, not ${found}`, span, {
    label: `this is ${found}`,
  });
}

/** A window of another length is another metric: what was checked of it would not hold. */
export function lengthGiven(name: string, span: Span, declaration: Span): Diagnostic {
  return makeDiagnostic('KPI4032', `no question can change the length \`${name}\``, span, {
    label: 'a length of windows',
    related: [{ span: declaration, label: 'the definitions in which it stands were checked with this value' }],
    help: 'write the other length into a formula: `rolling(m, 7 days)`',
  });
}

export function noGroups(keys: readonly string[], span: Span): Diagnostic {
  const all = keys.map((key) => `\`${key}\``).join(' and ');
  return makeDiagnostic('KPI4028', `nothing that is asked has groups of ${all}`, span, {
    label: 'the answer has no rows',
    notes: ['a row is a group that an aggregate reaches, and under `across` no aggregate sees these groups'],
    help: 'ask for the metric itself beside it, or leave the dimension out',
  });
}

export function windowless(dataset: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI4029', `\`${dataset}\` is true at all times, so windows do not apply to it`, span, {
    label: 'the same in every window',
    notes: ['the dataset says `time: none`'],
    help: 'place its rows in time with `time:` or `dated`, if they happened',
  });
}
