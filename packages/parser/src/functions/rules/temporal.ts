// Checks on arguments that are dates or times, and the types and units that calendar levels lead to.
import type { CalendarLevel, ClockLevel } from '../../types/typed.js';
import { NO_UNIT, TIME_UNITS, unitOf, type Unit } from '../../types/unit.js';
import { isTemporal } from '../../types/value-type.js';
import { expected, help } from '../errors.js';
import type { ArgumentFact, ArgumentProblem } from '../function-spec.js';
import { typeAt } from './outcome.js';

export function mustBeTemporal(args: readonly ArgumentFact[], argument: number): ArgumentProblem | null {
  const { value } = typeAt(args, argument);
  if (isTemporal(value) || value.kind === 'none') return null;
  return { argument, kind: 'wrong_type', expected: expected.temporal };
}

export function mustHaveTimeOfDay(args: readonly ArgumentFact[], argument: number): ArgumentProblem | null {
  const { kind } = typeAt(args, argument).value;
  if (kind === 'datetime' || kind === 'timestamp' || kind === 'none') return null;
  const problem: ArgumentProblem = { argument, kind: 'wrong_type', expected: expected.timeOfDay };
  return kind === 'date' ? { ...problem, help: help.timeOfDay } : problem;
}

/** Temporal, and with a time of day where the level is finer than a day. */
export function mustKnowLevel(
  args: readonly ArgumentFact[],
  argument: number,
  level: CalendarLevel | ClockLevel | undefined,
): ArgumentProblem | null {
  return level === 'hour' || level === 'minute' || level === 'second'
    ? mustHaveTimeOfDay(args, argument)
    : mustBeTemporal(args, argument);
}

/** A date beside a time would have to say which moment of the day it means, and in which zone. */
export function mustBeOfOneTime(args: readonly ArgumentFact[]): ArgumentProblem | null {
  const a = typeAt(args, 0).value.kind;
  const b = typeAt(args, 1).value.kind;
  if (a === b || a === 'none' || b === 'none') return null;
  return { argument: 1, kind: 'wrong_type', expected: expected.sameTime, help: help.sameTime(a) };
}

/** Lengths that never vary are units of time; months, quarters and years are calendar spans and give a plain number. */
export function unitOfLevel(level: CalendarLevel | ClockLevel | undefined): Unit {
  return typeof level === 'string' && level in TIME_UNITS ? unitOf(level, 'time') : NO_UNIT;
}
