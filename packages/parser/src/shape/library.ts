// The head of a library: its name, its version, and what who uses it brings.
import type { InputDef, LibraryDef, Located } from './definitions.js';
import { byKind } from './by-kind.js';
import { anyText, described, line } from './described.js';
import { nameForm, versionForm } from './forms.js';
import { named } from './read-named.js';
import { object, optional, required } from './read-object.js';
import { text } from './read-scalar.js';
import { located, transform, type Reader } from './reader.js';

const short = transform(anyText, (description, at): InputDef => ({ name: located(at), description }));

const full = object({
  noun: 'an input',
  subject: 'name',
  keys: { description: optional(anyText, 'what it is, for who has to find it among their own numbers') },
  build: ({ description }, _span, at): InputDef => ({ name: located(at), description }),
});

const input: Reader<InputDef> = byKind({ scalar: short, map: full });

export const libraryKeys = {
  library: required(line, 'the name of the library'),
  version: required(text(versionForm), 'the version of its definitions'),
  title: described.title,
  description: described.description,
  inputs: optional(
    named(input, { noun: 'an input', names: nameForm }),
    'metrics, datasets and dimensions of the library that who uses it replaces by their own, each with a sentence',
  ),
};

export function libraryDef(
  values: {
    readonly library: Located | null;
    readonly version: Located | null;
    readonly title: Located | null;
    readonly description: Located | null;
    readonly inputs: readonly InputDef[] | null;
  },
  span: LibraryDef['span'],
): LibraryDef {
  const { library, inputs, ...rest } = values;
  const name = library ?? { text: 'library', span: { ...span, end: span.start } };
  return { name, ...rest, inputs: inputs ?? [], span };
}
