// The extension of VS Code. YAML of other kinds starts no server.
import * as vscode from 'vscode';
import { doubles } from './doubles.js';
import { languageClient } from './language-client.js';
import { hasOurFiles, isOurs } from './our-files.js';
import { runKpi } from './run-kpi.js';
import { serverKeeper } from './server-keeper.js';
import { commandPath, SECTION } from './settings.js';

let stop: () => Promise<void> = async () => {};

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const handled = doubles();
  const bundled = context.asAbsolutePath('dist/server.cjs');
  const server = serverKeeper(() => languageClient(bundled, commandPath(), handled));
  stop = server.stop;
  context.subscriptions.push(
    handled,
    vscode.commands.registerCommand('kpi.restartServer', server.restart),
    vscode.commands.registerCommand('kpi.showScorecard', () => runKpi('scorecard', ['status'])),
    vscode.commands.registerCommand('kpi.openPlayground', () => runKpi('playground', ['playground'])),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration(`${SECTION}.path`)) await server.restart();
    }),
    vscode.workspace.onDidOpenTextDocument(async (document) => {
      if (isOurs(document)) await server.start();
    }),
  );
  if (vscode.workspace.textDocuments.some(isOurs) || (await hasOurFiles())) await server.start();
}

export async function deactivate(): Promise<void> {
  await stop();
}
