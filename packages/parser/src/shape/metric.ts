// A metric: a number that a formula defines.
import type { MetricDef } from './definitions.js';
import { byKind } from './by-kind.js';
import { anyText, described, line } from './described.js';
import { zeroForm } from './forms.js';
import { formula } from './read-formula.js';
import { oneOrMore } from './read-list.js';
import { object, optional, required } from './read-object.js';
import { text, wholeNumber, words } from './read-scalar.js';
import { located, transform, wholeSpan, type Reader } from './reader.js';

const full = object({
  noun: 'a metric',
  subject: 'name',
  keys: {
    formula: required(formula, 'what is computed'),
    ...described,
    unit: optional(line, 'the unit that the formula must have, such as `EUR/customer`; `1` drops counted units'),
    format: optional(words(['number', 'percent']), 'how values are shown; `percent` is for numbers without a unit'),
    decimals: optional(
      wholeNumber(0, 18),
      'digits after the point where a value leaves the engine; of the percentage where `format` is `percent`',
    ),
    empty: optional(text(zeroForm), '`0` where no row is a zero; only for a metric that is one aggregate'),
    owner: optional(line, 'who answers questions about it'),
    question: optional(anyText, 'the question that it answers, in plain words'),
    aliases: optional(oneOrMore(line), 'other names and abbreviations that people use, such as `CAC`'),
    direction: optional(words(['up', 'down', 'range', 'neither']), 'where better is, for the KPIs that measure it'),
    guardrails: optional(oneOrMore(line), 'metrics that must not suffer for it'),
    source: optional(oneOrMore(anyText), 'who defines it so: a standard, a book, an address'),
    mistake: optional(anyText, 'the commonest mistake that is made with it'),
  },
  build: ({ formula, ...rest }, span, at): MetricDef | null =>
    formula === null ? null : { name: located(at), formula, ...rest, origin: null, span },
});

const short = transform(formula, (formula, at, node): MetricDef => ({
  name: located(at),
  formula,
  title: null,
  description: null,
  unit: null,
  format: null,
  decimals: null,
  empty: null,
  owner: null,
  question: null,
  aliases: null,
  direction: null,
  guardrails: null,
  source: null,
  mistake: null,
  ignore: null,
  origin: null,
  span: wholeSpan(at, node),
}));

/** `revenue: sum(orders.amount)`, or a map with `formula`. */
export const metric: Reader<MetricDef> = byKind({ scalar: short, map: full });
