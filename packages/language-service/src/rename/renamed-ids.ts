// What every name of a project is called after one of them got another name.
import type { Graph } from '@sextant/parser';
import { idOf, type Symbol } from '@sextant/parser';

/** A dataset that does not say what it counts counts what it is called: the unit goes with it. */
export function countsItself(graph: Graph, { kind, name }: Symbol): boolean {
  return kind === 'dataset' && graph.datasets.get(name)?.def.one === null;
}

export function renamed(graph: Graph, from: Symbol, to: string): (one: Symbol) => Symbol {
  const id = idOf(from);
  const unit = countsItself(graph, from);
  return (one) => {
    if (idOf(one) === id || (unit && one.kind === 'thing' && one.name === from.name)) return { ...one, name: to };
    // What a library makes is called by its use.
    const isMade = from.kind === 'library' && (one.kind === 'metric' || one.kind === 'parameter');
    if (isMade && one.name.startsWith(`${from.name}.`))
      return { ...one, name: `${to}${one.name.slice(from.name.length)}` };
    return from.kind === 'dataset' && one.dataset === from.name ? { ...one, dataset: to } : one;
  };
}
