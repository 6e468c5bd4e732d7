// The type rules of the functions that choose one of their arguments.
import { describe, expect, test } from 'vitest';
import { applyRule } from './apply-rule.js';

const SAME_UNIT = 'the same unit as the other arguments';
const FITTING = 'a value of the same type as the other arguments';
const ORDERABLE = 'a number, a date, a time or text';

describe.each(['coalesce', 'least', 'greatest'])('%s', (name) => {
  test.each([
    [['decimal(2) EUR', 'decimal(4) EUR'], 'decimal(4) EUR'],
    [['integer', 'rational'], 'exact quotient'],
    [['decimal(2) EUR', '=0'], 'decimal(2) EUR'],
    [['=0', 'decimal(2) EUR'], 'decimal(2) EUR'],
    [['decimal(2) EUR', '=0.00'], 'decimal(2) EUR'],
    [['integer order', '=5', '=7.5'], 'decimal(1) order'],
    [['decimal(2) EUR', 'null'], 'decimal(2) EUR'],
    [['text', 'text'], 'text'],
    [['date', 'date'], 'date'],
    [['float', '=0'], 'float'],
    [['=1', '=2.5'], 'decimal(1)'],
  ])('%j gives %s', (args, outcome) => {
    expect(applyRule(name, args)).toBe(outcome);
  });

  test.each([
    [['decimal(2) EUR', '=5'], `argument 1 wrong_unit: ${SAME_UNIT}`],
    [['=5', 'decimal(2) EUR'], `argument 0 wrong_unit: ${SAME_UNIT}`],
    [['decimal(2) EUR', 'decimal(2)'], `argument 1 wrong_unit: ${SAME_UNIT}`],
    [['decimal(2) EUR', 'decimal(2) EUR', 'decimal(2) USD'], `argument 2 wrong_unit: ${SAME_UNIT}`],
    [['integer order', 'integer customer'], `argument 1 wrong_unit: ${SAME_UNIT}`],
    [['integer', 'text'], `argument 1 wrong_type: ${FITTING}`],
    [['date', 'timestamp'], `argument 1 wrong_type: ${FITTING}`],
    [['float', 'decimal(2)'], 'argument 1 approximate: an approximate number, as another argument is one'],
    [['decimal(2)', 'float'], 'argument 0 approximate: an approximate number, as another argument is one'],
  ])('%j is refused: %s', (args, outcome) => {
    expect(applyRule(name, args)).toBe(outcome);
  });
});

test('coalesce takes truth values, least and greatest do not', () => {
  expect(applyRule('coalesce', ['boolean', 'boolean'])).toBe('boolean');
  expect(applyRule('least', ['boolean', 'boolean'])).toBe(`argument 0 wrong_type: ${ORDERABLE}`);
  expect(applyRule('greatest', ['date', 'boolean'])).toBe(`argument 1 wrong_type: ${ORDERABLE}`);
});

test.each([
  [['integer order', '=0'], 'integer order'],
  [['integer', '=0.5'], 'integer'],
  [['decimal(2) EUR', '=0'], 'decimal(2) EUR'],
  [['text', 'text'], 'text'],
  [['decimal(2) EUR', '=1'], `argument 1 wrong_unit: ${SAME_UNIT}`],
  [['text', '=1'], `argument 1 wrong_type: ${FITTING}`],
])('nullif %j gives %s', (args, outcome) => {
  expect(applyRule('nullif', args)).toBe(outcome);
});
