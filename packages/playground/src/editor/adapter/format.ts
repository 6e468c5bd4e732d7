// The style of `kpi fmt`.
import type { monaco } from '../setup.js';
import { pathOf } from '../models.js';
import { ask } from './ask.js';
import { fromEdit } from './convert.js';

export const format: monaco.languages.DocumentFormattingEditProvider = {
  displayName: 'kpi fmt',
  provideDocumentFormattingEdits: async (model, _options, token) =>
    ((await ask(model, 'format', { path: pathOf(model.uri) }, token)) ?? []).map(fromEdit),
};
