// Rounding inside a formula, half to even; the digits are constant, because they decide the type.
import { decimal, FLOAT, INTEGER, type ValueType } from '../../types/value-type.js';
import type { ScalarSpec } from '../function-spec.js';
import { mustBeConstantBetween, mustBeNumber, wholeConstant } from '../rules/numeric.js';
import { firstProblem, typeAt } from '../rules/outcome.js';

export const roundSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'round',
  fn: 'round',
  arguments: [1, 2],
  signature: 'round(x, digits)',
  doc: 'The nearest number with so many digits after the point, by default none; a tie goes to the even digit.',
  example: 'round(revenue / orders_placed, 2)',
  rule: (args) =>
    firstProblem(mustBeNumber(args, 0), mustBeConstantBetween(args, 1, 0, 18)) ?? {
      value: rounded(typeAt(args, 0).value, wholeConstant(args[1]) ?? 0),
      unit: typeAt(args, 0).unit,
    },
};

function rounded(value: ValueType, digits: number): ValueType {
  if (value.kind === 'float') return FLOAT;
  return digits === 0 ? INTEGER : decimal(digits);
}
