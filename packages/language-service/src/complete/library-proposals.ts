// What may stand in the use of a library: its folder, its inputs and parameters, the fields of an input, what it makes.
import type { Graph } from '@sextant/parser';
import type { KnownLibrary } from '../workspace/known-libraries.js';
import type { Meaning } from '../places/meaning.js';
import { boundIn } from '../symbols/occurrence.js';
import { ofSymbol } from './proposals.js';
import type { Proposal } from './item.js';

export function libraryProposals(
  graph: Graph,
  part: Extract<Meaning, { kind: 'library part' }>['part'],
  path: readonly string[],
  libraries: readonly KnownLibrary[],
): readonly Proposal[] {
  const library = graph.uses.get(path[1] ?? '')?.library ?? null;
  switch (part) {
    case 'folder':
      return libraries.map(({ folder, title }): Proposal => ({
        label: folder,
        kind: 'library',
        rank: 0,
        detail: title,
      }));
    case 'input':
      if (library === null) return [];
      return [
        ...library.inputs.map(({ name, needs, kind }): Proposal => ({ label: name, kind, rank: 0, detail: needs })),
        ...library.parameters.map((name): Proposal => ({
          label: name,
          kind: 'parameter',
          rank: 10,
          detail: 'a parameter of the library',
        })),
      ];
    case 'role': {
      const roles = library?.inputs.find(({ name }) => name === path[3])?.roles ?? [];
      return roles.map(({ name, needs }): Proposal => ({ label: name, kind: 'field', rank: 0, detail: needs }));
    }
    case 'metric':
      return (library?.offers ?? []).map((label): Proposal => ({
        label,
        kind: 'metric',
        rank: 0,
        detail: 'a metric of the library',
      }));
  }
}

/** What stands for an input is what the input is: a dataset, a dimension, else a metric, or the formula of a parameter. */
export function meaningOfBound(graph: Graph, meaning: Meaning, path: readonly string[]): Meaning {
  if (path[0] !== 'use' || path[2] !== 'with' || meaning.kind !== 'formula') return meaning;
  switch (boundIn({ path }, graph)?.kind) {
    case 'dataset':
      return { kind: 'name', of: 'dataset' };
    case 'dimension':
      return { kind: 'member' };
    default:
      return meaning;
  }
}

/** Behind `marketing.`: what the use makes. */
export function madeProposals(graph: Graph, use: string): readonly Proposal[] {
  const library = graph.uses.get(use)?.library ?? null;
  if (library === null) return [];
  return [
    ...library.metrics.map((name) => ofSymbol(graph, 'metric', `${use}.${name}`, null, 0, name)),
    ...library.parameters.map((name) => ofSymbol(graph, 'parameter', `${use}.${name}`, null, 10, name)),
  ];
}
