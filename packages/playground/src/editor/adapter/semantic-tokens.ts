// The colours of names, formulas and units.
import type { monaco } from '../setup.js';
import { pathOf } from '../models.js';
import { ask } from './ask.js';

/** The words come from the worker: the page does not load the language service itself. */
export function semanticTokens(
  legend: monaco.languages.SemanticTokensLegend,
  onChange: monaco.IEvent<void>,
): monaco.languages.DocumentSemanticTokensProvider {
  return {
    onDidChange: onChange,
    getLegend: () => legend,
    provideDocumentSemanticTokens: async (model, _last, token) => {
      const found = await ask(model, 'semanticTokens', { path: pathOf(model.uri) }, token);
      return found === null ? null : { data: Uint32Array.from(found.data) };
    },
    releaseDocumentSemanticTokens: () => {},
  };
}
