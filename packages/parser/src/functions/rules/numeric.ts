// Checks on arguments that are numbers. `null` passes each of them: a number that has no value.
import { isNumeric } from '../../types/value-type.js';
import { expected, help } from '../errors.js';
import type { ArgumentFact, ArgumentProblem } from '../function-spec.js';
import { typeAt } from './outcome.js';

export function mustBeNumber(args: readonly ArgumentFact[], argument: number): ArgumentProblem | null {
  const { value } = typeAt(args, argument);
  if (isNumeric(value) || value.kind === 'none') return null;
  return { argument, kind: 'wrong_type', expected: expected.number };
}

/** For functions whose result has no meaning in a unit: the logarithm of an amount depends on the currency. */
export function mustBePlainNumber(args: readonly ArgumentFact[], argument: number): ArgumentProblem | null {
  const wrong = mustBeNumber(args, argument);
  if (wrong !== null) return { ...wrong, expected: expected.plainNumber };
  if (typeAt(args, argument).unit.length === 0) return null;
  return { argument, kind: 'wrong_unit', expected: expected.plainNumber, help: help.plainNumber };
}

export function mustBeInteger(args: readonly ArgumentFact[], argument: number): ArgumentProblem | null {
  const { value, unit } = typeAt(args, argument);
  if (value.kind !== 'integer' && value.kind !== 'none') {
    return { argument, kind: 'wrong_type', expected: expected.wholeNumber };
  }
  return unit.length === 0 ? null : { argument, kind: 'wrong_unit', expected: expected.wholeNumber };
}

/** An argument that was left out passes. */
export function mustBeConstantBetween(
  args: readonly ArgumentFact[],
  argument: number,
  low: number,
  high: number,
): ArgumentProblem | null {
  const fact = args[argument];
  if (fact === undefined) return null;
  const wanted = expected.constantBetween(low, high);
  if (!isNumeric(fact.type.value)) return { argument, kind: 'wrong_type', expected: wanted };
  if (fact.type.unit.length > 0) return { argument, kind: 'wrong_unit', expected: wanted };
  if (fact.constant === null) return { argument, kind: 'not_constant', expected: wanted };
  const whole = wholeConstant(fact);
  if (whole !== null && whole >= low && whole <= high) return null;
  return { argument, kind: 'out_of_range', expected: wanted };
}

/** The whole number that a constant is; null where it is none, or none that a double holds exactly. */
export function wholeConstant(fact: ArgumentFact | undefined): number | null {
  const text = fact?.constant ?? '';
  if (!/^[+-]?\d+(\.0*)?$/.test(text)) return null;
  const whole = Number(text);
  return Number.isSafeInteger(whole) ? whole : null;
}
