// An editor with folders open, at a server whose files are in memory: what it does, and what it is told.
import { afterEach } from 'vitest';
import { serveInside, type Client } from './client.js';
import { fakeHost, type FakeHost } from './fake-host.js';

const clients: Client[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.hangUp();
});

export const uri = (path: string): string => `file://${path}`;

/** The server is at an end with the test. */
export async function startEditor(
  files: Readonly<Record<string, string>>,
  { folders = ['/work'], capabilities = {} }: { folders?: readonly string[]; capabilities?: object } = {},
): Promise<Editor> {
  const host = fakeHost(files);
  const client = serveInside(host);
  clients.push(client);
  const workspaceFolders = folders.map((path) => ({ uri: uri(path), name: path }));
  await client.request('initialize', { processId: null, rootUri: null, workspaceFolders, capabilities });
  client.notify('initialized', {});
  let version = 0;
  return {
    client,
    host,
    said: (path) => (client.said.get(uri(path)) ?? []).map(({ message }) => message.split('\n')[0] ?? ''),
    open: (path, text) =>
      client.notify('textDocument/didOpen', {
        textDocument: { uri: uri(path), languageId: 'yaml', version: version++, text },
      }),
    close: (path) => client.notify('textDocument/didClose', { textDocument: { uri: uri(path) } }),
    save: (path) => client.notify('textDocument/didSave', { textDocument: { uri: uri(path) } }),
    edit: (path, contentChanges) =>
      client.notify('textDocument/didChange', { textDocument: { uri: uri(path), version: version++ }, contentChanges }),
    changed: (path, type) => client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(path), type }] }),
  };
}

export interface Editor {
  readonly client: Client;
  readonly host: FakeHost;
  readonly said: (path: string) => readonly string[];
  readonly open: (path: string, text: string) => void;
  readonly close: (path: string) => void;
  readonly save: (path: string) => void;
  readonly edit: (path: string, changes: readonly object[]) => void;
  readonly changed: (path: string, type: 1 | 2 | 3) => void;
}
