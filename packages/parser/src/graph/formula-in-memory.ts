// The syntax tree of a formula of a project that was checked: taken from what the check remembers, parsed where it forgot.
import type { ParsedFormula } from '../expression/parsed-formula.js';
import type { ScalarNode } from '../yaml/tree.js';
import type { TypeMemory } from './type-memory.js';

export function formulaInMemory({ texts }: TypeMemory, node: ScalarNode): ParsedFormula {
  return texts.of(node);
}
