// What the server says is listed without what another extension says of the same line, whoever comes first.
import * as vscode from 'vscode';
import type { HandleDiagnosticsSignature } from 'vscode-languageclient/node';
import { withoutDoubles } from './without-doubles.js';

type Handle = (uri: vscode.Uri, ours: vscode.Diagnostic[], next: HandleDiagnosticsSignature) => void;

export interface Doubles extends vscode.Disposable {
  readonly handle: Handle;
}

export function doubles(): Doubles {
  const known = new Map<string, () => void>();
  const handle: Handle = (uri, ours, next) => {
    let shown: readonly vscode.Diagnostic[] | null = null;
    const show = (): void => {
      const now = withoutDoubles(ours, vscode.languages.getDiagnostics(uri));
      if (shown !== null && now.length === shown.length && now.every((one, at) => one === shown?.[at])) return;
      shown = now;
      next(uri, [...now]);
    };
    if (ours.length === 0) known.delete(uri.toString());
    else known.set(uri.toString(), show);
    show();
  };
  const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris) known.get(uri.toString())?.();
  });
  return { handle, dispose: () => listening.dispose() };
}
