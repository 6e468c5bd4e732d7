// The editor's side of the language server: of the one that comes with the extension, or of the `kpi` that the settings name.
import { LanguageClient, TransportKind, type ServerOptions } from 'vscode-languageclient/node';
import type { Doubles } from './doubles.js';
import { selector } from './our-files.js';
import { SECTION } from './settings.js';

export function languageClient(bundledServer: string, command: string | null, { handle }: Doubles): LanguageClient {
  return new LanguageClient(SECTION, 'KPI', serverOptions(bundledServer, command), {
    documentSelector: selector,
    middleware: { handleDiagnostics: handle },
  });
}

function serverOptions(bundledServer: string, command: string | null): ServerOptions {
  if (command === null) return { module: bundledServer, transport: TransportKind.stdio };
  // What npm installs on Windows is a script, which a shell alone can start.
  const options = process.platform === 'win32' ? { shell: true } : {};
  return { command, args: ['lsp'], transport: TransportKind.stdio, options };
}
