// Another name for something, in all files at once.
import type { monaco } from '../setup.js';
import { pathOf } from '../models.js';
import { ask } from './ask.js';
import { fromRange, fromWorkspaceEdit, toPosition } from './convert.js';

export const rename: monaco.languages.RenameProvider = {
  provideRenameEdits: async (model, position, newName, token) => {
    const at = { path: pathOf(model.uri), position: toPosition(position), newName };
    const found = await ask(model, 'rename', at, token);
    if (found === null) return { edits: [], rejectReason: 'the text has changed meanwhile' };
    return found.kind === 'refused' ? { edits: [], rejectReason: found.message } : fromWorkspaceEdit(found.edit);
  },
  resolveRenameLocation: async (model, position, token) => {
    const at = { path: pathOf(model.uri), position: toPosition(position) };
    const found = await ask(model, 'prepareRename', at, token);
    const nowhere = { startLineNumber: 1, startColumn: 1, endLineNumber: 1, endColumn: 1 };
    if (found === null) return { range: nowhere, text: '', rejectReason: 'there is no name here that can be changed' };
    return { range: fromRange(found.range), text: found.placeholder };
  },
};
