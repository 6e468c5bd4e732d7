// Fixes of what is wrong under the cursor.
import { monaco } from '../setup.js';
import { pathOf } from '../models.js';
import { ask } from './ask.js';
import { fromWorkspaceEdit, toRange } from './convert.js';

export const codeActions: monaco.languages.CodeActionProvider = {
  provideCodeActions: async (model, range, context, token) => {
    const path = pathOf(model.uri);
    const only = context.only === undefined ? {} : { only: [context.only] };
    const found = (await ask(model, 'codeActions', { path, range: toRange(range), ...only }, token)) ?? [];
    const markers = monaco.editor.getModelMarkers({ resource: model.uri });
    return {
      actions: found.map(({ title, kind, edit, isPreferred, diagnostics }): monaco.languages.CodeAction => ({
        title,
        ...(kind === undefined ? {} : { kind }),
        ...(edit === undefined ? {} : { edit: fromWorkspaceEdit(edit) }),
        ...(isPreferred === undefined ? {} : { isPreferred }),
        // The editor shows a fix beside the problem that it is of.
        diagnostics: markers.filter((marker) =>
          (diagnostics ?? []).some(
            ({ range: { start }, code }) =>
              start.line + 1 === marker.startLineNumber &&
              start.character + 1 === marker.startColumn &&
              codeOf(marker) === code,
          ),
        ),
      })),
      dispose: () => {},
    };
  },
};

function codeOf({ code }: monaco.editor.IMarker): string | undefined {
  return typeof code === 'object' ? code.value : code;
}
