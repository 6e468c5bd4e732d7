// The registry as a whole: names, texts, and that nothing callable is missing.
import { expect, test } from 'vitest';
import { allFunctions, findFunction, functionNames } from '../../../packages/parser/src/functions/registry.js';
import type { AggregateFunction, ScalarFunction } from '../../../packages/parser/src/types/typed.js';

/** How each scalar function of the typed tree is written; the type makes a missing one an error. */
const written: Record<ScalarFunction, 'function' | 'operator' | 'context'> = {
  add: 'operator',
  subtract: 'operator',
  multiply: 'operator',
  divide: 'operator',
  negate: 'operator',
  equal: 'operator',
  not_equal: 'operator',
  less: 'operator',
  less_equal: 'operator',
  greater: 'operator',
  greater_equal: 'operator',
  and: 'operator',
  or: 'operator',
  not: 'operator',
  is_null: 'operator',
  in: 'operator',
  between: 'operator',
  like: 'operator',
  mod: 'function',
  power: 'function',
  coalesce: 'function',
  nullif: 'function',
  least: 'function',
  greatest: 'function',
  abs: 'function',
  round: 'function',
  floor: 'function',
  ceil: 'function',
  sqrt: 'function',
  exp: 'function',
  ln: 'function',
  lower: 'function',
  upper: 'function',
  trim: 'function',
  substring: 'function',
  concat: 'function',
  length: 'function',
  starts_with: 'function',
  contains: 'function',
  year: 'function',
  quarter: 'function',
  month: 'function',
  week: 'function',
  day: 'function',
  day_of_week: 'function',
  hour: 'function',
  date_trunc: 'function',
  date_diff: 'function',
  elapsed: 'function',
  date_add: 'function',
  as_of: 'function',
  approx: 'function',
  cast: 'context',
  growth: 'context',
};

/** count_rows and count_distinct are written `count` too. */
const aggregates: Record<AggregateFunction, string> = {
  sum: 'sum',
  avg: 'avg',
  min: 'min',
  max: 'max',
  count_rows: 'count',
  count: 'count',
  count_distinct: 'count',
  median: 'median',
  quantile: 'quantile',
  stddev: 'stddev',
  variance: 'variance',
  first: 'first',
  last: 'last',
};

test('every callable function of the typed tree has a spec of its kind, and no spec is of something else', () => {
  for (const [fn, how] of Object.entries(written)) {
    const spec = findFunction(fn);
    if (how === 'function') expect(spec).toMatchObject({ kind: 'scalar', fn });
    if (how === 'context') expect(spec).toMatchObject({ kind: 'context' });
    if (how === 'operator') expect(spec).toBeNull();
  }
  for (const name of Object.values(aggregates)) expect(findFunction(name)).toMatchObject({ kind: 'aggregate', name });
});

test('what changes the context has a doc', () => {
  const words =
    'prior change growth to_date whole rolling cumulative opening closing share conversion conversions retention ' +
    'top_share convert target days hours if cast case per where dated across';
  for (const name of words.split(' ')) expect(findFunction(name), name).toMatchObject({ kind: 'context', name });
});

test('names are unique, lower case and found in any case', () => {
  const names = allFunctions.map((spec) => spec.name);
  expect(new Set(names).size).toBe(names.length);
  for (const spec of allFunctions) {
    expect(spec.name).toMatch(/^[a-z][a-z_]*$/);
    expect(findFunction(spec.name.toUpperCase())).toBe(spec);
  }
  expect(findFunction('DATE_TRUNC')?.name).toBe('date_trunc');
  expect(findFunction('no_such_function')).toBeNull();
  expect(findFunction('constructor')).toBeNull();
});

test('words with a syntax of their own are no candidates for the name of a call', () => {
  expect(functionNames()).toEqual(expect.arrayContaining(['sum', 'round', 'prior']));
  for (const word of ['where', 'per', 'across', 'dated', 'case']) expect(functionNames()).not.toContain(word);
});

test('docs are short sentences that end in a full stop', () => {
  for (const { name, doc } of allFunctions) {
    expect(doc, name).toMatch(/\.$/);
    expect(doc.length, name).toBeLessThanOrEqual(120);
  }
});

test('signatures and examples show the function', () => {
  for (const spec of allFunctions) {
    expect(spec.example, spec.name).toMatch(new RegExp(`\\b${spec.name}\\b`));
    const call = spec.kind !== 'context' || spec.form === 'call';
    if (call) expect(spec.signature.startsWith(`${spec.name}(`), spec.name).toBe(true);
    else expect(spec.signature, spec.name).toContain(spec.name);
  }
});

test('a scalar signature names as many arguments as the rule admits', () => {
  for (const spec of allFunctions) {
    if (spec.kind !== 'scalar') continue;
    const inside = spec.signature
      .slice(spec.name.length + 1, -1)
      .split(', ')
      .filter((one) => one !== '');
    const [min, max] = spec.arguments;
    expect(max, spec.name).toBe(inside.at(-1) === '...' ? Infinity : inside.length);
    expect(min, spec.name).toBeLessThanOrEqual(max);
  }
});
