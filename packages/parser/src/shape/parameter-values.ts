// Values for parameters by name, as questions and tests give them.
import type { Located } from './definitions.js';
import type { ScalarNode } from '../yaml/tree.js';
import { parameterNameForm } from './forms.js';
import { formula } from './read-formula.js';
import { named } from './read-named.js';
import { located, transform, type Reader } from './reader.js';

export interface NamedValue {
  readonly name: Located;
  readonly value: ScalarNode;
}

export function namedValues(noun: string): Reader<readonly NamedValue[]> {
  const value = transform(formula, (value, at): NamedValue => ({ name: located(at), value }));
  return named(value, { noun, names: parameterNameForm });
}
