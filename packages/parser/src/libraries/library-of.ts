// A library out of the check of its files: its inputs by kind, and what each formula that is made of it names.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { parseFormula } from '../expression/parse-formula.js';
import type { Graph } from '../graph/graph.js';
import { worldOfGraph } from '../graph/world-of-graph.js';
import type { NameUse } from '../naming/name-use.js';
import { namesIn } from '../naming/names-in.js';
import type { LibraryDef } from '../shape/definitions.js';
import type { ScalarNode } from '../yaml/tree.js';
import type { InputKind, Library, LibraryInput } from './library.js';

export function libraryOf(folder: string, def: LibraryDef, graph: Graph, diagnostics: readonly Diagnostic[]): Library {
  const inputs = new Map<string, LibraryInput>();
  for (const input of def.inputs) {
    const [kind] = kindsOf(input.name.text, graph);
    if (kind !== undefined) inputs.set(input.name.text, { def: input, kind });
  }
  const world = worldOfGraph(graph);
  const formulas = new Map<string, readonly NameUse[]>();
  const read = (name: string, formula: ScalarNode, place: 'metric' | 'constant'): void => {
    const { root } = parseFormula(formula.text, formula.style === 'literal');
    formulas.set(name, namesIn(root, { kind: place }, world));
  };
  for (const { name, def: metric } of graph.metrics.values())
    if (inputs.get(name)?.kind !== 'metric') read(name, metric.formula, 'metric');
  for (const { name, def: parameter } of graph.parameters.values()) read(name, parameter.value, 'constant');
  return { folder, def, graph, inputs, formulas, errors: diagnostics.filter(({ severity }) => severity === 'error') };
}

/** The kinds of things that an input may be and that have the name in a library: one is right. */
export function kindsOf(name: string, graph: Graph): readonly InputKind[] {
  const kinds: InputKind[] = [];
  if (graph.metrics.has(name)) kinds.push('metric');
  if (graph.datasets.has(name)) kinds.push('dataset');
  if (graph.dimensions.has(name)) kinds.push('dimension');
  return kinds;
}
