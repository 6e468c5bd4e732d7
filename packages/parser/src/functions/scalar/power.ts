// Powers; the one function whose result is exact or approximate depending on the value of an argument.
import { NO_UNIT, powerOfUnit } from '../../types/unit.js';
import { decimal, FLOAT, INTEGER, RATIONAL, type ValueType } from '../../types/value-type.js';
import type { ArgumentFact, RuleOutcome, ScalarSpec } from '../function-spec.js';
import { mustBeConstantBetween, mustBeNumber, mustBePlainNumber, wholeConstant } from '../rules/numeric.js';
import { firstProblem, typeAt } from '../rules/outcome.js';

export const powerSpec: ScalarSpec = {
  kind: 'scalar',
  name: 'power',
  fn: 'power',
  arguments: [2, 2],
  signature: 'power(x, n)',
  doc: 'x multiplied n times with itself: exact for a constant whole n, approximate for any other.',
  example: 'power(1 + rate, 12)',
  rule: powerRule,
};

/** Beyond it an exact power has more digits than anybody asked for. */
const LARGEST = 1000;

function powerRule(args: readonly ArgumentFact[]): RuleOutcome {
  const exponent = wholeConstant(args[1]);
  const wrong = firstProblem(mustBeNumber(args, 0), mustBePlainNumber(args, 1));
  if (wrong !== null) return wrong;
  if (exponent === null) return firstProblem(mustBePlainNumber(args, 0)) ?? { value: FLOAT, unit: NO_UNIT };
  const outside = firstProblem(mustBeConstantBetween(args, 1, -LARGEST, LARGEST));
  if (outside !== null) return outside;
  const { value, unit } = typeAt(args, 0);
  return { value: exactPower(value, exponent), unit: powerOfUnit(unit, exponent) };
}

function exactPower(value: ValueType, exponent: number): ValueType {
  if (value.kind === 'float' || value.kind === 'none') return value;
  if (exponent === 0) return INTEGER;
  if (exponent < 0 || value.kind === 'rational') return RATIONAL;
  return value.kind === 'decimal' ? decimal(value.scale * exponent) : INTEGER;
}
