// What the server says of itself when it starts.
import type { InitializeResult } from 'vscode-languageserver';
import { FIX_ALL, TOKEN_MODIFIERS, TOKEN_TYPES } from '@sextant/language-service';

/** Files come open and change by edits. */
const INCREMENTAL = 2;

export function initializeResult(version: string): InitializeResult {
  return {
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: INCREMENTAL, save: true },
      completionProvider: { resolveProvider: true, triggerCharacters: ['.', '(', "'", '"', ' ', '[', '{', ','] },
      hoverProvider: true,
      signatureHelpProvider: { triggerCharacters: ['(', ','], retriggerCharacters: [' '] },
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: { prepareProvider: true },
      codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL] },
      documentFormattingProvider: true,
      semanticTokensProvider: {
        legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
        full: true,
        range: true,
      },
      inlayHintProvider: true,
      foldingRangeProvider: true,
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
    serverInfo: { name: 'kpi', version },
  };
}
