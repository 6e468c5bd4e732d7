// How a type rule is put together: checks give a problem or null, and the first problem is the answer.
import type { ArgumentFact, ArgumentProblem } from '../function-spec.js';
import { NO_UNIT } from '../../types/unit.js';
import { NONE } from '../../types/value-type.js';
import type { Type } from '../../types/typed.js';

export function firstProblem(
  ...problems: readonly (ArgumentProblem | null)[]
): { readonly problem: ArgumentProblem } | null {
  for (const problem of problems) if (problem !== null) return { problem };
  return null;
}

const ABSENT: Type = { value: NONE, unit: NO_UNIT, level: 'constant', bare: false };

/** The type of an argument; one that was left out counts as no value. */
export function typeAt(args: readonly ArgumentFact[], argument: number): Type {
  return args[argument]?.type ?? ABSENT;
}
