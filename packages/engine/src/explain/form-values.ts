// The values of linear forms from what was asked: exact numbers by group.
import { add, divide, multiply, negate, ONE, ZERO, type Rational } from '../value/rational.js';
import type { Value } from '../value/value.js';
import type { Ask, AskList } from './ask-list.js';
import type { LinearForm, OffsetTerm } from './linear-form.js';

export interface AskedTerm {
  readonly leaf: Ask;
  readonly factors: readonly { readonly ask: Ask; readonly over: boolean }[];
  readonly negative: boolean;
}

/** Leaves are asked by group; factors are the same for all of them and asked without. */
export function askTerms(form: LinearForm, leaves: AskList, factors: AskList): readonly AskedTerm[] {
  return form.map((term) => ({
    leaf: leaves.ask(term.leaf),
    ...askFactors(term, factors),
  }));
}

export type AskedFactors = Pick<AskedTerm, 'factors' | 'negative'>;

export function askFactors(term: OffsetTerm, factors: AskList): AskedFactors {
  return {
    factors: term.factors.map(({ typed, over }) => ({ ask: factors.ask(typed), over })),
    negative: term.negative,
  };
}

/** What each term's leaf is multiplied with; null where a factor has no number, or divides by zero. */
export function coefficientsOf(
  terms: readonly AskedFactors[],
  factorOf: (ask: Ask) => Value,
): readonly Rational[] | null {
  const coefficients: Rational[] = [];
  for (const { factors, negative } of terms) {
    let product: Rational | null = negative ? negate(ONE) : ONE;
    for (const { ask, over } of factors) {
      const value = factorOf(ask);
      if (value.kind !== 'number') return null;
      const factor: Rational | null = over ? divide(ONE, value.value) : value.value;
      if (factor === null) return null;
      product = multiply(product, factor);
    }
    coefficients.push(product);
  }
  return coefficients;
}

export interface FormValue {
  readonly value: Rational;
  readonly approximate: boolean;
}

/** A group without rows adds nothing; null where a leaf has no value for another reason. */
export function formValue(
  terms: readonly AskedTerm[],
  coefficients: readonly Rational[],
  valueOf: (ask: Ask) => Value,
): FormValue | null {
  let sum = ZERO;
  let approximate = false;
  for (const [i, { leaf }] of terms.entries()) {
    const value = valueOf(leaf);
    if (value.kind === 'none' && value.reason === 'no_rows') continue;
    if (value.kind !== 'number') return null;
    approximate ||= value.approximate;
    sum = add(sum, multiply(value.value, coefficients[i] ?? ZERO));
  }
  return { value: sum, approximate };
}
