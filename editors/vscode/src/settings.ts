// What a user may set; package.json says it to the editor.
import * as vscode from 'vscode';

export const SECTION = 'kpi';

/** Null where the server that comes with the extension is meant. */
export function commandPath(): string | null {
  const path = vscode.workspace.getConfiguration(SECTION).get('path', '').trim();
  return path === '' ? null : path;
}
