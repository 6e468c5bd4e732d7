// The words for what is wrong with grain, joins and time.
import { didYouMeanHelp } from '../diagnostic/did-you-mean.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { makeDiagnostic } from '../diagnostic/make-diagnostic.js';
import type { Span } from '../source/source-file.js';
import { dottedPath, showPath, type JoinPaths } from './join-paths.js';
import type { JoinStep } from './typed.js';

export function noPath(from: string, to: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI4001', `no reference leads from \`${from}\` to \`${to}\``, span, {
    label: 'cannot be reached',
    notes: ['joins are never written: `references:` on a field declares them'],
    help: `declare a reference, as in \`${to}_id: { type: text, references: ${to} }\``,
  });
}

export function twoPaths(
  from: string,
  to: string,
  paths: readonly (readonly JoinStep[])[],
  joins: JoinPaths,
  span: Span,
): Diagnostic {
  const shown = paths.map((path) => `\`${showPath(path)}\``);
  const ways = paths.map((path) => `\`${dottedPath(from, path, joins)}.<field>\``);
  return makeDiagnostic('KPI4002', `several paths lead from \`${from}\` to \`${to}\``, span, {
    label: 'which one?',
    notes: [`paths: ${shown.join(' and ')}`],
    help: `name the way: ${ways.join(' or ')}`,
  });
}

/** Two datasets that lead to each other, both named in one value: the rows of either could be meant. */
export function severalBases(datasets: readonly string[], span: Span): Diagnostic {
  const shown = datasets.map((dataset) => `\`${dataset}\``);
  const [first, second] = datasets;
  return makeDiagnostic('KPI4026', `rows of ${shown.join(' or ')} could be aggregated here`, span, {
    label: 'which rows?',
    notes: ['each of them refers to the other'],
    ...(first === undefined || second === undefined
      ? {}
      : { help: `write the way from the rows that are meant: \`${first}.${second}.<field>\`` }),
  });
}

export function oneToMany(from: string, to: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI4003', `one row of \`${from}\` has many rows of \`${to}\``, span, {
    label: 'a one-to-many step',
    notes: ['a row formula sees one row; using the many would count the one several times'],
    help: `aggregate \`${to}\` instead, or derive a field on \`${from}\` that aggregates its \`${to}\``,
  });
}

/** `way` is why the dimension or field cannot be used for the dataset's rows. */
export function unreachableMember(
  member: string,
  dataset: string,
  way: { readonly kind: 'none' } | { readonly kind: 'several'; readonly candidates: readonly string[] },
  span: Span,
  metric: string | null,
): Diagnostic {
  const of = metric === null ? '' : ` of \`${metric}\``;
  return makeDiagnostic(
    'KPI4004',
    way.kind === 'none'
      ? `\`${member}\` says nothing about the rows of \`${dataset}\`${of}`
      : `\`${member}\` could mean several fields for the rows of \`${dataset}\`${of}`,
    span,
    {
      label: way.kind === 'none' ? 'cannot be reached' : 'which one?',
      notes:
        way.kind === 'none'
          ? ['a dimension needs a field in the dataset, or one that its references lead to']
          : [`candidates: ${way.candidates.map((one) => `\`${one}\``).join(', ')}`],
      help:
        way.kind === 'none'
          ? `list a field of \`${dataset}\` in the dimension, or leave the dimension out`
          : `list the field that is meant for \`${dataset}\` in the dimension, with its role: \`${dataset}.<role>.<field>\``,
    },
  );
}

export function notGrouped(member: string, keys: readonly string[], span: Span): Diagnostic {
  return makeDiagnostic('KPI4025', `\`${member}\` is not one of the dimensions that make the groups`, span, {
    label: 'not constant in a group',
    notes: [`the groups are made by ${keys.length === 0 ? 'time only' : keys.map((key) => `\`${key}\``).join(', ')}`],
    help: `filter rows before they are grouped, \`(m where ${member} = ...) per ...\`, or make it a key too`,
  });
}

export function noSingleKey(dataset: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI4005', `\`${dataset}\` has no single key field to refer to`, span, {
    label: 'refers to a key',
    help: `declare \`key:\` with one field on \`${dataset}\``,
  });
}

export function notATime(name: string, found: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI4006', `\`${name}\` is no time`, span, {
    label: `this is ${found}`,
    notes: ['a time is a field of type date, datetime or timestamp'],
  });
}

export function undeclaredTime(dataset: string, span: Span, declaration: Span): Diagnostic {
  return makeDiagnostic('KPI4007', `\`${dataset}\` does not say when its rows happened`, span, {
    label: 'needs a time',
    related: [{ span: declaration, label: 'declared here' }],
    help: 'declare `time: <field>`, or `time: none` for what is true at all times',
  });
}

export function unknownLevel(text: string, span: Span, levels: Iterable<string>): Diagnostic {
  const names = [...levels];
  const help = didYouMeanHelp(text, names) ?? `levels: ${names.join(', ')}`;
  return makeDiagnostic('KPI4008', `there is no calendar level \`${text}\``, span, { label: 'not a level', help });
}

export function datetimeWithoutZone(dataset: string, field: string, span: Span): Diagnostic {
  return makeDiagnostic(
    'KPI4009',
    `\`${field}\` is a wall clock, and \`${dataset}\` does not say in which zone`,
    span,
    {
      label: 'a datetime',
      notes: ['a datetime is never shifted; as a time it needs a zone to meet the calendar'],
      help: 'declare `timezone:` on the dataset, or load it as a `timestamp`',
    },
  );
}

export function bucketTooFine(level: string, dataset: string, grain: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI4014', `\`${dataset}\` has one row per ${grain} and says nothing about a ${level}`, span, {
    label: 'finer than the data',
    help: `ask by ${grain} or coarser`,
  });
}

export function unknownZone(name: string, span: Span, zones: Iterable<string>): Diagnostic {
  const help = didYouMeanHelp(name, zones);
  return makeDiagnostic('KPI4030', `there is no time zone \`${name}\``, span, {
    label: 'not a time zone',
    notes: ['zones have the names of the IANA database'],
    help: help ?? 'write a name such as `Europe/Berlin`, or `UTC`',
  });
}

export function referenceType(field: string, found: string, key: string, wanted: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI4010', `\`${field}\` is ${found}, the key \`${key}\` it refers to is ${wanted}`, span, {
    label: `this is ${found}`,
    help: 'declare both with the same type',
  });
}

export function rolesNeeded(dataset: string, target: string, first: Span, second: Span): Diagnostic {
  return makeDiagnostic(
    'KPI4011',
    `\`${dataset}\` refers to \`${target}\` twice without telling the two apart`,
    second,
    {
      label: 'second reference',
      related: [{ span: first, label: 'first reference' }],
      help: 'give each a role, as in `{ type: text, references: addresses, as: billing }`',
    },
  );
}

export function overlappingAdded(op: string, member: string, dataset: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI4018', `\`${op}\` would count rows of \`${dataset}\` once for each \`${member}\``, span, {
    label: 'groups that share rows',
    notes: [
      `a row of \`${dataset}\` can belong to several groups of \`${member}\`, so the groups do not add up to the whole`,
    ],
    help: 'a quotient to the whole is `m / (m across d)`; its parts may add up to more than 1',
  });
}
