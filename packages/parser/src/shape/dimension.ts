// A dimension: one meaning for fields of several datasets.
import type { DimensionDef, Located } from './definitions.js';
import { byKind } from './by-kind.js';
import { described, fieldPath } from './described.js';
import { object, required } from './read-object.js';
import { oneOrMore } from './read-list.js';
import { located, transform, wholeSpan, type Reader } from './reader.js';

const fields = oneOrMore(fieldPath);

const full = object({
  noun: 'a dimension',
  subject: 'name',
  keys: { fields: required(fields, 'the fields that mean it, one per dataset'), ...described },
  build: ({ fields, ...rest }, span, at): DimensionDef | null =>
    fields === null ? null : { name: located(at), fields, ...rest, span },
});

const short = transform(fields, (fields: readonly Located[], at, node): DimensionDef => ({
  name: located(at),
  fields,
  title: null,
  description: null,
  ignore: null,
  span: wholeSpan(at, node),
}));

/** `region: customers.region`, a list of fields, or a map with `fields`. */
export const dimension: Reader<DimensionDef> = byKind({ scalar: short, list: short, map: full });
