// The type rules of the functions of numbers.
import { describe, expect, test } from 'vitest';
import { applyRule } from './apply-rule.js';

const NUMBER = 'a number';
const PLAIN = 'a number without a unit';
const DIGITS = 'a constant whole number from 0 to 18';

const cases: Record<string, readonly (readonly [args: readonly string[], outcome: string])[]> = {
  abs: [
    [['decimal(2) EUR'], 'decimal(2) EUR'],
    [['agg rational EUR/order'], 'exact quotient EUR/order'],
    [['float'], 'float'],
    [['null'], 'no value'],
    [['text'], `argument 0 wrong_type: ${NUMBER}`],
    [['boolean'], `argument 0 wrong_type: ${NUMBER}`],
  ],
  round: [
    [['rational EUR'], 'integer EUR'],
    [['rational EUR', '=2'], 'decimal(2) EUR'],
    [['decimal(4)', '=18'], 'decimal(18)'],
    [['decimal(4)', '=2.0'], 'decimal(2)'],
    [['float EUR', '=2'], 'float EUR'],
    [['date'], `argument 0 wrong_type: ${NUMBER}`],
    [['decimal(4)', 'integer'], `argument 1 not_constant: ${DIGITS}`],
    [['decimal(4)', '=19'], `argument 1 out_of_range: ${DIGITS}`],
    [['decimal(4)', '=-1'], `argument 1 out_of_range: ${DIGITS}`],
    [['decimal(4)', '=1.5'], `argument 1 out_of_range: ${DIGITS}`],
    [['decimal(4)', '=2 EUR'], `argument 1 wrong_unit: ${DIGITS}`],
    [['decimal(4)', 'text'], `argument 1 wrong_type: ${DIGITS}`],
  ],
  floor: [
    [['decimal(2) EUR'], 'integer EUR'],
    [['rational'], 'integer'],
    [['float'], 'float'],
    [['text'], `argument 0 wrong_type: ${NUMBER}`],
  ],
  ceil: [
    [['decimal(2) EUR'], 'integer EUR'],
    [['float hour'], 'float hour'],
    [['timestamp'], `argument 0 wrong_type: ${NUMBER}`],
  ],
  mod: [
    [['integer order', '=12'], 'integer order'],
    [['decimal(2) EUR', 'decimal(3) EUR'], 'decimal(3) EUR'],
    [['rational', 'integer'], 'exact quotient'],
    [['decimal(2) EUR', '=12'], 'argument 1 wrong_unit: the same unit as the other arguments'],
    [['decimal(2) EUR', 'decimal(2) USD'], 'argument 1 wrong_unit: the same unit as the other arguments'],
    [['float', 'integer'], 'argument 1 approximate: an approximate number, as another argument is one'],
    [['float', '=2'], 'float'],
    [['text', 'text'], `argument 0 wrong_type: ${NUMBER}`],
  ],
  power: [
    [['integer order', '=2'], 'integer order^2'],
    [['integer', '=0'], 'integer'],
    [['decimal(2) EUR', '=3'], 'decimal(6) EUR^3'],
    [['decimal(2) EUR', '=0'], 'integer'],
    [['decimal(2) EUR/order', '=-1'], 'exact quotient order/EUR'],
    [['integer', '=-2'], 'exact quotient'],
    [['rational', '=2'], 'exact quotient'],
    [['float EUR', '=2'], 'float EUR^2'],
    [['decimal(2)', '=0.5'], 'float'],
    [['decimal(2)', 'integer'], 'float'],
    [['decimal(2) EUR', '=0.5'], `argument 0 wrong_unit: ${PLAIN}`],
    [['decimal(2) EUR', 'integer'], `argument 0 wrong_unit: ${PLAIN}`],
    [['decimal(2)', '=1001'], 'argument 1 out_of_range: a constant whole number from -1000 to 1000'],
    [['decimal(2)', '=2 EUR'], `argument 1 wrong_unit: ${PLAIN}`],
    [['decimal(2)', 'text'], `argument 1 wrong_type: ${PLAIN}`],
    [['text', '=2'], `argument 0 wrong_type: ${NUMBER}`],
  ],
  sqrt: [
    [['integer'], 'float'],
    [['rational EUR^2'], 'float EUR'],
    [['rational EUR^2/order^4'], 'float EUR/order^2'],
    [['decimal(2) EUR'], `argument 0 wrong_unit: ${PLAIN}`],
    [['rational EUR^2/order'], `argument 0 wrong_unit: ${PLAIN}`],
    [['text'], `argument 0 wrong_type: ${NUMBER}`],
  ],
  exp: [
    [['decimal(4)'], 'float'],
    [['decimal(2) EUR'], `argument 0 wrong_unit: ${PLAIN}`],
    [['date'], `argument 0 wrong_type: ${PLAIN}`],
  ],
  ln: [
    [['rational'], 'float'],
    [['integer order'], `argument 0 wrong_unit: ${PLAIN}`],
    [['boolean'], `argument 0 wrong_type: ${PLAIN}`],
  ],
  approx: [
    [['decimal(2) EUR'], 'float EUR'],
    [['float'], 'float'],
    [['text'], `argument 0 wrong_type: ${NUMBER}`],
  ],
};

describe.each(Object.entries(cases))('%s', (name, rows) => {
  test.each(rows)('%j gives %s', (args, outcome) => {
    expect(applyRule(name, args)).toBe(outcome);
  });
});
