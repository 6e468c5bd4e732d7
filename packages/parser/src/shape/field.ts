// A field of a dataset: a column with its type, or a formula over the row.
import type { FieldDef } from './definitions.js';
import { byKind } from './by-kind.js';
import { described, line } from './described.js';
import { fieldType } from './field-type.js';
import { formula } from './read-formula.js';
import { list } from './read-list.js';
import { object, optional } from './read-object.js';
import { flag } from './read-scalar.js';
import { located, transform, wholeSpan, type Reader } from './reader.js';

const full = object({
  noun: 'a field',
  subject: 'name',
  keys: {
    type: optional(
      fieldType,
      'text, integer, decimal(2), float, boolean, date, datetime or timestamp; numbers may have a unit',
    ),
    formula: optional(formula, 'what is computed per row'),
    ...described,
    column: optional(line, 'the column of the source where it has another name'),
    optional: optional(flag, '`true` where a row may have no value'),
    values: optional(list(line, { distinct: true }), 'all values that may occur'),
    references: optional(line, 'the dataset whose key this field holds'),
    as: optional(line, 'the role that tells two references to one dataset apart'),
    currency: optional(line, 'the field that holds the ISO 4217 code of each row'),
    counts: optional(line, 'the unit of a distinct count of this field'),
  },
  rules: [
    {
      kind: 'requires',
      when: null,
      others: [{ key: 'type' }, { key: 'formula' }],
      why: 'a field is a column with a type, or a formula',
    },
    { kind: 'needs', when: { key: 'as' }, others: [{ key: 'references' }], why: '`as` gives a reference a name' },
    {
      kind: 'idle',
      when: { key: 'column' },
      others: [{ key: 'formula' }],
      why: 'a formula is not read from the source',
    },
    {
      kind: 'idle',
      when: { key: 'optional' },
      others: [{ key: 'formula' }],
      why: 'whether a formula may have no value follows from its fields',
    },
    {
      kind: 'idle',
      when: { key: 'counts' },
      others: [{ key: 'references' }],
      why: 'a reference counts what one row of its dataset is',
    },
    {
      kind: 'excludes',
      when: { key: 'currency' },
      others: [{ key: 'type', like: /^(?:text|boolean|date|datetime|timestamp)\b|^[^ ]+ +\S/ }],
      why: 'the currency of each row is the unit of a number whose type names none',
    },
    {
      kind: 'excludes',
      when: { key: 'values' },
      others: [{ key: 'type', like: /^(?!text|integer)/ }],
      why: 'values can be listed for text and integer',
    },
  ],
  build: ({ optional, as, references, ...rest }, span, at): FieldDef => ({
    name: located(at),
    ...rest,
    optional: optional?.value ?? false,
    references: references === null ? null : { dataset: references, as },
    span,
  }),
});

const short = transform(fieldType, (type, at, node): FieldDef => ({
  name: located(at),
  type,
  formula: null,
  title: null,
  description: null,
  ignore: null,
  column: null,
  values: null,
  currency: null,
  counts: null,
  optional: false,
  references: null,
  span: wholeSpan(at, node),
}));

/** `order_id: text`, or a map with `type` or `formula`. */
export const field: Reader<FieldDef> = byKind({ scalar: short, map: full });
