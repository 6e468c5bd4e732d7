// The type rules of the functions of dates and times.
import { describe, expect, test } from 'vitest';
import type { CalendarLevel, ClockLevel } from '../../../packages/parser/src/types/typed.js';
import { applyRule } from './apply-rule.js';

const TEMPORAL = 'a date or a time';
const TIMED = 'a datetime or a timestamp';

describe.each(['year', 'quarter', 'month', 'week', 'day', 'day_of_week'])('%s', (name) => {
  test.each([
    ['date', 'integer'],
    ['datetime', 'integer'],
    ['timestamp', 'integer'],
    ['text', `argument 0 wrong_type: ${TEMPORAL}`],
    ['integer', `argument 0 wrong_type: ${TEMPORAL}`],
  ])('of %s gives %s', (arg, outcome) => {
    expect(applyRule(name, [arg])).toBe(outcome);
  });
});

test.each([
  ['datetime', 'integer'],
  ['timestamp', 'integer'],
  ['date', `argument 0 wrong_type: ${TIMED}`],
  ['text', `argument 0 wrong_type: ${TIMED}`],
])('hour of %s gives %s', (arg, outcome) => {
  expect(applyRule('hour', [arg])).toBe(outcome);
});

test.each<[CalendarLevel, string, string]>([
  ['month', 'timestamp', 'date'],
  ['day', 'datetime', 'date'],
  ['fiscal_year', 'date', 'date'],
  [{ dataset: 'retail_weeks', field: 'period' }, 'date', 'date'],
  ['hour', 'timestamp', 'timestamp'],
  ['hour', 'datetime', 'datetime'],
  ['hour', 'date', `argument 0 wrong_type: ${TIMED}`],
  ['month', 'text', `argument 0 wrong_type: ${TEMPORAL}`],
])('date_trunc to %j of %s gives %s', (level, arg, outcome) => {
  expect(applyRule('date_trunc', [arg], { level })).toBe(outcome);
});

test.each<[CalendarLevel | ClockLevel, string[], string]>([
  ['second', ['timestamp', 'timestamp'], 'integer second'],
  ['minute', ['datetime', 'datetime'], 'integer minute'],
  ['minute', ['date', 'date'], `argument 0 wrong_type: ${TIMED}`],
  ['hour', ['timestamp', 'timestamp'], 'integer hour'],
  ['day', ['date', 'date'], 'integer day'],
  ['week', ['date', 'date'], 'integer week'],
  ['month', ['date', 'date'], 'integer'],
  ['quarter', ['datetime', 'datetime'], 'integer'],
  ['fiscal_year', ['date', 'date'], 'integer'],
  ['day', ['date', 'null'], 'integer day'],
  ['hour', ['date', 'date'], `argument 0 wrong_type: ${TIMED}`],
  ['day', ['date', 'timestamp'], 'argument 1 wrong_type: the same type as the other date'],
  ['day', ['date', 'text'], `argument 1 wrong_type: ${TEMPORAL}`],
])('date_diff in %j of %j gives %s', (level, args, outcome) => {
  expect(applyRule('date_diff', args, { level })).toBe(outcome);
});

test.each<[string[], string]>([
  [['date', 'date'], 'integer day'],
  [['timestamp', 'timestamp'], 'decimal(6) second'],
  [['datetime', 'datetime'], 'decimal(6) second'],
  [['agg date', 'agg date'], 'integer day'],
  [['date', 'null'], 'integer day'],
  [['null', 'timestamp'], 'decimal(6) second'],
  [['date', 'timestamp'], 'argument 1 wrong_type: the same type as the other date'],
  [['timestamp', 'datetime'], 'argument 1 wrong_type: the same type as the other date'],
  [['text', 'date'], `argument 0 wrong_type: ${TEMPORAL}`],
  [['date', 'integer'], `argument 1 wrong_type: ${TEMPORAL}`],
])('elapsed of %j gives %s', (args, outcome) => {
  expect(applyRule('elapsed', args)).toBe(outcome);
});

test.each<[string, CalendarLevel, string]>([
  ['date', 'month', 'date'],
  ['timestamp', 'hour', 'timestamp'],
  ['datetime', 'week', 'datetime'],
  ['date', 'hour', `argument 0 wrong_type: ${TIMED}`],
  ['text', 'day', `argument 0 wrong_type: ${TEMPORAL}`],
])('date_add to %s of a %s gives %s', (arg, level, outcome) => {
  expect(applyRule('date_add', [arg], { span: { amount: 2, level } })).toBe(outcome);
});

test('a level that was not understood is no second problem', () => {
  expect(applyRule('date_trunc', ['date'])).toBe('date');
  expect(applyRule('date_diff', ['date', 'date'])).toBe('integer');
  expect(applyRule('date_add', ['date'])).toBe('date');
});
