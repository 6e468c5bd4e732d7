// Where a name is used: in all files, and marked in this one.
import type { monaco } from '../setup.js';
import { pathOf } from '../models.js';
import { ask } from './ask.js';
import { fromLocation, fromRange, toPosition } from './convert.js';

export const references: monaco.languages.ReferenceProvider = {
  provideReferences: async (model, position, { includeDeclaration }, token) => {
    const at = { path: pathOf(model.uri), position: toPosition(position), includeDeclaration };
    return ((await ask(model, 'references', at, token)) ?? []).map(fromLocation);
  },
};

export const highlights: monaco.languages.DocumentHighlightProvider = {
  provideDocumentHighlights: async (model, position, token) => {
    const at = { path: pathOf(model.uri), position: toPosition(position) };
    const found = (await ask(model, 'documentHighlights', at, token)) ?? [];
    return found.map(({ range, kind }) => ({
      range: fromRange(range),
      ...(kind === undefined ? {} : { kind: kind - 1 }),
    }));
  },
};
