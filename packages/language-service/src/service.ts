// The answers to the methods of the protocol: pure functions over a workspace, by name.
import { codeActions } from './features/code-actions.js';
import { completion, resolveCompletion } from './features/completion.js';
import { definition } from './features/definition.js';
import { diagnostics } from './features/diagnostics.js';
import { foldingRanges } from './features/folding.js';
import { format } from './features/format.js';
import { hover } from './features/hover.js';
import { inlayHints } from './features/inlay-hints.js';
import { lineage } from './features/lineage.js';
import { documentHighlights, references } from './features/references.js';
import { prepareRename, rename } from './features/rename.js';
import { semanticTokens } from './features/semantic-tokens.js';
import { signatureHelp } from './features/signature-help.js';
import { documentSymbols, workspaceSymbols } from './features/symbols.js';
import type { Method, Params, Result } from './protocol.js';
import type { Workspace } from './workspace/workspace.js';

export type Service = { readonly [M in Method]: (workspace: Workspace, params: Params<M>) => Result<M> };

export const service: Service = {
  diagnostics,
  completion,
  resolveCompletion,
  hover,
  signatureHelp,
  definition,
  references,
  documentHighlights,
  prepareRename,
  rename,
  codeActions,
  format,
  semanticTokens,
  inlayHints,
  foldingRanges,
  documentSymbols,
  workspaceSymbols,
  lineage,
};

/** The names of all methods: `service` has each of them, by its type. */
export const METHODS = Object.keys(service) as readonly Method[];

export function answer<M extends Method>(workspace: Workspace, method: M, params: Params<M>): Result<M> {
  return service[method](workspace, params);
}
