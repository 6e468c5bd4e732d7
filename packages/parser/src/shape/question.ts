// A question with a name: checked with the project, asked by name.
import type { QuestionDef } from './definitions.js';
import { day, described, line } from './described.js';
import { namedValues } from './parameter-values.js';
import { formula } from './read-formula.js';
import { oneOrMore } from './read-list.js';
import { object, optional, required } from './read-object.js';
import { wholeNumber } from './read-scalar.js';
import { located, type Reader } from './reader.js';

export const question: Reader<QuestionDef> = object({
  noun: 'a question',
  subject: 'name',
  keys: {
    metrics: required(oneOrMore(line), 'the metrics that are asked'),
    ...described,
    by: optional(oneOrMore(line), 'dimensions'),
    grain: optional(line, 'a calendar level, such as `month`'),
    from: optional(line, 'the first day, or a period that begins with it'),
    to: optional(line, 'the last day, or a period that ends with it'),
    over: optional(line, 'a period instead of `from` and `to`'),
    where: optional(formula, 'a condition on rows'),
    having: optional(formula, 'a condition on groups'),
    order: optional(oneOrMore(line), 'names, each with `desc` where the largest comes first'),
    limit: optional(wholeNumber(1, 1_000_000_000), 'the most rows of the answer'),
    as_of: optional(day, 'the day that the question is asked for'),
    parameters: optional(namedValues('a parameter'), 'values of parameters'),
  },
  rules: [
    {
      kind: 'excludes',
      when: { key: 'over' },
      others: [{ key: 'from' }, { key: 'to' }],
      why: 'a question has one range',
    },
  ],
  build: ({ metrics, by, order, as_of, parameters, ...rest }, span, at): QuestionDef => ({
    name: located(at),
    ...rest,
    metrics: metrics ?? [],
    by: by ?? [],
    order: order ?? [],
    asOf: as_of,
    parameters: parameters ?? [],
    span,
  }),
});
