// The words for what is wrong with names.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { didYouMean, didYouMeanHelp } from '../diagnostic/did-you-mean.js';
import { makeDiagnostic } from '../diagnostic/make-diagnostic.js';
import type { Located } from '../shape/definitions.js';
import type { Span } from '../source/source-file.js';

/** `kind` is what the place asks for: `metric`, `field of \`orders\``. */
export function unknownName(kind: string, name: string, span: Span, candidates: Iterable<string>): Diagnostic {
  const names = [...candidates];
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

export function unknownFunction(name: string, span: Span, candidates: Iterable<string>): Diagnostic {
  const help = didYouMeanHelp(name, candidates);
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
    fixes:
      first !== undefined && owners.length === 1
        ? [{ title: `change to \`${first}.${name}\``, edits: [{ span, text: `${first}.${name}` }], safe: true }]
        : [],
  });
}

export function libraryNotFound(from: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI2006', `there is no library \`${from}\``, span, {
    label: 'not found',
    notes: ['this version of Sextant has no libraries yet'],
    help: 'write the definitions into the project',
  });
}
