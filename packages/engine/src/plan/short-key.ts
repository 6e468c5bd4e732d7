// A key that its references hold already, read from them: a million customers are counted without looking one of them up.
import type { FieldTyped, Graph, Type } from '@sextant/parser';
import type { DataFacts } from './facts.js';

/** The same values from a shorter path, where the data is known to have a row for every reference. */
export function shortKey(key: FieldTyped, graph: Graph, facts: Pick<DataFacts, 'references'>): FieldTyped {
  const step = key.path.at(-1);
  if (step === undefined || step.reverse === true || key.dataset !== step.to) return key;
  const from = graph.datasets.get(step.from);
  const reference = from?.references.find((one) => one.field === step.field && one.to === step.to);
  const field = from?.fields.get(step.field);
  if (reference?.toKey !== key.field || field === undefined || !facts.references.has(`${step.from}.${step.field}`))
    return key;
  // The version of an interval depends on the row that refers to it.
  if (graph.datasets.get(step.to)?.time.kind === 'interval' || !sameType(field.type, key.type)) return key;
  return shortKey({ ...key, path: key.path.slice(0, -1), dataset: step.from, field: step.field }, graph, facts);
}

function sameType({ value: a }: Type, { value: b }: Type): boolean {
  return a.kind === b.kind && (a.kind !== 'decimal' || b.kind !== 'decimal' || a.scale === b.scale);
}
