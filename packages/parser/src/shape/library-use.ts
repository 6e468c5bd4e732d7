// The use of a library: its definitions over inputs of this project.
import type { LibraryUseDef } from './definitions.js';
import { line } from './described.js';
import { namedValues } from './parameter-values.js';
import { object, optional, required } from './read-object.js';
import { located, transform, type Reader } from './reader.js';

const inputs = transform(namedValues('an input'), (values) =>
  values.map(({ name, value }) => ({ input: name, value })),
);

export const libraryUse: Reader<LibraryUseDef> = object({
  noun: 'the use of a library',
  subject: 'name',
  keys: {
    from: required(line, 'the library, such as `std/marketing`'),
    with: optional(inputs, 'metrics, datasets or parameters for its inputs'),
  },
  build: ({ from, with: values }, span, at): LibraryUseDef => ({ name: located(at), from, with: values ?? [], span }),
});
