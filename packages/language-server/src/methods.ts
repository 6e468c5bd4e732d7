// The methods of the language service by their names in the Language Server Protocol. Every one of them has a name here.
import type { Method } from '@sextant/language-service';

export const LSP_METHODS: Readonly<Record<Method, string>> = {
  diagnostics: 'textDocument/publishDiagnostics',
  completion: 'textDocument/completion',
  resolveCompletion: 'completionItem/resolve',
  hover: 'textDocument/hover',
  signatureHelp: 'textDocument/signatureHelp',
  definition: 'textDocument/definition',
  references: 'textDocument/references',
  documentHighlights: 'textDocument/documentHighlight',
  prepareRename: 'textDocument/prepareRename',
  rename: 'textDocument/rename',
  codeActions: 'textDocument/codeAction',
  format: 'textDocument/formatting',
  semanticTokens: 'textDocument/semanticTokens/full',
  inlayHints: 'textDocument/inlayHint',
  foldingRanges: 'textDocument/foldingRange',
  documentSymbols: 'textDocument/documentSymbol',
  workspaceSymbols: 'workspace/symbol',
  /** Not of the protocol: params are a document and a position, the result is `LineageAnswer`. */
  lineage: 'kpi/lineage',
};
