// A benchmark: what others reach, with its population, year and source.
import type { BenchmarkDef } from './definitions.js';
import { line } from './described.js';
import type { Form } from './shape.js';
import { formula } from './read-formula.js';
import { named } from './read-named.js';
import { object, optional, required } from './read-object.js';
import { text } from './read-scalar.js';
import { located, transform, type Reader } from './reader.js';

const percentileForm: Form = {
  says: 'a percentile such as `p50`',
  pattern: /^p[1-9]\d?$/,
  words: null,
  also: null,
  code: 'KPI1108',
  help: (name) => {
    const digits = /^(?:p|median)?\s*0*([1-9]\d?)\s*%?$/i.exec(name)?.[1];
    return digits === undefined ? undefined : `write \`p${digits}\``;
  },
  types: ['string'],
};

const yearForm: Form = {
  says: 'a year such as `2026`',
  pattern: /^\d{4}$/,
  words: null,
  also: null,
  code: 'KPI1108',
  help: null,
  types: ['string', 'integer'],
};

const percentile = transform(formula, (value, at) => ({ at: located(at), value }));

export const benchmark: Reader<BenchmarkDef> = object({
  noun: 'a benchmark',
  subject: 'key',
  keys: {
    population: required(line, 'whom it describes'),
    year: required(text(yearForm), 'the year that it describes'),
    source: required(line, 'who says so'),
    value: optional(formula, 'one value'),
    percentiles: optional(
      named(percentile, { noun: 'a percentile', names: percentileForm }),
      'values by percentile: `{ p50: 40 EUR, p90: 70 EUR }`',
    ),
  },
  rules: [
    {
      kind: 'requires',
      when: null,
      others: [{ key: 'value' }, { key: 'percentiles' }],
      why: 'a benchmark is a value, or values by percentile',
    },
    {
      kind: 'excludes',
      when: { key: 'value' },
      others: [{ key: 'percentiles' }],
      why: 'a single value is the percentile `p50`',
    },
  ],
  build: ({ percentiles, ...rest }, span): BenchmarkDef => ({ ...rest, percentiles: percentiles ?? [], span }),
});
