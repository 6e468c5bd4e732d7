// The type rules of the aggregates.
import { describe, expect, test } from 'vitest';
import { findFunction } from '../../../packages/parser/src/functions/registry.js';
import { applyAggregate } from './apply-rule.js';

const NUMBER = 'argument 0 wrong_type: a number';
const MEASURE = 'argument 0 wrong_type: a number that measures something, not an identifier';
const ORDERABLE = 'argument 0 wrong_type: a number, a date, a time or text';

test.each([
  ['sum', 'integer order', 'integer order'],
  ['sum', 'decimal(2) EUR', 'decimal(2) EUR'],
  ['sum', 'rational EUR', 'exact quotient EUR'],
  ['sum', 'float', 'float'],
  ['avg', 'integer', 'exact quotient'],
  ['avg', 'decimal(2) EUR', 'exact quotient EUR'],
  ['avg', 'float EUR', 'float EUR'],
  ['median', 'decimal(2) EUR', 'exact quotient EUR'],
  ['median', 'float', 'float'],
  ['quantile', 'integer day', 'exact quotient day'],
  ['stddev', 'decimal(2) EUR', 'float EUR'],
  ['variance', 'decimal(2) EUR', 'exact quotient EUR^2'],
  ['variance', 'float EUR/order', 'float EUR^2/order^2'],
  ['min', 'decimal(2) EUR', 'decimal(2) EUR'],
  ['max', 'date', 'date'],
  ['min', 'text', 'text'],
  ['max', 'timestamp', 'timestamp'],
  ['count', 'boolean', 'integer'],
  ['count', 'decimal(2) EUR', 'integer'],
  ['first', 'text', 'text'],
  ['last', 'boolean', 'boolean'],
  ['last', 'decimal(2) EUR', 'decimal(2) EUR'],
])('%s of %s gives %s', (name, value, outcome) => {
  expect(applyAggregate(name, value)).toBe(outcome);
});

describe.each(['sum', 'avg', 'median', 'quantile', 'stddev', 'variance'])('%s', (name) => {
  test.each(['text', 'boolean', 'date', 'timestamp'])('refuses %s', (value) => {
    expect(applyAggregate(name, value)).toBe(NUMBER);
  });

  test('refuses an identifier, even a numeric one', () => {
    expect(applyAggregate(name, 'integer', true)).toBe(MEASURE);
  });
});

test.each(['min', 'max'])('%s refuses truth values', (name) => {
  expect(applyAggregate(name, 'boolean')).toBe(ORDERABLE);
});

test('identifiers may be counted and compared', () => {
  for (const name of ['count', 'min', 'max', 'first', 'last']) {
    expect(applyAggregate(name, 'integer', true)).toBe('integer');
  }
});

test('only sums and counts add up, only quantile takes a fraction', () => {
  const aggregates = ['sum', 'avg', 'min', 'max', 'count', 'median', 'quantile', 'stddev', 'variance', 'first', 'last'];
  const specs = aggregates.map(findFunction).filter((spec) => spec?.kind === 'aggregate');
  expect(specs).toHaveLength(aggregates.length);
  expect(specs.filter((spec) => spec.additive).map((spec) => spec.name)).toEqual(['sum', 'count']);
  expect(specs.filter((spec) => spec.takesFraction).map((spec) => spec.name)).toEqual(['quantile']);
});

test('a refused truth value or identifier comes with what to write instead', () => {
  const sum = findFunction('sum');
  if (sum?.kind !== 'aggregate') throw new Error('sum is an aggregate');
  const type = { value: { kind: 'boolean' }, unit: [], level: 'row', bare: false } as const;
  const outcome = sum.rule({ type, constant: null }, false);
  expect('problem' in outcome && outcome.problem.help).toBe('to count rows write `count(... where ...)`');
});
