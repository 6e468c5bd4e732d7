// What a function says of itself: the checker, hover, completion and the docs all read the same object.
import type {
  AggregateFunction,
  CalendarLevel,
  CalendarSpan,
  ClockLevel,
  ScalarFunction,
  Type,
} from '../types/typed.js';
import type { Unit } from '../types/unit.js';
import type { ValueType } from '../types/value-type.js';

interface SpecBase {
  /** As written in a formula, lower case. */
  readonly name: string;
  /** `round(x, digits)`. */
  readonly signature: string;
  /** One or two plain sentences: what it gives, what it does with no value. */
  readonly doc: string;
  /** A formula that type-checks against the fixture of the functions' tests. */
  readonly example: string;
}

/** What a type rule says: the result's value type and unit, or what is wrong with which argument (0-based). */
export type RuleOutcome = { readonly value: ValueType; readonly unit: Unit } | { readonly problem: ArgumentProblem };

export interface ArgumentProblem {
  /** Which of the value arguments that the rule was given, from 0. */
  readonly argument: number;
  readonly kind: 'wrong_type' | 'wrong_unit' | 'not_constant' | 'out_of_range' | 'approximate';
  /** `a number`, `a whole number of digits`, `the same unit as the first argument`. */
  readonly expected: string;
  readonly help?: string;
}

/** The constant that an argument is, where it is one: digits of `round`, exponent of `power`. Exact text. */
export interface ArgumentFact {
  readonly type: Type;
  readonly constant: string | null;
}

/** What the arguments say that are words and no values; each is there only where it was written and understood. */
export interface RuleWords {
  readonly level?: CalendarLevel | ClockLevel;
  readonly span?: CalendarSpan;
}

/** Works on rows, on results and on constants alike; levels are the checker's. */
export interface ScalarSpec extends SpecBase {
  readonly kind: 'scalar';
  readonly fn: ScalarFunction;
  /** How many arguments, words included. `max` is Infinity where there may be any number. */
  readonly arguments: readonly [min: number, max: number];
  /** Arguments that are words and no values: the level of `date_trunc(month, x)`. */
  readonly levelArgument?: number;
  /** It is the question's: what is defined before any question does not know it. */
  readonly ofQuestion?: true;
  /** The level may be a minute or a second too. */
  readonly clockLevels?: true;
  /** Arguments that are lengths in the calendar: `date_add(x, 1 month)`. */
  readonly spanArgument?: number;
  /** Sees value arguments only, in order. Unknown types never arrive. */
  readonly rule: (args: readonly ArgumentFact[], words?: RuleWords) => RuleOutcome;
}

/** Aggregates rows of a dataset, or, around `per`, values of groups. */
export interface AggregateSpec extends SpecBase {
  readonly kind: 'aggregate';
  readonly fn: AggregateFunction;
  /** The value's type in, the result's out. `identifier`: the field is a key or a reference. */
  readonly rule: (value: ArgumentFact, identifier: boolean) => RuleOutcome;
  /** `quantile(x, 0.9)`. */
  readonly takesFraction: boolean;
  /** Values of disjoint groups add up to the value of the whole. `count(distinct x)` does not, though `count` does. */
  readonly additive: boolean;
}

/** Changes the context or spans several rows; the checker has the typing of each by name. */
export interface ContextSpec extends SpecBase {
  readonly kind: 'context';
  /** How it is written: `prior(...)`, or as a word of its own, `m across channel`. */
  readonly form: 'call' | 'word';
}

export type FunctionSpec = ScalarSpec | AggregateSpec | ContextSpec;
