// What requests of the protocol are to the language service: the parameters of each method, out of what an editor sends.
import type { Position, Range } from 'vscode-languageserver';
import type { Method, Params } from '@sextant/language-service';

/** What requests about a document may carry. */
export interface Given {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
  readonly range: Range;
  readonly newName: string;
  readonly context: { readonly includeDeclaration?: boolean; readonly only?: readonly string[] };
}

/** The methods that are about one document; the others are about none, or about what was answered before. */
export type DocumentMethod = Exclude<Method, 'diagnostics' | 'resolveCompletion' | 'workspaceSymbols'>;

const at = (path: string, { position }: Given): { path: string; position: Position } => ({ path, position });
const file = (path: string): { path: string } => ({ path });

export const DOCUMENT_REQUESTS: { readonly [M in DocumentMethod]: (path: string, given: Given) => Params<M> } = {
  completion: at,
  hover: at,
  signatureHelp: at,
  definition: at,
  references: (path, { position, context }) => ({
    path,
    position,
    includeDeclaration: context.includeDeclaration ?? true,
  }),
  documentHighlights: at,
  prepareRename: at,
  rename: (path, { position, newName }) => ({ path, position, newName }),
  codeActions: (path, { range, context }) => ({
    path,
    range,
    ...(context.only === undefined ? {} : { only: context.only }),
  }),
  format: file,
  semanticTokens: file,
  inlayHints: (path, { range }) => ({ path, range }),
  foldingRanges: file,
  documentSymbols: file,
  lineage: at,
};
