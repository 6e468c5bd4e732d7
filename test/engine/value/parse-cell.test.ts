import type { ValueType } from '@sextant/parser';
import { describe, expect, test } from 'vitest';
import { cellProblemText } from '../../../packages/engine/src/value/errors.js';
import { parseCell } from '../../../packages/engine/src/value/parse-cell.js';
import { textOf } from '../../../packages/engine/src/value/functions/cast.js';
import { isReason, REASONS } from '../../../packages/engine/src/value/value.js';

const types: Record<string, ValueType> = {
  text: { kind: 'text' },
  integer: { kind: 'integer' },
  'decimal(2)': { kind: 'decimal', scale: 2 },
  float: { kind: 'float' },
  boolean: { kind: 'boolean' },
  date: { kind: 'date' },
  datetime: { kind: 'datetime' },
  timestamp: { kind: 'timestamp' },
};

function read(text: string | null, type: string): string {
  const cell = parseCell(text, types[type] ?? { kind: 'unknown' });
  if (cell.kind === 'problem') return cell.problem;
  if (cell.kind === 'none') return cell.reason;
  const shown = textOf(cell);
  return cell.kind === 'number' && cell.approximate ? `${shown} ~` : shown;
}

describe('cells', () => {
  test.each([
    ['abc ', 'text', 'abc '],
    ['007', 'text', '007'],
    ['42', 'integer', '42'],
    ['-007', 'integer', '-7'],
    ['+5', 'integer', '5'],
    ['5.0', 'integer', '5'],
    ['9007199254740993', 'integer', '9007199254740993'],
    ['10.10', 'decimal(2)', '10.1'],
    ['10.100', 'decimal(2)', '10.1'],
    ['010.5', 'decimal(2)', '10.5'],
    ['1.5e-3', 'float', '0.0015 ~'],
    ['-2E2', 'float', '-200 ~'],
    ['0.1', 'float', '0.1 ~'],
    ['true', 'boolean', 'true'],
    ['FALSE', 'boolean', 'false'],
    ['2026-03-01', 'date', '2026-03-01'],
    ['2026-03-01 10:00', 'datetime', '2026-03-01T10:00:00'],
    ['2026-03-01T10:00:00+02:00', 'timestamp', '2026-03-01T08:00:00Z'],
  ])('%j as %s is %s', (text, type, expected) => expect(read(text, type)).toBe(expected));

  test.each([
    ['5.5', 'integer', 'not_whole'],
    ['1e3', 'integer', 'not_a_number'],
    ['0x10', 'integer', 'not_a_number'],
    ['1_000', 'integer', 'not_a_number'],
    ['1,5', 'decimal(2)', 'not_a_number'],
    [' 1', 'decimal(2)', 'not_a_number'],
    ['1.005', 'decimal(2)', 'too_many_decimals'],
    ['1e3', 'decimal(2)', 'not_a_number'],
    [`1${'0'.repeat(36)}`, 'decimal(2)', 'too_many_digits'],
    [`1${'0'.repeat(38)}`, 'integer', 'too_many_digits'],
    ['NaN', 'float', 'not_a_number'],
    ['Infinity', 'float', 'not_a_number'],
    ['1e9999', 'float', 'not_a_number'],
    ['yes', 'boolean', 'not_a_boolean'],
    ['1', 'boolean', 'not_a_boolean'],
    ['2026-02-29', 'date', 'not_a_date'],
    ['2026-03-01T00:00', 'date', 'not_a_date'],
    ['2026-03-01', 'datetime', 'not_a_datetime'],
    ['2026-03-01T10:00', 'timestamp', 'timestamp_without_offset'],
    ['soon', 'timestamp', 'not_a_timestamp'],
  ])('%j as %s is refused: %s', (text, type, problem) => expect(read(text, type)).toBe(problem));

  test('an empty cell is no value of every type', () => {
    for (const type of Object.keys(types)) {
      expect(read('', type)).toBe('no_value');
      expect(read(null, type)).toBe('no_value');
    }
  });

  test('38 digits fit', () => {
    expect(read('9'.repeat(38), 'integer')).toBe('9'.repeat(38));
    expect(read(`${'9'.repeat(36)}.99`, 'decimal(2)')).toBe(`${'9'.repeat(36)}.99`);
  });

  test('the words say what and where to', () => {
    const problem = (text: string, type: string): string => {
      const cell = parseCell(text, types[type] ?? { kind: 'unknown' });
      return cell.kind === 'problem' ? cellProblemText(cell) : '';
    };
    expect(problem('1.005', 'decimal(2)')).toBe('`1.005` has more decimals than `decimal(2)` keeps');
    expect(problem('2026-03-01T10:00', 'timestamp')).toBe('`2026-03-01T10:00` has no offset, so it names no instant');
    const wrong = ['x', '5.5', '9'.repeat(40)];
    for (const type of Object.keys(types).filter((name) => name !== 'text')) {
      for (const text of wrong) expect(problem(text, type)).not.toMatch(/\.$/);
    }
  });

  test('reasons', () => {
    expect(REASONS.every(isReason)).toBe(true);
    expect(isReason('because')).toBe(false);
    expect(new Set(REASONS).size).toBe(REASONS.length);
  });
});
