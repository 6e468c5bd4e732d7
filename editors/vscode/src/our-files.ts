// Which files the extension is for.
import * as vscode from 'vscode';

export const PROJECT_FILES = '**/kpi.project.yaml';
const OUR_FILES = '**/{*.kpi.yaml,kpi.project.yaml,kpi.library.yaml}';

/** They stay YAML to the editor: icons, folding and other extensions know that language. */
export const selector = [{ scheme: 'file', pattern: OUR_FILES }];

export function isOurs(document: vscode.TextDocument): boolean {
  return vscode.languages.match(selector, document) > 0;
}

export async function hasOurFiles(): Promise<boolean> {
  return (await vscode.workspace.findFiles(OUR_FILES, undefined, 1)).length > 0;
}
