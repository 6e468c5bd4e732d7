// Where a name is defined, in whatever file.
import type { monaco } from '../setup.js';
import { pathOf } from '../models.js';
import { ask } from './ask.js';
import { fromLocation, toPosition } from './convert.js';

export const definition: monaco.languages.DefinitionProvider = {
  provideDefinition: async (model, position, token) => {
    const found = await ask(model, 'definition', { path: pathOf(model.uri), position: toPosition(position) }, token);
    return (found ?? []).map(fromLocation);
  },
};
