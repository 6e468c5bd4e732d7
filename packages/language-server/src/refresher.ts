// Colours and hints of one file change with an edit of another: editors ask for them again when they are told to.
import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Projects } from './projects.js';
import { tell } from './tell.js';

/** The result is for after a change. With one file open, the editor has asked by itself. */
export function refresher(connection: Connection, { workspace }: ClientCapabilities, projects: Projects): () => void {
  const methods = [
    ...(workspace?.semanticTokens?.refreshSupport === true ? ['workspace/semanticTokens/refresh'] : []),
    ...(workspace?.inlayHint?.refreshSupport === true ? ['workspace/inlayHint/refresh'] : []),
  ];
  return () => {
    if (projects.openTexts() < 2) return;
    for (const method of methods) tell(() => connection.sendRequest(method));
  };
}
