// The words for what is wrong with names.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { didYouMean, didYouMeanHelp } from '../diagnostic/did-you-mean.js';
import { makeDiagnostic } from '../diagnostic/make-diagnostic.js';
import type { Located } from '../shape/definitions.js';
import type { Span } from '../source/source-file.js';

/** A text that was written as a name: without quotes, or in those of names. */
export function textMeant(text: string, span: Span): Pick<Diagnostic, 'fixes'> & { readonly help: string } {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return {
    help: `a text stands in single quotes: \`${quoted}\``,
    fixes: [{ title: `write ${quoted}`, edits: [{ span, text: quoted }], safe: false }],
  };
}

/** `kind` is what the place asks for: `metric`, `field of \`orders\``. `instead` is said where something else was meant. */
export function unknownName(
  kind: string,
  name: string,
  span: Span,
  candidates: Iterable<string>,
  instead?: Pick<Diagnostic, 'fixes'> & { readonly help: string },
): Diagnostic {
  const names = [...candidates];
  if (instead !== undefined)
    return makeDiagnostic('KPI2001', `there is no ${kind} \`${name}\``, span, { label: 'not defined', ...instead });
  const near = didYouMean(name, names);
  const help = didYouMeanHelp(name, names);
  const best = near[0];
  return makeDiagnostic('KPI2001', `there is no ${kind} \`${name}\``, span, {
    label: 'not defined',
    ...(help === undefined ? {} : { help }),
    fixes:
      near.length === 1 && best !== undefined
        ? [{ title: `change to \`${best}\``, edits: [{ span, text: best }], safe: false }]
        : [],
  });
}

export function duplicateName(kind: string, second: Located, first: Located): Diagnostic {
  return makeDiagnostic('KPI2002', `the name \`${second.text}\` is defined twice`, second.span, {
    label: `second ${kind} of this name`,
    related: [{ span: first.span, label: 'first defined here' }],
    notes: ['a project is one namespace: every file sees the same names'],
    help: 'rename one of the two, or delete it',
  });
}

export function wrongKindOfName(name: string, is: string, wanted: string, span: Span, help: string | null): Diagnostic {
  return makeDiagnostic('KPI2003', `\`${name}\` is ${is}, not ${wanted}`, span, {
    label: is,
    ...(help === null ? {} : { help }),
  });
}

/** `hint` says what is written instead, where another language's name is known. */
export function unknownFunction(
  name: string,
  span: Span,
  candidates: Iterable<string>,
  hint: string | null = null,
): Diagnostic {
  const help = hint ?? didYouMeanHelp(name, candidates);
  return makeDiagnostic('KPI2004', `there is no function \`${name}\``, span, {
    label: 'not a function',
    ...(help === undefined ? {} : { help }),
  });
}

export function datasetNotSaid(
  name: string,
  span: Span,
  owners: readonly string[],
  note = 'an aggregate ranges over the rows of one dataset, and the value names it',
): Diagnostic {
  const first = owners[0];
  return makeDiagnostic('KPI2005', `it is not said which dataset \`${name}\` belongs to`, span, {
    label: 'no dataset',
    notes: [note],
    ...(first === undefined
      ? {}
      : {
          help: `write \`${owners
            .map((owner) => `${owner}.${name}`)
            .slice(0, 3)
            .join('` or `')}\``,
        }),
    // Put before the name as it is written, which may be in quotes; a dataset that needs quotes itself is left to the author.
    fixes:
      first !== undefined && owners.length === 1 && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(first)
        ? [
            {
              title: `change to \`${first}.${name}\``,
              edits: [{ span: { ...span, end: span.start }, text: `${first}.` }],
              safe: true,
            },
          ]
        : [],
  });
}
