// The words for what is wrong with libraries and their uses.
import { didYouMean, didYouMeanHelp } from '../diagnostic/did-you-mean.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { makeDiagnostic } from '../diagnostic/make-diagnostic.js';
import { listOf } from '../shape/forms.js';
import type { BindingDef, LibraryUseDef, Located } from '../shape/definitions.js';
import type { Span } from '../source/source-file.js';
import type { InputKind } from './library.js';

export function libraryNotFound(from: string, span: Span, known: readonly string[]): Diagnostic {
  // The folders around libraries are mostly the same.
  const nameOf = (folder: string): string => folder.slice(folder.lastIndexOf('/') + 1);
  const near = didYouMean(nameOf(from), known.map(nameOf));
  const meant = known.filter((folder) => near.includes(nameOf(folder)));
  return makeDiagnostic('KPI2006', `there is no library \`${from}\``, span, {
    label: 'not found',
    notes: [
      'a library is a folder with `kpi.library.yaml`, named from the folder of the project file on; `std/...` is the standard library',
      ...(known.length === 0 ? [] : [`known here: ${listOf(known, 'and')}`]),
    ],
    ...(meant.length === 0 ? {} : { help: `did you mean ${listOf(meant)}?` }),
  });
}

export function otherVersion(use: Located, library: string, version: Located): Diagnostic {
  return makeDiagnostic('KPI2010', `\`${library}\` has version ${version.text}, not ${use.text}`, use.span, {
    label: 'another major version',
    related: [{ span: version.span, label: `the version of \`${library}\`` }],
    notes: ['definitions of another major version may mean something else'],
    help: 'read what has changed, then write the new version',
  });
}

/** `known`: inputs and parameters. */
export function unknownInput(input: Located, library: string, known: readonly string[]): Diagnostic {
  const help = didYouMeanHelp(input.text, known);
  return makeDiagnostic('KPI2007', `\`${library}\` has no input \`${input.text}\``, input.span, {
    label: 'no input',
    notes: help !== undefined || known.length === 0 ? [] : [`its inputs and parameters are ${listOf(known, 'and')}`],
    ...(help === undefined ? {} : { help }),
  });
}

export function uselessInput(input: Located, use: string): Diagnostic {
  return makeDiagnostic('KPI2007', `nothing that \`${use}\` makes needs \`${input.text}\``, input.span, {
    label: 'does nothing',
    notes: ['`only` says what is made'],
    help: 'take it out, or add a metric that needs it to `only`',
  });
}

export function unknownRole(role: Located, input: string, known: readonly string[]): Diagnostic {
  const help = didYouMeanHelp(role.text, known);
  return makeDiagnostic('KPI2007', `\`${input}\` of the library has no field \`${role.text}\``, role.span, {
    label: 'no field of the library',
    notes: help !== undefined ? [] : [`it names ${listOf(known, 'and')}`],
    ...(help === undefined ? {} : { help }),
  });
}

export function uselessRole(role: Located, input: string, use: string): Diagnostic {
  return makeDiagnostic('KPI2007', `nothing that \`${use}\` makes names \`${input}.${role.text}\``, role.span, {
    label: 'does nothing',
    notes: ['what the key of a row is, when it happened or was valid, and what it refers to, your own dataset says'],
    help: 'take it out',
  });
}

export interface MissingInput {
  readonly name: string;
  readonly kind: InputKind;
  readonly description: string | null;
  /** `money per counted thing`. */
  readonly needs: string;
}

/** `without`: metrics of the library that need none of them. */
export function missingInputs(
  use: LibraryUseDef,
  missing: readonly MissingInput[],
  without: readonly string[],
): Diagnostic {
  const names = listOf(
    missing.map(({ name }) => name),
    'and',
  );
  const most = without.slice(0, 4);
  return makeDiagnostic('KPI2008', `\`${use.name.text}\` needs ${names}`, use.withPlace ?? use.name.span, {
    label: missing.length === 1 ? 'an input is missing' : `${missing.length} inputs are missing`,
    notes: missing.map(({ name, kind, description, needs }) =>
      [`\`${name}\` is a ${kind}: ${needs}`, ...(description === null ? [] : [description.trim()])].join('. '),
    ),
    help: [
      `name what stands for ${missing.length === 1 ? 'it' : 'them'} in \`with\``,
      ...(most.length === 0
        ? []
        : [
            `or make only what needs no ${names}: \`only: [${most.join(', ')}${without.length > most.length ? ', ...' : ''}]\``,
          ]),
    ].join(', '),
  });
}

/** `needs`: what has to stand there; `is`: what does. */
export function unfitInput(
  input: { readonly name: string; readonly description: string | null },
  bound: string,
  is: string,
  needs: string,
  span: Span,
  help?: string,
): Diagnostic {
  return makeDiagnostic('KPI2009', `\`${bound}\` is ${is}; \`${input.name}\` needs ${needs}`, span, {
    label: is,
    notes: input.description === null ? [] : [`\`${input.name}\`: ${input.description.trim()}`],
    ...(help === undefined ? {} : { help }),
  });
}

export function notAName(input: string, kind: InputKind, span: Span): Diagnostic {
  return makeDiagnostic('KPI2009', `\`${input}\` takes the name of a ${kind}`, span, {
    label: 'no name',
    notes: ['one number has one name: a formula that is written here would have none'],
    help:
      kind === 'metric' ? 'define a metric with this formula, and name it here' : `define a ${kind}, and name it here`,
  });
}

export function missingField(
  input: string,
  field: string,
  needs: string,
  bound: string,
  span: Span,
  candidates: readonly string[],
): Diagnostic {
  const near = didYouMeanHelp(field, candidates);
  return makeDiagnostic('KPI2009', `\`${bound}\` has no field \`${field}\`, which \`${input}\` needs`, span, {
    label: `no field \`${field}\``,
    notes: [`\`${field}\`: ${needs}`],
    help: near ?? `say what it is called here: \`${input}: { dataset: ${bound}, fields: { ${field}: ... } }\``,
  });
}

export function noDatasetOfFields(input: Located, kind: string): Diagnostic {
  return makeDiagnostic('KPI2009', `\`${input.text}\` is a ${kind}, and has no fields`, input.span, {
    label: 'no dataset',
    help: `write the name alone: \`${input.text}: ...\``,
  });
}

export function aliasOfDataset(use: Located, dataset: Located): Diagnostic {
  return makeDiagnostic('KPI2002', `the name \`${use.text}\` is defined twice`, use.span, {
    label: 'the use of a library',
    related: [{ span: dataset.span, label: 'a dataset of this name' }],
    notes: [`\`${use.text}.cost\` would be a field and a metric`],
    help: 'give the use another name',
  });
}

/** Of the library itself. */
export function inputOfNothing(input: Located, candidates: readonly string[]): Diagnostic {
  const help = didYouMeanHelp(input.text, candidates);
  return makeDiagnostic('KPI2011', `the input \`${input.text}\` is not defined in the library`, input.span, {
    label: 'no metric, dataset or dimension',
    notes: ['the definition of an input stands in for it: it says the type, and feeds the tests'],
    help: help ?? `define \`${input.text}\` in the library, over rows of a sample`,
  });
}

export function inputOfSeveral(input: Located, kinds: readonly InputKind[]): Diagnostic {
  return makeDiagnostic('KPI2011', `the input \`${input.text}\` is a ${kinds.join(' and a ')}`, input.span, {
    label: 'of two kinds',
    help: 'rename one of them',
  });
}

export function parameterAsInput(input: Located): Diagnostic {
  return makeDiagnostic('KPI2011', `\`${input.text}\` is a parameter and no input`, input.span, {
    label: 'a parameter',
    notes: ['every parameter of a library may be given by who uses it, and has a default where it is not'],
    help: 'take it out of `inputs`',
  });
}

export function notAnInput(name: string, kind: InputKind, metric: string, span: Span): Diagnostic {
  return makeDiagnostic('KPI2012', `\`${metric}\` reaches the ${kind} \`${name}\`, which is no input`, span, {
    label: `a ${kind} of the library alone`,
    notes: [
      'a library brings no rows of its own: a metric that is made of it reaches those of who uses it, through inputs',
    ],
    help: `make \`${name}\` an input, or \`${metric}\` itself`,
  });
}

/** `what`: `goals`. */
export function notInLibrary(what: string, span: Span): Diagnostic {
  const isUse = what === 'use';
  return makeDiagnostic('KPI2013', isUse ? 'a library uses no other library' : `a library has no ${what}`, span, {
    label: 'belongs to a project',
    notes: [
      isUse
        ? 'this version of Sextant has no libraries of libraries'
        : 'what a number is for, and who answers for it, is said where the library is used',
    ],
    help: 'take it out',
  });
}

/** `path` is one in that folder. */
export function folderNamedStd(path: string): Diagnostic {
  return makeDiagnostic(
    'KPI2014',
    'a project has no folder `std`',
    { file: path, start: 0, end: 0 },
    {
      label: 'in the folder of the standard library',
      notes: ['`std/...` names the libraries that come with Sextant'],
      help: 'give the folder another name',
    },
  );
}

/** What went wrong in a definition that a library makes, at its use. */
export function inInstance(found: Diagnostic, instance: string, library: string, place: Span): Diagnostic {
  const { instance: _, label, fixes: __, ...rest } = found;
  return {
    ...rest,
    message: `in \`${instance}\`: ${found.message}`,
    span: place,
    label: `does not fit \`${library}\``,
    related: [{ span: found.span, label: label ?? 'here' }, ...found.related],
    fixes: [],
  };
}

/** A side of a sum in a library that the project's own metric leaves without a value. */
export function emptyInputOf(found: Diagnostic, metric: string, { input, value }: BindingDef): Diagnostic {
  const { instance: _, fixes: __, ...rest } = found;
  return {
    ...rest,
    message: `\`${value.text.trim()}\` has no value where it has no rows, and then \`${metric}\` has none`,
    span: value.span,
    label: 'can be empty',
    related: [{ span: found.span, label: `\`${input.text}\` is added or taken away here` }],
    help: `declare \`empty: 0\` on \`${value.text.trim()}\``,
    fixes: [],
  };
}
