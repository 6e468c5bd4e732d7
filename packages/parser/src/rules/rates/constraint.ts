// What a condition lets one field be, for the conditions of which that can be told: and whether one lets through less than another.
import type { CallTyped, Typed } from '../../types/typed.js';
import { compareScaled, scaledOf } from '../decimal-texts.js';

export type Constraint =
  | { readonly kind: 'one of'; readonly values: readonly string[] }
  | { readonly kind: 'none of'; readonly values: readonly string[] }
  | { readonly kind: 'between'; readonly low: Bound | null; readonly high: Bound | null }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'anything' };

interface Bound {
  readonly value: string;
  readonly inclusive: boolean;
}

/** The part of a condition that is a field or a dimension, and what it may be. */
export interface FieldCondition {
  readonly subject: Typed;
  readonly constraint: Constraint;
}

export function fieldCondition(condition: Typed): FieldCondition | null {
  if (isSubject(condition)) return { subject: condition, constraint: { kind: 'one of', values: ['true'] } };
  if (condition.kind !== 'call') return null;
  const [first, ...rest] = condition.args;
  if (first === undefined) return null;
  if (condition.fn === 'not') return negated(fieldCondition(first));
  if (condition.fn === 'is_null') return isSubject(first) ? { subject: first, constraint: { kind: 'nothing' } } : null;
  const constants = rest.flatMap((one) => constantText(one) ?? []);
  if (isSubject(first) && constants.length === rest.length) {
    const constraint = constraintOf(condition.fn, constants);
    return constraint === null ? null : { subject: first, constraint };
  }
  const [second] = rest;
  const constant = constantText(first);
  if (constant === null || second === undefined || !isSubject(second)) return null;
  const constraint = constraintOf(MIRRORED[condition.fn] ?? null, [constant]);
  return constraint === null ? null : { subject: second, constraint };
}

function isSubject(typed: Typed): boolean {
  return typed.kind === 'field' || typed.kind === 'member';
}

const MIRRORED: Partial<Record<CallTyped['fn'], CallTyped['fn']>> = {
  equal: 'equal',
  not_equal: 'not_equal',
  less: 'greater',
  less_equal: 'greater_equal',
  greater: 'less',
  greater_equal: 'less_equal',
};

function constraintOf(fn: CallTyped['fn'] | null, values: readonly string[]): Constraint | null {
  const [first = '', second = ''] = values;
  const bound = (value: string, inclusive: boolean): Bound => ({ value, inclusive });
  switch (fn) {
    case 'equal':
    case 'in':
      return { kind: 'one of', values };
    case 'not_equal':
      return { kind: 'none of', values };
    case 'between':
      return { kind: 'between', low: bound(first, true), high: bound(second, true) };
    case 'less':
    case 'less_equal':
      return { kind: 'between', low: null, high: bound(first, fn === 'less_equal') };
    case 'greater':
    case 'greater_equal':
      return { kind: 'between', low: bound(first, fn === 'greater_equal'), high: null };
    default:
      return null;
  }
}

/** A condition on no value is neither true nor false, and neither is its negation. */
function negated(of: FieldCondition | null): FieldCondition | null {
  if (of === null) return null;
  switch (of.constraint.kind) {
    case 'one of':
      return isFlag(of.subject)
        ? { ...of, constraint: { kind: 'one of', values: of.constraint.values.map((one) => `${one !== 'true'}`) } }
        : { ...of, constraint: { ...of.constraint, kind: 'none of' } };
    case 'none of':
      return { ...of, constraint: { ...of.constraint, kind: 'one of' } };
    case 'nothing':
      return { ...of, constraint: { kind: 'anything' } };
    case 'anything':
      return { ...of, constraint: { kind: 'nothing' } };
    case 'between':
      return null;
  }
}

function isFlag(subject: Typed): boolean {
  return subject.type.value.kind === 'boolean';
}

function constantText(typed: Typed): string | null {
  if (typed.kind !== 'const') return null;
  const { value } = typed;
  return 'text' in value ? value.text : String(value.value);
}

/** Whether what satisfies `narrow` satisfies `wide`; null where that depends on the data. */
export function implies(narrow: Constraint, wide: Constraint): boolean | null {
  if (narrow.kind === 'nothing' || wide.kind === 'nothing') return narrow.kind === wide.kind;
  if (wide.kind === 'anything') return true;
  // Of all values some are left out, as far as anybody can tell.
  if (narrow.kind === 'anything') return false;
  switch (wide.kind) {
    case 'one of':
      return narrow.kind === 'one of' ? narrow.values.every((value) => wide.values.includes(value)) : null;
    case 'none of':
      if (narrow.kind === 'one of') return !narrow.values.some((value) => wide.values.includes(value));
      return narrow.kind === 'none of' ? wide.values.every((value) => narrow.values.includes(value)) : null;
    case 'between':
      if (narrow.kind === 'none of') return null;
      return narrow.kind === 'one of'
        ? all(narrow.values.map((value) => liesIn(value, wide)))
        : all([reaches(narrow.low, wide.low, 1), reaches(narrow.high, wide.high, -1)]);
  }
}

type Between = Extract<Constraint, { readonly kind: 'between' }>;

function liesIn(value: string, { low, high }: Between): boolean | null {
  const at: Bound = { value, inclusive: true };
  return all([reaches(at, low, 1), reaches(at, high, -1)]);
}

/** Whether a bound is as narrow as another: as high for lower ones (1), as low for upper ones (-1). */
function reaches(narrow: Bound | null, wide: Bound | null, sign: 1 | -1): boolean | null {
  if (wide === null) return true;
  if (narrow === null) return false;
  const order = compare(narrow.value, wide.value);
  if (order === null) return null;
  return order * sign > 0 || (order === 0 && (wide.inclusive || !narrow.inclusive));
}

/** Numbers, or days and instants of one form; the order of other texts is not ours to tell. */
function compare(a: string, b: string): number | null {
  const [first, second] = [scaledOf(a), scaledOf(b)];
  if (first !== null && second !== null) return compareScaled(first, second);
  const isTime = (text: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(text);
  if (!isTime(a) || !isTime(b) || a.length !== b.length) return null;
  return a < b ? -1 : a > b ? 1 : 0;
}

function all(answers: readonly (boolean | null)[]): boolean | null {
  return answers.includes(false) ? false : answers.includes(null) ? null : true;
}
