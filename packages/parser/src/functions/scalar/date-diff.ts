// The distance of two times in boundaries crossed: from 23:59 to 00:01 is one day.
import { INTEGER } from '../../types/value-type.js';
import { expected } from '../errors.js';
import type { ArgumentFact, ArgumentProblem, ScalarSpec } from '../function-spec.js';
import { firstProblem, typeAt } from '../rules/outcome.js';
import { mustKnowLevel, unitOfLevel } from '../rules/temporal.js';

export const dateDiffSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'date_diff',
  fn: 'date_diff',
  arguments: [3, 3],
  levelArgument: 0,
  signature: 'date_diff(level, a, b)',
  doc: 'How many boundaries of the level lie between a and b; negative when b is before a.',
  example: 'avg(date_diff(day, deliveries.promised_on, deliveries.arrived_on))',
  rule: (args, { level } = {}) =>
    firstProblem(mustKnowLevel(args, 0, level), mustKnowLevel(args, 1, level), mustBeOfOneType(args)) ?? {
      value: INTEGER,
      unit: unitOfLevel(level),
    },
};

/** A date beside a time would have to say which moment of the day it means, and in which zone. */
function mustBeOfOneType(args: readonly ArgumentFact[]): ArgumentProblem | null {
  const a = typeAt(args, 0).value.kind;
  const b = typeAt(args, 1).value.kind;
  if (a === b || a === 'none' || b === 'none') return null;
  return { argument: 1, kind: 'wrong_type', expected: expected.sameTime };
}
