// The check on arguments that have an order: least, greatest, min, max.
import { isNumeric, isTemporal } from '../../types/value-type.js';
import { expected } from '../errors.js';
import type { ArgumentFact, ArgumentProblem } from '../function-spec.js';
import { typeAt } from './outcome.js';

export function mustBeOrderable(args: readonly ArgumentFact[], argument: number): ArgumentProblem | null {
  const { value } = typeAt(args, argument);
  if (isNumeric(value) || isTemporal(value) || value.kind === 'text' || value.kind === 'none') return null;
  return { argument, kind: 'wrong_type', expected: expected.orderable };
}
