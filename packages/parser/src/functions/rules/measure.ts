// What the aggregates that calculate share: their value is a number that measures something.
import { FLOAT, isNumeric, type ValueType } from '../../types/value-type.js';
import { expected, help } from '../errors.js';
import type { ArgumentFact, ArgumentProblem } from '../function-spec.js';

/** A sum of order numbers is a number that means nothing, so an identifier is refused even where it is numeric. */
export function mustBeMeasure(value: ArgumentFact, identifier: boolean): ArgumentProblem | null {
  const { kind } = value.type.value;
  if (identifier) {
    return { argument: 0, kind: 'wrong_type', expected: expected.measure, help: help.countDistinct };
  }
  if (isNumeric(value.type.value)) return null;
  const problem: ArgumentProblem = { argument: 0, kind: 'wrong_type', expected: expected.number };
  return kind === 'boolean' ? { ...problem, help: help.countInstead } : problem;
}

/** `exact` for exact numbers; what is computed from approximate ones stays approximate. */
export function exactOrFloat(value: ArgumentFact, exact: ValueType): ValueType {
  return value.type.value.kind === 'float' ? FLOAT : exact;
}
