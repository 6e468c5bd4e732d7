// The language service over one connection: who asks for what. The answers are computed in the language service.
import {
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  type CancellationToken,
  type CompletionItem,
  type Connection,
} from 'vscode-languageserver';
import { service, type Params, type Result } from '@sextant/language-service';
import { initializeResult } from './capabilities.js';
import { returnedItem, sentItems } from './completion-items.js';
import { WATCHED } from './file-names.js';
import type { ServerHost } from './host.js';
import { LSP_METHODS } from './methods.js';
import { openProjects, type Place } from './projects.js';
import { publisher } from './publisher.js';
import { refresher } from './refresher.js';
import { DOCUMENT_REQUESTS, type DocumentMethod, type Given } from './requests.js';
import { tell } from './tell.js';

/** Typing goes on: what is wrong is said after a pause, in milliseconds. */
const PAUSE = 120;

const DELETED = 3;

/** Answers from now on; the connection is listened to afterwards. The result stops what is not said yet. */
export function serve(connection: Connection, host: ServerHost): () => void {
  const projects = openProjects(host);
  const publish = publisher((uri, list) => {
    tell(() => connection.sendDiagnostics({ uri, diagnostics: [...list] }));
  });
  let callOff = (): void => undefined;
  let phase: 'new' | 'running' | 'ended' = 'new';
  let refresh = (): void => undefined;
  let canWatch = false;
  let hasFolders = false;
  let snippets = false;

  const publishSoon = (): void => {
    callOff();
    if (phase === 'ended') return;
    callOff = host.later(() => {
      // No request waits for this: what went wrong would end the process.
      try {
        publish(projects.all());
        refresh();
      } catch (error) {
        const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
        tell(() => connection.sendNotification('window/logMessage', { type: MessageType.Error, message }));
      }
    }, PAUSE);
  };

  /** Computes on the project as it was when the request came, unless it is cancelled before its turn. */
  const inTurn = async (token: CancellationToken, compute: () => unknown): Promise<unknown> => {
    if (phase === 'new') return new ResponseError(ErrorCodes.ServerNotInitialized, 'the server was not initialized');
    if (phase === 'ended') return new ResponseError(ErrorCodes.InvalidRequest, 'the server was shut down');
    await new Promise<void>((resolve) => void host.later(resolve, 0));
    return token.isCancellationRequested ? new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled') : compute();
  };

  const answer = <M extends DocumentMethod>(method: M, { project, path }: Place, given: Given): Result<M> => {
    const params: Params<M> = DOCUMENT_REQUESTS[method](path, given);
    return service[method](project.workspace, params);
  };

  const onDocument = <M extends DocumentMethod>(
    method: M,
    send: (result: Result<M>, given: Given) => unknown = (result) => result,
  ): void => {
    connection.onRequest(LSP_METHODS[method], (given: Given, token: CancellationToken) => {
      const place = projects.placeOf(given.textDocument.uri);
      return inTurn(token, () => (place === null ? null : send(answer(method, place, given), given)));
    });
  };

  connection.onInitialize(({ workspaceFolders, rootUri, capabilities }) => {
    if (phase !== 'new') return new ResponseError(ErrorCodes.InvalidRequest, 'the server is initialized already');
    phase = 'running';
    canWatch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    hasFolders = capabilities.workspace?.workspaceFolders === true;
    refresh = refresher(connection, capabilities, projects);
    snippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    for (const { uri } of workspaceFolders ?? []) projects.addFolder(uri);
    // Of clients that know one folder only.
    if ((workspaceFolders ?? []).length === 0 && typeof rootUri === 'string') projects.addFolder(rootUri);
    return initializeResult(host.version);
  });
  connection.onInitialized(() => {
    const options = { watchers: [...WATCHED] };
    if (canWatch) tell(() => connection.client.register(DidChangeWatchedFilesNotification.type, options));
    if (hasFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) projects.removeFolder(uri);
        for (const { uri } of added) projects.addFolder(uri);
        publishSoon();
      });
    }
    publishSoon();
  });

  const end = (): void => {
    phase = 'ended';
    callOff();
  };
  connection.onShutdown(end);

  connection.onDidOpenTextDocument(({ textDocument: { uri, text } }) => {
    projects.open(uri, text);
    publishSoon();
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri }, contentChanges }) => {
    for (const change of contentChanges) {
      if ('range' in change) projects.edit(uri, [change]);
      else projects.open(uri, change.text);
    }
    publishSoon();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    projects.close(uri);
    publishSoon();
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    // Elsewhere the watched files say it.
    if (canWatch) return;
    projects.changedOnDisk([{ uri, isDeleted: false }]);
    publishSoon();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    projects.changedOnDisk(changes.map(({ uri, type }) => ({ uri, isDeleted: type === DELETED })));
    publishSoon();
  });

  onDocument('completion', (list, { textDocument: { uri } }) => sentItems(list, uri, snippets));
  onDocument('hover');
  onDocument('signatureHelp');
  onDocument('definition');
  onDocument('references');
  onDocument('documentHighlights');
  onDocument('prepareRename');
  onDocument('rename', (result) =>
    result.kind === 'edit' ? result.edit : new ResponseError(LSPErrorCodes.RequestFailed, result.message),
  );
  onDocument('codeActions');
  onDocument('format');
  onDocument('semanticTokens');
  onDocument('inlayHints');
  onDocument('foldingRanges');
  onDocument('documentSymbols');
  onDocument('lineage');

  connection.onRequest('textDocument/semanticTokens/range', (given: Given, token: CancellationToken) => {
    const place = projects.placeOf(given.textDocument.uri);
    const { range } = given;
    return inTurn(token, () =>
      place === null ? null : service.semanticTokens(place.project.workspace, { path: place.path, range }),
    );
  });
  connection.onRequest(LSP_METHODS.resolveCompletion, (sent: CompletionItem, token: CancellationToken) => {
    const returned = returnedItem(sent);
    const place = returned === null ? null : projects.placeOf(returned.uri);
    return inTurn(token, () => {
      if (returned === null || place === null) return sent;
      const { documentation } = service.resolveCompletion(place.project.workspace, returned.item);
      return documentation === undefined ? sent : { ...sent, documentation };
    });
  });
  connection.onRequest(LSP_METHODS.workspaceSymbols, ({ query }: { query: string }, token: CancellationToken) => {
    const all = projects.all();
    return inTurn(token, () => all.flatMap(({ workspace }) => [...service.workspaceSymbols(workspace, { query })]));
  });

  return end;
}
