// The syntax tree of a formula of a project that was checked: taken from what the check remembers, parsed where it forgot.
import type { ParsedFormula } from '../expression/parsed-formula.js';
import type { ScalarNode } from '../yaml/tree.js';
import type { TypeMemory } from './type-memory.js';

const byText = new WeakMap<TypeMemory, ReadonlyMap<string, ParsedFormula>>();

export function formulaInMemory(memory: TypeMemory, node: ScalarNode): ParsedFormula {
  if (node.style !== 'literal') {
    // Metrics that an edit does not touch are remembered whole, and their texts not looked at again.
    const known = byText.get(memory) ?? textsOf(memory);
    byText.set(memory, known);
    const found = known.get(node.text);
    if (found !== undefined) return found;
  }
  return memory.texts.of(node);
}

function textsOf({ metrics }: TypeMemory): ReadonlyMap<string, ParsedFormula> {
  const found = new Map<string, ParsedFormula>();
  for (const { metric, text } of metrics.values())
    if (metric.def.formula.style !== 'literal') found.set(text.text, text);
  return found;
}
