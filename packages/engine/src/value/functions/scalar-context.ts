// What a scalar function knows besides its arguments, and the shapes that most of them share.
import type { CalendarLevel, CalendarSpan, ClockLevel, ValueType } from '@sextant/parser';
import type { CalendarSettings } from '../../calendar/calendar-settings.js';
import type { Rational } from '../rational.js';
import type { NoValue, Value } from '../value.js';

export interface ScalarContext {
  readonly calendar: CalendarSettings;
  /** Of `date_trunc` and `date_diff`. Levels of a calendar dataset are looked up by the evaluator and never arrive here. */
  readonly level?: CalendarLevel | ClockLevel | undefined;
  /** Of `date_add`. */
  readonly span?: CalendarSpan | undefined;
  /** Of `as_of`: the question's day. */
  readonly asOfDay?: number | undefined;
  /** The call's type: the target of `cast`, and whether `power` was typed as exact. */
  readonly type?: ValueType | undefined;
}

/** Total: user data never makes it throw. A value of a kind that the checker excludes does, as a fault of the program. */
export type ScalarImplementation = (args: readonly Value[], context: ScalarContext) => Value;

export type SomeValue = Exclude<Value, NoValue>;

export function isSome(value: Value): value is SomeValue {
  return value.kind !== 'none';
}

/** SQL's rule for most functions: without any of the arguments there is no value. The first one without gives the reason. */
export function strict(
  implementation: (args: readonly SomeValue[], context: ScalarContext) => Value,
): ScalarImplementation {
  return (args, context) => {
    const present: SomeValue[] = [];
    for (const arg of args) {
      if (arg.kind === 'none') return arg;
      present.push(arg);
    }
    return implementation(present, context);
  };
}

export function argument(args: readonly SomeValue[], index: number): SomeValue {
  return args[index] ?? fault(`a scalar function misses argument ${index + 1}`);
}

export function numberArgument(args: readonly SomeValue[], index: number): Rational {
  const value = argument(args, index);
  return value.kind === 'number' ? value.value : wrongKind('a number', value);
}

export function textArgument(args: readonly SomeValue[], index: number): string {
  const value = argument(args, index);
  return value.kind === 'text' ? value.value : wrongKind('a text', value);
}

/** Whether the result of these arguments is approximate. */
export function isApproximate(args: readonly Value[]): boolean {
  return args.some((value) => value.kind === 'number' && value.approximate);
}

export function wrongKind(expected: string, value: Value): never {
  return fault(`a scalar function expected ${expected} and got ${value.kind}`);
}

/** For what the checker has excluded: going on would give a plausible wrong number. */
export function fault(message: string): never {
  throw new Error(`internal: ${message}`);
}
