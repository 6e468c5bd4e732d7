// Formulas whose value over disjoint groups is known from their sums: sums of additive aggregates, and quotients of two of them.
//
// A linear form is a sum of terms: an additive aggregate, in its context, times numbers that are the same for every group
// (constants, parameters, the length of the window). A quotient form is one linear form over another, plus a number.
import { typedChildren, type CallTyped, type Graph, type Typed } from '@sextant/parser';
import { inContext, isContextOperator, type Around } from './around.js';

export interface Term {
  /** An additive aggregate with all that is around it. */
  readonly leaf: Typed;
  readonly factors: readonly GroupFactor[];
  readonly negative: boolean;
}

/** The same for every group of a side. */
export interface GroupFactor {
  readonly typed: Typed;
  readonly over: boolean;
}

export type LinearForm = readonly Term[];

export interface QuotientForm {
  readonly numerator: LinearForm;
  readonly denominator: LinearForm;
  /** Added to the quotient: the same on both sides, so it has no part in the change. */
  readonly offset: readonly OffsetTerm[];
}

/** A product; of no factors it is 1. */
export interface OffsetTerm {
  readonly factors: readonly GroupFactor[];
  readonly negative: boolean;
}

export type Form =
  | { readonly kind: 'linear'; readonly terms: LinearForm }
  | { readonly kind: 'quotient'; readonly quotient: QuotientForm };

/** Null: it is neither a sum nor a quotient of sums. */
export function formOf(graph: Graph, root: Typed): Form | null {
  const terms = linear(root, []);
  if (terms !== null) return { kind: 'linear', terms };
  const of = quotient(root, []);
  return of === null ? null : { kind: 'quotient', quotient: of };

  function linear(typed: Typed, around: Around): LinearForm | null {
    if (isContextOperator(typed)) {
      // Under `across` a group sees more than its own rows.
      return typed.kind === 'across' ? null : linear(typed.of, [...around, typed]);
    }
    switch (typed.kind) {
      case 'metric': {
        const metric = graph.metrics.get(typed.metric);
        return metric === undefined ? null : linear(metric.formula, around);
      }
      case 'aggregate':
        return typed.fn === 'sum' || typed.fn === 'count' || typed.fn === 'count_rows'
          ? [{ leaf: inContext(typed, around), factors: [], negative: false }]
          : null;
      case 'call':
        return linearCall(typed, around);
      default:
        return null;
    }
  }

  function linearCall(typed: CallTyped, around: Around): LinearForm | null {
    const [a, b] = typed.args;
    if (a === undefined) return null;
    if (typed.fn === 'negate') return negated(linear(a, around));
    // A group without rows adds nothing, which is what the other arguments say too.
    if (typed.fn === 'coalesce') return typed.args.slice(1).every(isZero) ? linear(a, around) : null;
    if (b === undefined) return null;
    switch (typed.fn) {
      case 'add':
      case 'subtract': {
        const [left, right] = [linear(a, around), linear(b, around)];
        const added = typed.fn === 'add' ? right : negated(right);
        return left === null || added === null ? null : [...left, ...added];
      }
      case 'multiply':
        if (isSameForAll(b)) return timesAll(linear(a, around), { typed: inContext(b, around), over: false });
        return isSameForAll(a) ? timesAll(linear(b, around), { typed: inContext(a, around), over: false }) : null;
      case 'divide':
        return isSameForAll(b) ? timesAll(linear(a, around), { typed: inContext(b, around), over: true }) : null;
      default:
        return null;
    }
  }

  function quotient(typed: Typed, around: Around): QuotientForm | null {
    if (isContextOperator(typed)) return typed.kind === 'across' ? null : quotient(typed.of, [...around, typed]);
    if (typed.kind === 'metric') {
      const metric = graph.metrics.get(typed.metric);
      return metric === undefined ? null : quotient(metric.formula, around);
    }
    if (typed.kind === 'aggregate' && typed.fn === 'avg') {
      const part = (fn: 'sum' | 'count'): LinearForm => [
        { leaf: inContext({ ...typed, fn }, around), factors: [], negative: false },
      ];
      return { numerator: part('sum'), denominator: part('count'), offset: [] };
    }
    if (typed.kind !== 'call') return null;
    const [a, b] = typed.args;
    if (a === undefined) return null;
    if (typed.fn === 'negate') return negatedQuotient(quotient(a, around));
    if (b === undefined) return null;
    switch (typed.fn) {
      case 'growth':
      case 'divide': {
        const [numerator, denominator] = [linear(a, around), linear(b, around)];
        const offset = typed.fn === 'growth' ? [{ factors: [], negative: true }] : [];
        if (numerator !== null && denominator !== null) return { numerator, denominator, offset };
        return typed.fn === 'divide' && isSameForAll(b)
          ? scaled(quotient(a, around), { typed: inContext(b, around), over: true })
          : null;
      }
      case 'multiply':
        if (isSameForAll(b)) return scaled(quotient(a, around), { typed: inContext(b, around), over: false });
        return isSameForAll(a) ? scaled(quotient(b, around), { typed: inContext(a, around), over: false }) : null;
      case 'add':
        if (isConstant(b)) return plus(quotient(a, around), b, false);
        return isConstant(a) ? plus(quotient(b, around), a, false) : null;
      case 'subtract':
        if (isConstant(b)) return plus(quotient(a, around), b, true);
        return isConstant(a) ? plus(negatedQuotient(quotient(b, around)), a, false) : null;
      default:
        return null;
    }
  }
}

function negated(form: LinearForm | null): LinearForm | null {
  return form?.map((term) => ({ ...term, negative: !term.negative })) ?? null;
}

function timesAll(form: LinearForm | null, factor: GroupFactor): LinearForm | null {
  return form?.map((term) => ({ ...term, factors: [...term.factors, factor] })) ?? null;
}

function negatedQuotient(form: QuotientForm | null): QuotientForm | null {
  const numerator = negated(form?.numerator ?? null);
  if (form === null || numerator === null) return null;
  return { ...form, numerator, offset: form.offset.map((term) => ({ ...term, negative: !term.negative })) };
}

/** A constant beside the quotient. */
function plus(form: QuotientForm | null, typed: Typed, negative: boolean): QuotientForm | null {
  return form === null ? null : { ...form, offset: [...form.offset, { factors: [{ typed, over: false }], negative }] };
}

function scaled(form: QuotientForm | null, factor: GroupFactor): QuotientForm | null {
  const numerator = timesAll(form?.numerator ?? null, factor);
  if (form === null || numerator === null) return null;
  return { ...form, numerator, offset: form.offset.map((term) => ({ ...term, factors: [...term.factors, factor] })) };
}

function isConstant(typed: Typed): boolean {
  return typed.type.level === 'constant';
}

/** Made of constants and of the window's length alone: no group has anything to do with it. */
function isSameForAll(typed: Typed): boolean {
  if (isConstant(typed) || typed.kind === 'window_length') return true;
  return typed.kind === 'call' && typedChildren(typed).length > 0 && typedChildren(typed).every(isSameForAll);
}

function isZero(typed: Typed): boolean {
  return typed.kind === 'const' && typed.value.kind === 'number' && /^0*\.?0*$/.test(typed.value.text);
}
