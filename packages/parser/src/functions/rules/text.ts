// The check on arguments that are texts.
import { expected, help } from '../errors.js';
import type { ArgumentFact, ArgumentProblem } from '../function-spec.js';
import { typeAt } from './outcome.js';

/** Nothing becomes text by itself: `concat(1.10)` would have to choose how many digits to show. */
export function mustBeText(args: readonly ArgumentFact[], argument: number): ArgumentProblem | null {
  const { kind } = typeAt(args, argument).value;
  if (kind === 'text' || kind === 'none') return null;
  return { argument, kind: 'wrong_type', expected: expected.text, help: help.castToText };
}
