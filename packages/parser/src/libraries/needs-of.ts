// What is made of a library, and what that needs from outside: the metrics that are asked for, with all they are made of.
import type { Library, Needs } from './library.js';

/** `only` null: all that is no input. Names that the library does not have are left out. */
export function needsOf(library: Library, only: readonly string[] | null): Needs {
  const { graph, inputs, formulas } = library;
  const isMade = (name: string): boolean => inputs.get(name)?.kind !== 'metric' && graph.metrics.has(name);
  const metrics = new Set<string>();
  const parameters = new Set<string>(only === null ? graph.parameters.keys() : []);
  const outside = new Set<string>();
  const datasets = new Map<string, Set<string>>();
  const fieldsOf = (dataset: string): Set<string> => {
    const known = datasets.get(dataset) ?? new Set<string>();
    datasets.set(dataset, known);
    return known;
  };
  const waiting = [...(only ?? graph.metrics.keys())].filter(isMade).toReversed();
  const look = (name: string): void => {
    for (const { means } of formulas.get(name) ?? []) {
      if (means.kind !== 'symbol') continue;
      const { kind, name: named, dataset } = means.symbol;
      switch (kind) {
        case 'metric':
          if (isMade(named)) waiting.push(named);
          else outside.add(named);
          break;
        case 'parameter':
          if (!parameters.has(named)) {
            parameters.add(named);
            look(named);
          }
          break;
        case 'dimension':
          outside.add(named);
          break;
        case 'dataset':
          fieldsOf(named);
          break;
        case 'field':
          if (dataset !== null) fieldsOf(dataset).add(named);
          break;
        case 'role': {
          // The field that refers is what the other dataset has to have.
          const step = graph.datasets.get(dataset ?? '')?.references.find(({ role }) => role === named);
          if (step !== undefined) fieldsOf(step.from).add(step.field);
          break;
        }
        default:
      }
    }
  };
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (metrics.has(name)) continue;
    metrics.add(name);
    look(name);
  }
  for (const name of parameters) look(name);
  // In the order in which the library defines them.
  return {
    metrics: new Set([...graph.metrics.keys()].filter((name) => metrics.has(name))),
    parameters: new Set([...graph.parameters.keys()].filter((name) => parameters.has(name))),
    inputs: outside,
    datasets,
  };
}
