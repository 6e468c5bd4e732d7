// The committed answers are what SQL and fractions give, and a third way of counting agrees on money and days.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answersText, computeAnswers } from '../../examples/trailhead/answers/compute.js';
import type { Answers } from '../../examples/trailhead/answers/compute.js';
import {
  add,
  decimalText,
  fraction,
  multiply,
  parseDecimal,
  quantile,
  subtract,
  variance,
} from '../../examples/trailhead/answers/fraction.js';
import type { Fraction } from '../../examples/trailhead/answers/fraction.js';
import { examples, readTable } from './example-files.js';

const folder = join(examples, 'trailhead/data');
const committed = readFileSync(join(examples, 'trailhead/answers.json'), 'utf8');
const { answers } = JSON.parse(committed) as Answers;

test('the answers are computed again to the byte', async () => {
  expect(answersText(await computeAnswers(folder))).toBe(committed);
});

test('no answer is asked twice', () => {
  const keys = answers.map(({ metric, by, bucket }) => `${metric} ${JSON.stringify(by)} ${bucket}`);
  expect(new Set(keys).size).toBe(keys.length);
});

test('revenue by month, counted row by row', () => {
  const berlin = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Europe/Berlin',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const rates = readTable(folder, 'fx.csv');
  const byMonth = new Map<string, Fraction>();
  for (const order of readTable(folder, 'orders.csv')) {
    if (order['status'] !== 'paid') continue;
    const on = berlin.format(new Date(order['ordered_at'] ?? ''));
    const rate = rates.findLast((row) => row['ccy'] === order['currency'] && (row['day'] ?? '') <= on)?.['rate'] ?? '1';
    const net = subtract(parseDecimal(order['amount'] ?? ''), parseDecimal(order['coupon'] ?? '0'));
    const month = on.slice(0, 7);
    byMonth.set(month, add(byMonth.get(month) ?? fraction(0n, 1n), multiply(net, parseDecimal(rate))));
  }
  const expected = answers.filter(({ metric, grain }) => metric === 'revenue' && grain === 'month');
  expect(expected).toHaveLength(12);
  for (const { bucket, value } of expected) {
    expect(decimalText(byMonth.get(bucket ?? '') ?? fraction(0n, 1n)), bucket ?? '').toBe(value);
  }
});

describe('fractions', () => {
  const numbers = [1, 2, 9, 3, 4].map((n) => fraction(BigInt(n), 1n)).toSorted((a, b) => Number(a.n - b.n));

  test('interpolate like type 7', () => {
    expect(quantile(numbers, fraction(1n, 2n))).toEqual(fraction(3n, 1n));
    expect(quantile(numbers, fraction(9n, 10n))).toEqual(fraction(7n, 1n));
    expect(quantile([], fraction(1n, 2n))).toBeNull();
  });

  test('have the variance of a sample', () => {
    expect(variance(numbers)).toEqual(fraction(97n, 10n));
    expect(variance(numbers.slice(0, 1))).toBeNull();
  });

  test('print in full or to 34 significant digits', () => {
    expect(decimalText(fraction(-5n, 4n))).toBe('-1.25');
    expect(decimalText(fraction(300n, 3n))).toBe('100');
    expect(decimalText(fraction(2n, 3n))).toBe(`0.${'6'.repeat(33)}7`);
    expect(decimalText(fraction(1n, 300n))).toBe(`0.00${'3'.repeat(34)}`);
    expect(decimalText(fraction(100n, 3n))).toBe(`33.${'3'.repeat(32)}`);
  });
});
