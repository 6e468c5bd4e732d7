// The value of a parameter: a literal, another parameter, or arithmetic of those that has an end.
import type { CallTyped, ConstValue, Graph, Typed } from '@sextant/parser';
import { add, divide, fromDecimalText, multiply, negate, subtract, type Rational } from '../value/rational.js';
import { decimalsNeeded, roundedText } from '../value/to-text.js';

/** Null for what is no such value: an exact quotient without an end has no decimal that is it. */
export function constantOf(typed: Typed, parameter: (name: string) => ConstValue | null): ConstValue | null {
  switch (typed.kind) {
    case 'const':
      return typed.value;
    case 'parameter':
      return parameter(typed.parameter);
    case 'call': {
      const numbers = typed.args.flatMap((arg) => {
        const value = constantOf(arg, parameter);
        const number = value?.kind === 'number' ? fromDecimalText(value.text) : null;
        return number === null ? [] : [number];
      });
      const result = numbers.length === typed.args.length ? computed(typed.fn, numbers) : null;
      const digits = result === null ? null : decimalsNeeded(result);
      return result === null || digits === null ? null : { kind: 'number', text: roundedText(result, digits) };
    }
    default:
      return null;
  }
}

/** Of all parameters of a project that have one. */
export function defaultsOf({ parameters }: Graph): ReadonlyMap<string, ConstValue> {
  const values = new Map<string, ConstValue | null>();
  const valueOf = (name: string): ConstValue | null => {
    const known = values.get(name);
    if (known !== undefined) return known;
    // What needs itself was reported, and has no value.
    values.set(name, null);
    const found = parameters.get(name);
    const value = found === undefined ? null : constantOf(found.value, valueOf);
    values.set(name, value);
    return value;
  };
  return new Map(
    [...parameters.keys()].flatMap((name) => {
      const value = valueOf(name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
}

function computed(fn: CallTyped['fn'], [a, b]: readonly Rational[]): Rational | null {
  if (a === undefined) return null;
  if (fn === 'negate') return negate(a);
  if (b === undefined) return null;
  switch (fn) {
    case 'add':
      return add(a, b);
    case 'subtract':
      return subtract(a, b);
    case 'multiply':
      return multiply(a, b);
    case 'divide':
      return divide(a, b);
    default:
      return null;
  }
}
