// The outline of a file.
import type { DocumentSymbol } from '@sextant/language-service';
import type { monaco } from '../setup.js';
import { pathOf } from '../models.js';
import { ask } from './ask.js';
import { fromRange } from './convert.js';

export const symbols: monaco.languages.DocumentSymbolProvider = {
  displayName: 'Sextant',
  provideDocumentSymbols: async (model, token) =>
    ((await ask(model, 'documentSymbols', { path: pathOf(model.uri) }, token)) ?? []).map(symbolOf),
};

function symbolOf({
  name,
  detail,
  kind,
  range,
  selectionRange,
  children,
}: DocumentSymbol): monaco.languages.DocumentSymbol {
  return {
    name,
    detail: detail ?? '',
    // The editor's kinds begin at 0, the protocol's at 1.
    kind: kind - 1,
    tags: [],
    range: fromRange(range),
    selectionRange: fromRange(selectionRange),
    children: (children ?? []).map(symbolOf),
  };
}
