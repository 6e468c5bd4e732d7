// All places where a name stands, in all files; in one file the same, to be marked there.
import type { DocumentHighlight, DocumentHighlightKind, Location } from 'vscode-languageserver-types';
import { definitionOf } from '../symbols/definition-of.js';
import { occurrencesAt, symbolIndex } from '../symbols/index-of.js';
import { idOf } from '@sextant/parser';
import { checked, type Workspace } from '../workspace/workspace.js';
import { offsetIn, type At } from './at.js';
import { locationOf, rangeIn } from './locations.js';

export interface ReferenceParams extends At {
  readonly includeDeclaration: boolean;
}

export function references(workspace: Workspace, params: ReferenceParams): readonly Location[] {
  return placesOfName(workspace, params)
    .filter(({ isDefinition }) => params.includeDeclaration || !isDefinition)
    .map(({ path, start, end }) => locationOf(workspace, { file: path, start, end }));
}

const READ: DocumentHighlightKind = 2;
const WRITE: DocumentHighlightKind = 3;

export function documentHighlights(workspace: Workspace, at: At): readonly DocumentHighlight[] {
  return placesOfName(workspace, at)
    .filter(({ path }) => path === at.path)
    .map((place) => ({ range: rangeIn(workspace, place.path, place), kind: place.isDefinition ? WRITE : READ }));
}

interface Place {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly isDefinition: boolean;
}

/** Each place once, by path, then as they stand. */
function placesOfName(workspace: Workspace, at: At): readonly Place[] {
  const { graph } = checked(workspace);
  const found = new Map<string, Place>();
  const add = (place: Place): void => {
    const key = `${place.path}\u0000${place.start}`;
    const known = found.get(key);
    found.set(key, known?.isDefinition === true ? known : place);
  };
  for (const { symbol } of occurrencesAt(workspace, at.path, offsetIn(workspace, at))) {
    for (const { path, span, isDefinition } of symbolIndex(workspace).get(idOf(symbol)) ?? [])
      add({ path, ...span, isDefinition });
    // The unit that a dataset counts in is defined where the dataset is.
    const name = definitionOf(graph, symbol)?.name;
    if (name !== undefined) add({ path: name.file, start: name.start, end: name.end, isDefinition: true });
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.start - b.start));
}
