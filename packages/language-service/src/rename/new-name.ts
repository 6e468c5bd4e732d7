// Whether a name may be taken: its form, and that nothing else of its kind has it.
import { fits, freeNameForm, nameForm, type Graph } from '@sextant/parser';
import { definitionOf } from '../symbols/definition-of.js';
import { sayKind, symbol, type Symbol } from '@sextant/parser';
import { badName, takenName } from './errors.js';

/** Null, or why not. */
export function problemOfName(graph: Graph, { kind, dataset }: Symbol, to: string): string | null {
  const form = kind === 'test' ? freeNameForm : nameForm;
  // A unit stands in numbers, glued to others.
  if (!fits(form, to) || (kind === 'thing' && !/^[\p{L}_][\p{L}\p{N}\p{M}_]*$/u.test(to))) return badName(to, kind);
  // Metrics and parameters share one namespace.
  const kinds = kind === 'metric' || kind === 'parameter' ? (['metric', 'parameter'] as const) : [kind];
  for (const one of kinds) {
    if (one === 'thing' ? graph.datasets.get(to)?.def.one === null : false) return takenName(to, sayKind('dataset'));
    if (definitionOf(graph, symbol(one, to, dataset)) !== null) return takenName(to, sayKind(one));
  }
  return null;
}
