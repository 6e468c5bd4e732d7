// What a test expects of one value, read and held against what came out.
import {
  readConstantLike,
  type ConstValue,
  type Diagnostic,
  type Graph,
  type Located,
  type Outcome,
  type ScalarNode,
  type Type,
} from '@sextant/parser';
import { constantOf } from '../reference/constant.js';
import { textOf } from '../value/functions/cast.js';
import { decimalText } from '../value/to-text.js';
import { isReason, type Value } from '../value/value.js';
import { abs, compare, equals, fromScaled, multiply, roundHalfEven, subtract } from '../value/rational.js';
import type { ExpectedValue } from './checked-test.js';
import { unknownReason } from './errors.js';

export interface Asked {
  readonly type: Type;
  readonly percent: boolean;
  readonly decimals: number | null;
}

const TWELVE_DIGITS = fromScaled(1n, 12);
const NO_VALUE = /^\s*no\s+value\s*$/i;

/** Null where it cannot be read, which is reported at its place. */
export function readExpected(
  graph: Graph,
  node: ScalarNode | null,
  reason: Located | null,
  asked: Pick<Asked, 'type'>,
  parameters: ReadonlyMap<string, ConstValue>,
): Outcome<ExpectedValue | null> {
  const diagnostics: Diagnostic[] = [];
  if (reason !== null && !isReason(reason.text)) diagnostics.push(unknownReason(reason));
  const wanted = reason !== null && isReason(reason.text) ? reason.text : null;
  if (node === null || NO_VALUE.test(node.text)) return { value: { kind: 'no_value', reason: wanted }, diagnostics };
  const read = readConstantLike(graph, node, asked.type);
  diagnostics.push(...read.diagnostics);
  if (read.value === null) return { value: null, diagnostics };
  const value = constantOf(graph, read.value, parameters);
  if (value.kind === 'none') return { value: { kind: 'no_value', reason: wanted }, diagnostics };
  const number = value.kind === 'number' ? value.value : null;
  return { value: { kind: 'value', text: number === null ? textOf(value) : node.text, number }, diagnostics };
}

/**
 * Whether a value is the expected one: exactly, or as it leaves the engine where its metric declares `decimals`. A number that
 * floats went into has no exact value, so its first twelve digits must do.
 */
export function isExpected(expected: ExpectedValue, value: Value, asked: Pick<Asked, 'percent' | 'decimals'>): boolean {
  if (expected.kind === 'no_value')
    return value.kind === 'none' && (expected.reason === null || expected.reason === value.reason);
  if (value.kind === 'none') return false;
  if (value.kind !== 'number' || expected.number === null) return textOf(value) === expected.text;
  if (equals(value.value, expected.number)) return true;
  if (value.approximate) {
    const distance = abs(subtract(value.value, expected.number));
    return compare(distance, multiply(abs(expected.number), TWELVE_DIGITS)) <= 0;
  }
  const digits = digitsOf(asked);
  return digits !== null && equals(roundHalfEven(value.value, digits), expected.number);
}

function digitsOf({ percent, decimals }: Pick<Asked, 'percent' | 'decimals'>): number | null {
  return decimals === null ? null : percent ? decimals + 2 : decimals;
}

export function showExpected(expected: ExpectedValue): string {
  if (expected.kind === 'value') return expected.text;
  return expected.reason === null ? 'no value' : `no value (${expected.reason})`;
}

/** In full, with its unit: a difference past the digits that are shown is a difference. */
export function showGot(value: Value, unit: string): string {
  if (value.kind === 'none') return `no value (${value.reason})`;
  if (value.kind !== 'number') return textOf(value);
  const text = decimalText(value.value);
  return unit === '' ? text : `${text} ${unit}`;
}
