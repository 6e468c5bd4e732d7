// The command line in a terminal of the editor, for what the language server does not do.
import * as vscode from 'vscode';
import { projectFolder } from './project-folder.js';
import { commandPath } from './settings.js';

export async function runKpi(title: string, args: readonly string[]): Promise<void> {
  const cwd = await projectFolder();
  if (cwd === null) return;
  // A task quotes the command as the user's shell wants it.
  const execution = new vscode.ShellExecution(commandPath() ?? 'kpi', [...args], { cwd });
  const task = new vscode.Task({ type: 'shell' }, vscode.TaskScope.Workspace, title, 'kpi', execution);
  task.presentationOptions = { panel: vscode.TaskPanelKind.Dedicated, clear: true };
  await vscode.tasks.executeTask(task);
}
