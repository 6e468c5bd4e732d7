// The project that a command is about: that of the file in front, or the one of the workspace, or the one that is chosen.
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { isOurs, PROJECT_FILES } from './our-files.js';

/** A folder in the project; null where there is none, or nobody chose. */
export async function projectFolder(): Promise<string | null> {
  const document = vscode.window.activeTextEditor?.document;
  if (document !== undefined && isOurs(document)) return dirname(document.uri.fsPath);
  const found = await vscode.workspace.findFiles(PROJECT_FILES);
  const folders = found.map(({ fsPath }) => dirname(fsPath)).toSorted();
  if (folders.length === 0) {
    void vscode.window.showInformationMessage('There is no kpi.project.yaml in this workspace.');
    return null;
  }
  if (folders.length === 1) return folders[0] ?? null;
  const items = folders.map((folder) => ({ label: vscode.workspace.asRelativePath(folder), folder }));
  return (await vscode.window.showQuickPick(items, { placeHolder: 'Which project?' }))?.folder ?? null;
}
