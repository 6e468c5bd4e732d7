// A parameter: a constant with a default that a question may replace.
import type { ParameterDef } from './definitions.js';
import { byKind } from './by-kind.js';
import { described } from './described.js';
import { formula } from './read-formula.js';
import { object, required } from './read-object.js';
import { located, transform, wholeSpan, type Reader } from './reader.js';

const full = object({
  noun: 'a parameter',
  subject: 'name',
  keys: { value: required(formula, 'the default, a constant'), ...described },
  build: ({ value, ...rest }, span, at): ParameterDef | null =>
    value === null ? null : { name: located(at), value, ...rest, origin: null, span },
});

const short = transform(formula, (value, at, node): ParameterDef => ({
  name: located(at),
  value,
  title: null,
  description: null,
  ignore: null,
  origin: null,
  span: wholeSpan(at, node),
}));

/** `discount_rate: 10%`, or a map with `value`. */
export const parameter: Reader<ParameterDef> = byKind({ scalar: short, map: full });
