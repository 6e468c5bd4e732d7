// The one type and unit that several arguments share: coalesce, nullif, least, greatest, mod.
import { isCounted, NO_UNIT, sameUnit, type Unit } from '../../types/unit.js';
import { isNumeric, NONE, widen, type ValueType } from '../../types/value-type.js';
import { expected, help } from '../errors.js';
import type { ArgumentFact, ArgumentProblem, RuleOutcome } from '../function-spec.js';
import { firstProblem } from './outcome.js';

export function commonType(args: readonly ArgumentFact[]): RuleOutcome {
  const unit = commonUnit(args);
  return (
    firstProblem(mustFitTogether(args), mustNotMix(args), mustShareUnit(args, unit)) ?? { value: widest(args), unit }
  );
}

function widest(args: readonly ArgumentFact[]): ValueType {
  return args.reduce<ValueType>((widest, fact) => widen(widest, fact.type.value) ?? widest, NONE);
}

function mustFitTogether(args: readonly ArgumentFact[]): ArgumentProblem | null {
  const value = widest(args);
  const argument = args.findIndex((fact) => widen(value, fact.type.value) === null);
  return argument === -1 ? null : { argument, kind: 'wrong_type', expected: expected.fitting };
}

/**
 * An exact number beside an approximate one needs `approx`, or an exact formula would turn approximate unnoticed.
 * A constant needs none: nobody takes the 0 of `coalesce(x, 0)` for a measurement.
 */
function mustNotMix(args: readonly ArgumentFact[]): ArgumentProblem | null {
  if (!args.some((fact) => fact.type.value.kind === 'float')) return null;
  const argument = args.findIndex(
    ({ type }) => isNumeric(type.value) && type.value.kind !== 'float' && type.level !== 'constant',
  );
  if (argument === -1) return null;
  return { argument, kind: 'approximate', expected: expected.approximate, help: help.approximate };
}

/** That of the first number written with one: a bare number has none of its own to give. */
function commonUnit(args: readonly ArgumentFact[]): Unit {
  return args.find(({ type }) => isNumeric(type.value) && !type.bare)?.type.unit ?? NO_UNIT;
}

function mustShareUnit(args: readonly ArgumentFact[], unit: Unit): ArgumentProblem | null {
  const argument = args.findIndex((fact) => !takesUnit(fact, unit));
  return argument === -1 ? null : { argument, kind: 'wrong_unit', expected: expected.sameUnit };
}

function takesUnit({ type, constant }: ArgumentFact, unit: Unit): boolean {
  if (!isNumeric(type.value)) return true;
  if (!type.bare) return sameUnit(type.unit, unit);
  return isCounted(unit) || isZero(constant);
}

function isZero(constant: string | null): boolean {
  return constant !== null && /^[+-]?0+(\.0*)?$/.test(constant);
}
