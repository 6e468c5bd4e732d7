export {
  checked,
  openWorkspace,
  update,
  withHost,
  type Checked,
  type Workspace,
  type WorkspaceHost,
} from './workspace/workspace.js';
export { applyInTurn, applyTogether, type FileChange, type RangeEdit } from './text/changes.js';
export { indexLines, offsetAt, positionAt, type Lines } from './text/lines.js';
export type { Method, Methods, Params, Result } from './protocol.js';
export { answer, METHODS, service, type Service } from './service.js';
export type { At } from './features/at.js';
export { codeActions, FIX_ALL, type CodeActionParams } from './features/code-actions.js';
export { completion, resolveCompletion } from './features/completion.js';
export { definition } from './features/definition.js';
export { diagnostics, type LspDiagnostic } from './features/diagnostics.js';
export { foldingRanges } from './features/folding.js';
export { format } from './features/format.js';
export { hover } from './features/hover.js';
export { inlayHints, type InlayHintParams } from './features/inlay-hints.js';
export { lineage, type LineageAnswer, type LineageNode } from './features/lineage.js';
export { documentHighlights, references, type ReferenceParams } from './features/references.js';
export { prepareRename, rename, type RenameParams, type RenameResult } from './features/rename.js';
export { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES, type SemanticTokensParams } from './features/semantic-tokens.js';
export { signatureHelp } from './features/signature-help.js';
export { documentSymbols, workspaceSymbols } from './features/symbols.js';
export { namesOf, symbolsOf, type DefinedSymbol, type NamedPlace } from './features/symbols-of.js';
export { librariesUsed } from '@sextant/parser';
export type * from 'vscode-languageserver-types';
