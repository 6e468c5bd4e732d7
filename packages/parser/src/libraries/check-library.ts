// What a library must obey to be used: it brings definitions, and no rows, no goals and nobody who answers for them.
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Graph } from '../graph/graph.js';
import type { Definitions, Located } from '../shape/definitions.js';
import { spanInScalar } from '../yaml/tree.js';
import { inputOfNothing, inputOfSeveral, notAnInput, notInLibrary, parameterAsInput } from './errors.js';
import { kindsOf } from './library-of.js';
import type { InputKind, Library } from './library.js';

export function checkLibrary(library: Library, definitions: Definitions): readonly Diagnostic[] {
  const { graph } = library;
  return [...inputProblems(library), ...sectionProblems(definitions), ...rowProblems(library, graph)];
}

function inputProblems({ def, graph }: Library): readonly Diagnostic[] {
  const names = [...graph.metrics.keys(), ...graph.datasets.keys(), ...graph.dimensions.keys()];
  return def.inputs.flatMap(({ name }): readonly Diagnostic[] => {
    const kinds = kindsOf(name.text, graph);
    if (kinds.length === 1) return [];
    if (kinds.length > 1) return [inputOfSeveral(name, kinds)];
    if (graph.parameters.has(name.text)) return [parameterAsInput(name)];
    const sections = ['metrics', 'datasets', 'dimensions'];
    return sections.some((one) => graph.broken.has(`${one}/${name.text}`)) ? [] : [inputOfNothing(name, names)];
  });
}

/** Said once for each section. */
function sectionProblems(definitions: Definitions): readonly Diagnostic[] {
  const { uses, owners, goals, kpis, incentives } = definitions;
  const sections: readonly (readonly [string, readonly { readonly name: Located }[]])[] = [
    ['owners', owners],
    ['goals', goals],
    ['KPIs', kpis],
    ['incentives', incentives],
    ['use', uses],
  ];
  return sections.flatMap(([what, [first]]) => (first === undefined ? [] : [notInLibrary(what, first.name.span)]));
}

function rowProblems({ inputs, formulas }: Library, graph: Graph): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  for (const { name, def } of graph.metrics.values()) {
    const seen = new Set<string>();
    const look = (kind: InputKind, reached: string, range: { readonly start: number; readonly end: number }): void => {
      if (inputs.has(reached) || seen.has(reached)) return;
      seen.add(reached);
      problems.push(notAnInput(reached, kind, name, spanInScalar(def.formula, range.start, range.end)));
    };
    if (inputs.get(name)?.kind === 'metric') continue;
    for (const { range, means } of formulas.get(name) ?? []) {
      if (means.kind !== 'symbol') continue;
      const { kind, name: named, dataset } = means.symbol;
      if (kind === 'dataset' || kind === 'dimension') look(kind, named, range);
      else if (kind === 'field' && dataset !== null) look('dataset', dataset, range);
    }
  }
  return problems;
}
