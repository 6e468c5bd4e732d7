// Small constructors of typed nodes and types.
import type { Range } from '../source/source-file.js';
import type { CallTyped, ConstTyped, ConstValue, Level, ScalarFunction, Type, Typed, UnknownTyped } from './typed.js';
import { NO_UNIT, type Unit } from './unit.js';
import { BOOLEAN, INTEGER, UNKNOWN, type ValueType } from './value-type.js';

export function makeType(value: ValueType, unit: Unit, level: Level): Type {
  return { value, unit, level, bare: false };
}

export function unknownAt(range: Range): UnknownTyped {
  return { kind: 'unknown', type: { value: UNKNOWN, unit: NO_UNIT, level: 'constant', bare: false }, range };
}

export function isUnknown(typed: Typed): boolean {
  return typed.type.value.kind === 'unknown';
}

export function constant(value: ConstValue, type: ValueType, unit: Unit, range: Range, bare: boolean): ConstTyped {
  return { kind: 'const', value, type: { value: type, unit, level: 'constant', bare }, range };
}

export function integerConstant(text: string, range: Range): ConstTyped {
  return constant({ kind: 'number', text }, INTEGER, NO_UNIT, range, true);
}

export function call(fn: ScalarFunction, args: readonly Typed[], type: Type, range: Range): CallTyped {
  return { kind: 'call', fn, args, type, range };
}

/** The level of what is made of `parts`; a row value and an aggregate together are refused before this is asked. */
export function joinLevels(parts: readonly Typed[]): Level {
  if (parts.some((part) => part.type.level === 'row')) return 'row';
  return parts.some((part) => part.type.level === 'aggregate') ? 'aggregate' : 'constant';
}

export function condition(fn: ScalarFunction, args: readonly Typed[], range: Range): CallTyped {
  return call(fn, args, makeType(BOOLEAN, NO_UNIT, joinLevels(args)), range);
}

/** The exact text of a number constant; null for everything else. A minus sign before a literal belongs to it. */
export function numberText(typed: Typed): string | null {
  if (typed.kind === 'const' && typed.value.kind === 'number') return typed.value.text;
  if (typed.kind === 'call' && typed.fn === 'negate' && typed.args[0] !== undefined) {
    const text = numberText(typed.args[0]);
    return text === null ? null : text.startsWith('-') ? text.slice(1) : `-${text}`;
  }
  return null;
}

export function isZeroText(text: string | null): boolean {
  return text !== null && /^-?0*\.?0*$/.test(text);
}
