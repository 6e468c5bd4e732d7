// The words for what is wrong with types, units and kinds.
import { didYouMeanHelp } from '../diagnostic/did-you-mean.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { makeDiagnostic } from '../diagnostic/make-diagnostic.js';
import type { Span } from '../source/source-file.js';
import type { PercentComparison } from './percent-comparisons.js';
import { showUnit, type Unit } from './unit.js';

/** A number's unit in a sentence. */
export function unitWords(unit: Unit): string {
  return unit.length === 0 ? 'a plain number' : showUnit(unit);
}

export interface Side {
  readonly unit: Unit;
  readonly span: Span;
}

export function argumentType(fn: string, expected: string, found: string, span: Span, help?: string): Diagnostic {
  return makeDiagnostic('KPI3001', `\`${fn}\` needs ${expected} here`, span, {
    label: `this is ${found}`,
    ...(help === undefined ? {} : { help }),
  });
}

export function argumentCount(fn: string, signature: string, found: number, span: Span): Diagnostic {
  return makeDiagnostic('KPI3002', `\`${fn}\` is given ${found} argument${found === 1 ? '' : 's'}`, span, {
    label: 'wrong number of arguments',
    help: `write \`${signature}\``,
  });
}

export function rowOutsideAggregate(name: string, span: Span, help: string): Diagnostic {
  return makeDiagnostic('KPI3003', `\`${name}\` is a value of each row, and a formula over metrics has no row`, span, {
    label: 'a row value',
    notes: ['a metric needs one number for many rows: an aggregate such as `sum` makes it'],
    help,
  });
}

/** `outer` is null where the name of the aggregate around is not at hand. */
export function nestedAggregate(outer: string | null, inner: string, span: Span): Diagnostic {
  const around = outer === null ? 'an aggregate' : `\`${outer}\``;
  return makeDiagnostic('KPI3004', `${around} cannot aggregate \`${inner}\`, which is an aggregate already`, span, {
    label: 'an aggregate, not a row value',
    notes: ['an aggregate ranges over rows; a metric is one number for all of them'],
    help: `to aggregate over groups name them: \`${outer ?? 'avg'}(${inner} per month)\``,
  });
}

export function mixedLevels(row: Span, aggregate: Span): Diagnostic {
  return makeDiagnostic('KPI3005', 'a row value and an aggregate cannot meet in one operation', row, {
    label: 'a value of each row',
    related: [{ span: aggregate, label: 'one number for many rows' }],
    help: 'aggregate the row value first',
  });
}

export function differentTypes(
  what: string,
  left: string,
  right: string,
  leftSpan: Span,
  rightSpan: Span,
  help?: string,
): Diagnostic {
  return makeDiagnostic('KPI3006', `cannot ${what} ${left} and ${right}`, rightSpan, {
    label: `this is ${right}`,
    related: [{ span: leftSpan, label: `this is ${left}` }],
    ...(help === undefined ? {} : { help }),
  });
}

export function conditionExpected(found: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI3007', 'a condition is needed here', span, {
    label: `this is ${found}`,
    help: "compare it with something, as in `status = 'paid'`",
  });
}

export function approximateMix(float: Span, exact: Span): Diagnostic {
  return makeDiagnostic('KPI3008', 'an approximate number meets an exact one', float, {
    label: 'approximate',
    related: [{ span: exact, label: 'exact' }],
    notes: ['what is computed from an approximate number is approximate, and a formula says so'],
    help: 'wrap the exact side in `approx(...)`',
  });
}

/** `text` is null for what is calculated: a unit cannot be written behind it. */
export function bareNumber(unit: Unit, number: Span, other: Span, text: string | null): Diagnostic {
  const unitText = showUnit(unit);
  const literal = text !== null && text.length === number.end - number.start;
  return makeDiagnostic('KPI3009', `a number without a unit meets ${unitText}`, number, {
    label: 'a plain number',
    related: [{ span: other, label: `this is ${unitText}` }],
    notes: ['money, time and points are never mixed with plain numbers'],
    help: literal ? `write the unit: \`${text} ${unitText}\`` : 'write its numbers with a unit',
    fixes: literal
      ? [
          {
            title: `write \`${text} ${unitText}\``,
            edits: [{ span: number, text: `${text} ${unitText}` }],
            safe: false,
          },
        ]
      : [],
  });
}

export function unitMismatch(op: '+' | '-' | 'compare' | 'choose', left: Side, right: Side): Diagnostic {
  const words = { '+': 'add', '-': 'subtract', compare: 'compare', choose: 'choose between' }[op];
  const two =
    op === '-'
      ? `${unitWords(right.unit)} from ${unitWords(left.unit)}`
      : `${unitWords(left.unit)} ${op === 'compare' ? 'with' : 'and'} ${unitWords(right.unit)}`;
  const money = (unit: Unit): boolean => unit.length === 1 && unit[0]?.kind === 'currency' && unit[0].power === 1;
  const [currency] = left.unit;
  const help =
    money(left.unit) && money(right.unit) && currency !== undefined
      ? `convert one side: \`convert(... to ${currency.base} at <date>)\``
      : op === '+' || op === '-'
        ? 'for one per the other write a quotient, `a / b`'
        : undefined;
  return makeDiagnostic(op === 'compare' ? 'KPI3013' : 'KPI3012', `cannot ${words} ${two}`, right.span, {
    label: `this is ${unitWords(right.unit)}`,
    related: [{ span: left.span, label: `this is ${unitWords(left.unit)}` }],
    notes: [
      `${op === 'compare' ? 'a comparison' : op === 'choose' ? 'a choice' : 'addition'} needs the same unit on both sides`,
    ],
    ...(help === undefined ? {} : { help }),
  });
}

export function declaredUnit(declared: string, inferred: Unit, span: Span, formula: Span): Diagnostic {
  return makeDiagnostic(
    'KPI3010',
    `the formula gives ${unitWords(inferred)}, not ${declared === '1' ? 'a plain number' : declared}`,
    span,
    {
      label: 'declared here',
      related: [{ span: formula, label: `this is ${unitWords(inferred)}` }],
      help: `write \`unit: ${inferred.length === 0 ? '1' : showUnit(inferred)}\`, or leave it out`,
    },
  );
}

export function percentOfUnit(unit: Unit, span: Span): Diagnostic {
  return makeDiagnostic('KPI3011', `${showUnit(unit)} cannot be shown as a percentage`, span, {
    label: `the formula gives ${showUnit(unit)}`,
    notes: ['a percentage is a plain number; only counted things may be dropped for it'],
  });
}

export function severalCurrencies(fn: string, field: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI3014', `\`${fn}\` would add up different currencies`, span, {
    label: `each row has its own currency, in \`${field}\``,
    help: 'convert each row first: `convert(... to EUR at <time field>)`',
  });
}

export function unknownUnit(word: string, span: Span, candidates: Iterable<string>): Diagnostic {
  const help = didYouMeanHelp(word, candidates);
  return makeDiagnostic('KPI3015', `there is no unit \`${word}\``, span, {
    label: 'not a unit',
    notes: ['units are ISO 4217 currencies, what datasets count (`one:`, `counts:`), seconds to weeks, and points'],
    ...(help === undefined ? {} : { help }),
  });
}

export function malformedUnit(text: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI3015', `\`${text}\` is not a unit`, span, {
    label: 'cannot be read',
    help: 'write units glued with `/` or `*`, as in `EUR/customer`, or `1` for a plain number',
  });
}

export function spanAsUnit(word: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI3020', `\`${word}\` has no fixed length and is not a unit of a number`, span, {
    label: 'a calendar span',
    notes: ['months, quarters and years are for shifts and windows, as in `prior(m, 1 month)`'],
    help: 'count in days or weeks',
  });
}

export function malformedLiteral(what: string, text: string, span: Span, help: string): Diagnostic {
  return makeDiagnostic('KPI3016', `\`${text}\` is not ${what}`, span, { label: 'cannot be read', help });
}

export function uselessOption(option: string, why: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI3017', `${option} would do nothing here`, span, {
    label: 'does nothing',
    notes: [why],
    help: 'leave it out',
  });
}

export function outsideValues(text: string, field: string, values: readonly string[], span: Span): Diagnostic {
  const help = didYouMeanHelp(text, values);
  return makeDiagnostic('KPI3018', `\`${field}\` never is '${text}'`, span, {
    label: 'not one of its values',
    notes: [`declared values: ${values.slice(0, 12).join(', ')}${values.length > 12 ? ', ...' : ''}`],
    ...(help === undefined ? {} : { help }),
  });
}

export function notAdditive(metric: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI3019', `parts of \`${metric}\` do not add up to the whole`, span, {
    label: 'not additive',
    notes: ['a share is a part of a sum or of a count of rows; ratios, averages and distinct counts have no shares'],
    help: 'for the quotient all the same write `m / (m across d)`',
  });
}

export function emptyOnMany(span: Span): Diagnostic {
  return makeDiagnostic('KPI3021', '`empty: 0` needs a formula that is one aggregate', span, {
    label: 'replaces `no_rows` of one aggregate only',
    help: 'put it on the metrics that this one is made of, or use `coalesce`',
  });
}

export function growthOfPoints(span: Span): Diagnostic {
  return makeDiagnostic('KPI3022', 'points have no growth rate', span, {
    label: 'this is in points',
    notes: ['a scale of points has no natural zero, so a quotient of two values means nothing'],
    help: 'use `change`, which gives points',
  });
}

export function constantExpected(what: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI3023', `${what} must be a constant`, span, {
    label: 'not a constant',
    notes: ['it is written as a number: a parameter can be replaced, and a calculation has to be done first'],
  });
}

export function misplaced(what: string, why: string, span: Span, help?: string): Diagnostic {
  return makeDiagnostic('KPI3024', `${what} cannot stand here`, span, {
    label: 'misplaced',
    notes: [why],
    ...(help === undefined ? {} : { help }),
  });
}

export function declaredType(declared: string, found: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI3026', `the formula gives ${found}, not the declared ${declared}`, span, {
    label: `this is ${found}`,
  });
}

export function notMoney(span: Span, unit: Unit): Diagnostic {
  return makeDiagnostic('KPI3027', 'only an amount of one currency can be converted', span, {
    label: `this is ${unitWords(unit)}`,
  });
}

export function noRates(span: Span): Diagnostic {
  return makeDiagnostic('KPI3028', 'the project has no exchange rates', span, {
    label: 'needs rates',
    help: 'name a dataset of rates in kpi.project.yaml: `exchange_rates: { dataset: fx, from: ccy, to: quote, at: day, rate: rate }`',
  });
}

export function groupsOfNothing(member: string, counted: string | null, span: Span): Diagnostic {
  return makeDiagnostic('KPI3024', `nothing here says which groups of \`${member}\` there are`, span, {
    label: 'reads no rows',
    notes: ['the groups of a key are those that an aggregate inside reaches'],
    help:
      counted === null
        ? `take a metric, as in \`avg(m per ${member})\``
        : `count the values that rows have with \`count(distinct ${counted})\`, or say which groups: \`count(per ${member} where m > 0)\``,
  });
}

export function largePercentage({ metric, written }: PercentComparison, span: Span): Diagnostic {
  return makeDiagnostic('KPI3030', `the percentage \`${metric}\` is compared with the number \`${written}\``, span, {
    label: 'more than 100%',
    notes: ['5% is 0.05: a percentage is a plain number that is shown times a hundred'],
    help: `write \`${written}%\`; where more than the whole is meant, as in \`150%\`, the sign says so`,
  });
}
