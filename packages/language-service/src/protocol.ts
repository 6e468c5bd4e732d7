// What an editor may ask: one table of methods with what they take and give. Every host offers all of them; a test walks the list.
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  Range,
  SemanticTokens,
  SignatureHelp,
  TextEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import type { At } from './features/at.js';
import type { CodeActionParams } from './features/code-actions.js';
import type { LspDiagnostic } from './features/diagnostics.js';
import type { InlayHintParams } from './features/inlay-hints.js';
import type { LineageAnswer } from './features/lineage.js';
import type { ReferenceParams } from './features/references.js';
import type { SemanticTokensParams } from './features/semantic-tokens.js';
import type { RenameParams, RenameResult } from './features/rename.js';

interface InFile {
  readonly path: string;
}

/** Positions are of LSP: lines and UTF-16 characters from 0. Files are named by path in questions, by the host's uri in answers. */
export interface Methods {
  /** Of all files, by path; an empty list for a file without findings. */
  readonly diagnostics: { readonly params: null; readonly result: ReadonlyMap<string, readonly LspDiagnostic[]> };
  readonly completion: { readonly params: At; readonly result: CompletionList };
  readonly resolveCompletion: { readonly params: CompletionItem; readonly result: CompletionItem };
  readonly hover: { readonly params: At; readonly result: Hover | null };
  readonly signatureHelp: { readonly params: At; readonly result: SignatureHelp | null };
  readonly definition: { readonly params: At; readonly result: readonly Location[] };
  readonly references: { readonly params: ReferenceParams; readonly result: readonly Location[] };
  readonly documentHighlights: { readonly params: At; readonly result: readonly DocumentHighlight[] };
  readonly prepareRename: {
    readonly params: At;
    readonly result: { readonly range: Range; readonly placeholder: string } | null;
  };
  readonly rename: { readonly params: RenameParams; readonly result: RenameResult };
  readonly codeActions: { readonly params: CodeActionParams; readonly result: readonly CodeAction[] };
  readonly format: { readonly params: InFile; readonly result: readonly TextEdit[] };
  /** The legend is TOKEN_TYPES and TOKEN_MODIFIERS. */
  readonly semanticTokens: { readonly params: SemanticTokensParams; readonly result: SemanticTokens };
  readonly inlayHints: { readonly params: InlayHintParams; readonly result: readonly InlayHint[] };
  readonly foldingRanges: { readonly params: InFile; readonly result: readonly FoldingRange[] };
  readonly documentSymbols: { readonly params: InFile; readonly result: readonly DocumentSymbol[] };
  readonly workspaceSymbols: {
    readonly params: { readonly query: string };
    readonly result: readonly WorkspaceSymbol[];
  };
  readonly lineage: { readonly params: At; readonly result: LineageAnswer | null };
}

export type Method = keyof Methods;
export type Params<M extends Method> = Methods[M]['params'];
export type Result<M extends Method> = Methods[M]['result'];
