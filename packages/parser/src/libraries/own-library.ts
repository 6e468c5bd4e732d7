// What a library says of itself to who looks for it: its inputs, each with what has to stand for it.
import type { OwnInput, OwnLibrary } from '../graph/graph.js';
import type { Library, LibraryInput, Needs } from './library.js';
import { needsOf } from './needs-of.js';
import { needInWords } from './type-needs.js';

export function ownLibrary(library: Library): OwnLibrary {
  const needs = needsOf(library, null);
  const { def } = library;
  return {
    def,
    name: def.name.text,
    version: def.version?.text ?? null,
    inputs: [...library.inputs].map(([name, input]) => ownInput(library, name, input, needs)),
  };
}

export function ownInput(library: Library, name: string, { def, kind }: LibraryInput, needs: Needs): OwnInput {
  const fields = kind === 'dataset' ? fieldsNeeded(library, name, needs) : [];
  return { name, kind, description: def.description?.text ?? null, needs: needed(library, name, kind, fields), fields };
}

function needed({ graph }: Library, name: string, kind: LibraryInput['kind'], fields: OwnInput['fields']): string {
  if (kind === 'dataset')
    return fields.length === 0 ? 'rows' : `rows with ${fields.map((field) => `\`${field.name}\``).join(', ')}`;
  const type = kind === 'metric' ? graph.metrics.get(name)?.type : graph.dimensions.get(name)?.type;
  return type === undefined ? 'a value' : needInWords(type);
}

/** The fields of an input that what is made names, in the order of the library. */
export function fieldsNeeded({ graph }: Library, dataset: string, needs: Needs): OwnInput['fields'] {
  const named = needs.datasets.get(dataset) ?? new Set<string>();
  return [...(graph.datasets.get(dataset)?.fields.values() ?? [])]
    .filter(({ name }) => named.has(name))
    .map(({ name, type }) => ({ name, needs: needInWords(type) }));
}
