// An owner: a team, a role or a person who answers for something.
import type { OwnerDef } from './definitions.js';
import { described, line } from './described.js';
import { object, optional, required } from './read-object.js';
import { words } from './read-scalar.js';
import { located, type Reader } from './reader.js';

export const owner: Reader<OwnerDef> = object({
  noun: 'an owner',
  subject: 'name',
  keys: {
    kind: required(words(['team', 'role', 'person']), 'a team, a role or a person'),
    ...described,
    contact: optional(line, 'how to reach them; quote a text that begins with `#`'),
    team: optional(line, 'the owner of kind `team` that they belong to'),
  },
  build: (values, span, at) => ({ name: located(at), ...values, span }),
});
