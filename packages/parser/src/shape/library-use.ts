// The use of a library: its definitions over metrics, datasets and dimensions of this project.
import type { BindingDef, FieldBindingDef, LibraryUseDef } from './definitions.js';
import { byKind } from './by-kind.js';
import { line } from './described.js';
import { folderForm, nameForm, versionForm } from './forms.js';
import { formula } from './read-formula.js';
import { oneOrMore } from './read-list.js';
import { named } from './read-named.js';
import { object, optional, required } from './read-object.js';
import { text } from './read-scalar.js';
import { located, transform, type Reader } from './reader.js';

const short = transform(formula, (value, at): BindingDef => ({ input: located(at), value, fields: [] }));

const field = transform(line, (found, at): FieldBindingDef => ({ role: located(at), field: found }));

const full = object({
  noun: 'what stands for an input',
  subject: 'key',
  keys: {
    dataset: required(formula, 'a dataset of this project'),
    fields: optional(
      named(field, { noun: 'a field of the library', names: nameForm }),
      'its fields that this project names otherwise than the library',
    ),
  },
  build: ({ dataset, fields }, _span, at): BindingDef | null =>
    dataset === null ? null : { input: located(at), value: dataset, fields: fields ?? [] },
});

const bindings = transform(
  named(byKind({ scalar: short, map: full }), { noun: 'an input', names: nameForm }),
  (values, at) => ({ values, place: at.span }),
);

export const libraryUse: Reader<LibraryUseDef> = object({
  noun: 'the use of a library',
  subject: 'name',
  keys: {
    from: required(
      text(folderForm),
      'the library: `std/marketing`, or its folder, from the folder of the project file on',
    ),
    version: optional(text(versionForm), 'the version that it was written for; another major version is an error'),
    only: optional(oneOrMore(line), 'the metrics that are made, with what they are made of; all where it is absent'),
    with: optional(bindings, 'metrics, datasets and dimensions for its inputs, constants for its parameters'),
  },
  build: ({ with: given, ...rest }, span, at): LibraryUseDef => ({
    name: located(at),
    ...rest,
    with: given?.values ?? [],
    withPlace: given?.place ?? null,
    span,
  }),
});
