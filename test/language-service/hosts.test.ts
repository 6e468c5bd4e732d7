// Every host offers every method of the protocol: the language server, the playground's worker, the playground's editor. What a host
// leaves out stands in a table with the reason, so that a new method is forgotten nowhere.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { initializeResult, LSP_METHODS } from '@sextant/language-server';
import { answer, METHODS, openWorkspace, type Method, type Params } from '@sextant/language-service';
import { serveInside, type Client } from '../language-server/client.js';
import { fakeHost } from '../language-server/fake-host.js';
import { SHOP } from './shop.js';

type HostName = 'language server' | 'language worker' | 'Monaco adapter';

const LEFT_OUT: { readonly [H in HostName]: { readonly [M in Method]?: string } } = {
  'language server': {},
  'language worker': {},
  'Monaco adapter': {
    diagnostics: 'markers come with the report of the check, which the page lists too: `editor/markers.ts`',
    workspaceSymbols: 'Monaco knows no symbols but those of one file',
    lineage: 'Monaco has no such view; the page draws the graph',
  },
};

const FILE = 'metrics.kpi.yaml';
const TEXT = SHOP[FILE] ?? '';
/** In `revenue / orders_placed`. */
const LINE = TEXT.split('\n').findIndex((line) => line.includes('aov: {'));
const POSITION = { line: LINE, character: (TEXT.split('\n')[LINE] ?? '').indexOf('revenue') + 2 };
const RANGE = { start: { line: 0, character: 0 }, end: { line: 30, character: 0 } };
const IN_CALL = { line: 4, character: (TEXT.split('\n')[4] ?? '').indexOf('sum(') + 5 };
const ITEM = { label: 'sum', data: { kind: 'word', word: 'sum' } };

const at = { path: FILE, position: POSITION };
const PARAMS: { readonly [M in Method]: Params<M> } = {
  diagnostics: null,
  completion: at,
  resolveCompletion: ITEM,
  hover: at,
  signatureHelp: { path: FILE, position: IN_CALL },
  definition: at,
  references: { ...at, includeDeclaration: true },
  documentHighlights: at,
  prepareRename: at,
  rename: { ...at, newName: 'turnover' },
  codeActions: { path: FILE, range: RANGE },
  format: { path: FILE },
  semanticTokens: { path: FILE },
  inlayHints: { path: FILE, range: RANGE },
  foldingRanges: { path: FILE },
  documentSymbols: { path: FILE },
  workspaceSymbols: { query: 'revenue' },
  lineage: at,
};

// A misspelt name and a gap too much: there is something to fix, and something to format.
const FILES = Object.entries({
  ...SHOP,
  [FILE]: `${TEXT}  # end\n`.replace('  big_orders: count(', '  big_orders:   count('),
  'wrong.kpi.yaml': 'metrics:\n  wrong: orders_placd\n',
}).map(([path, text]) => ({ path, text }));
const WRONG = { path: 'wrong.kpi.yaml', range: { start: { line: 1, character: 0 }, end: { line: 1, character: 20 } } };
const paramsOf = (method: Method): Params<Method> => (method === 'codeActions' ? WRONG : PARAMS[method]);

const TODAY = '2026-06-17';
const workspace = openWorkspace(FILES, { pageOf: (code) => `#code=${code}`, today: TODAY });

/** What the service itself says, as it looks after a journey between workers. */
function answerOf(method: Method): unknown {
  return structuredClone(answer(workspace, method, paramsOf(method)));
}

const PLAYGROUND = join(import.meta.dirname, '../../packages/playground/src');

type Handler = (params: unknown, call: unknown) => unknown;
const worker = vi.hoisted(() => ({ handlers: {} as Record<string, Handler>, asked: [] as string[] }));
vi.mock('../../packages/playground/src/rpc/worker-port.js', () => ({
  serveWorker: (handlers: Record<string, Handler>) => void Object.assign(worker.handlers, handlers),
}));
vi.mock('../../packages/playground/src/flow/workers.js', () => ({
  languageWorker: () => ({
    call: async (name: string, params: { readonly method?: string } | null) => {
      if (params?.method !== undefined) worker.asked.push(params.method);
      return { kind: 'value', value: structuredClone(await worker.handlers[name]?.(structuredClone(params), {})) };
    },
  }),
}));
vi.mock('../../packages/playground/src/flow/keep-checked.js', () => ({ flushEdits: () => undefined }));

type Provider = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
const editor = vi.hoisted(() => ({ providers: new Map<string, Provider>() }));
vi.mock('../../packages/playground/src/editor/setup.js', () => {
  const numbers = new Proxy({}, { get: (_, name) => String(name) });
  const emitter = class {
    readonly event = (): object => ({});
    readonly fire = (): undefined => undefined;
  };
  const languages = new Proxy<Record<string, unknown>>(
    { CompletionItemKind: numbers, CompletionItemInsertTextRule: numbers, FoldingRangeKind: numbers },
    {
      get: (known, name: string) =>
        known[name] ?? ((_: unknown, provider: Provider) => void editor.providers.set(name, provider)),
    },
  );
  const uris = { from: ({ path }: { path: string }) => ({ scheme: 'kpi', path }) };
  return {
    monaco: { Emitter: emitter, Uri: uris, languages, editor: { getModels: () => [MODEL], getModelMarkers: () => [] } },
  };
});

const model = (path: string): object => ({
  uri: { scheme: 'kpi', path: `/${path}` },
  getVersionId: () => 1,
  isDisposed: () => false,
  getWordUntilPosition: () => ({ startColumn: 1, endColumn: 1, word: '' }),
});
const MODEL = model(FILE);
const TOKEN = { onCancellationRequested: () => ({ dispose: () => undefined }) };
const place = ({ line, character }: { readonly line: number; readonly character: number }): object => ({
  lineNumber: line + 1,
  column: character + 1,
});
const HERE = place(POSITION);
const area = ({ start, end }: typeof RANGE): object => ({
  startLineNumber: start.line + 1,
  startColumn: start.character + 1,
  endLineNumber: end.line + 1,
  endColumn: end.character + 1,
});

/** The provider of Monaco by its registration, its function, and what Monaco gives to it. */
const MONACO: { readonly [M in Method]?: readonly [string, string, ...(readonly unknown[])] } = {
  completion: ['CompletionItem', 'provideCompletionItems', MODEL, HERE, {}, TOKEN],
  resolveCompletion: ['CompletionItem', 'resolveCompletionItem', { label: 'sum', given: ITEM }, TOKEN],
  hover: ['Hover', 'provideHover', MODEL, HERE, TOKEN],
  signatureHelp: ['SignatureHelp', 'provideSignatureHelp', MODEL, place(IN_CALL), TOKEN, {}],
  definition: ['Definition', 'provideDefinition', MODEL, HERE, TOKEN],
  references: ['Reference', 'provideReferences', MODEL, HERE, { includeDeclaration: true }, TOKEN],
  documentHighlights: ['DocumentHighlight', 'provideDocumentHighlights', MODEL, HERE, TOKEN],
  prepareRename: ['Rename', 'resolveRenameLocation', MODEL, HERE, TOKEN],
  rename: ['Rename', 'provideRenameEdits', MODEL, HERE, 'turnover', TOKEN],
  codeActions: ['CodeAction', 'provideCodeActions', model(WRONG.path), area(WRONG.range), {}, TOKEN],
  format: ['DocumentFormattingEdit', 'provideDocumentFormattingEdits', MODEL, {}, TOKEN],
  semanticTokens: ['DocumentSemanticTokens', 'provideDocumentSemanticTokens', MODEL, null, TOKEN],
  inlayHints: ['InlayHints', 'provideInlayHints', MODEL, area(RANGE), TOKEN],
  foldingRanges: ['FoldingRange', 'provideFoldingRanges', MODEL, {}, TOKEN],
  documentSymbols: ['DocumentSymbol', 'provideDocumentSymbols', MODEL, TOKEN],
};

/** What is said of a method when a server starts; null for what needs no word. */
const CAPABILITY: { readonly [M in Method]: keyof ReturnType<typeof initializeResult>['capabilities'] | null } = {
  // Pushed.
  diagnostics: null,
  completion: 'completionProvider',
  resolveCompletion: 'completionProvider',
  hover: 'hoverProvider',
  signatureHelp: 'signatureHelpProvider',
  definition: 'definitionProvider',
  references: 'referencesProvider',
  documentHighlights: 'documentHighlightProvider',
  prepareRename: 'renameProvider',
  rename: 'renameProvider',
  codeActions: 'codeActionProvider',
  format: 'documentFormattingProvider',
  semanticTokens: 'semanticTokensProvider',
  inlayHints: 'inlayHintProvider',
  foldingRanges: 'foldingRangeProvider',
  documentSymbols: 'documentSymbolProvider',
  workspaceSymbols: 'workspaceSymbolProvider',
  // Of our own.
  lineage: null,
};

let client: Client;
beforeAll(async () => {
  client = serveInside(fakeHost(Object.fromEntries(FILES.map(({ path, text }) => [`/work/${path}`, text]))));
  await client.request('initialize', { processId: null, rootUri: 'file:///work', capabilities: {} });
  client.notify('initialized', {});
  await import(join(PLAYGROUND, 'language/language.worker.ts'));
  worker.handlers['files']?.({ revision: 1, fresh: true, changed: FILES, deleted: [], today: TODAY }, {});
  const { registerFeatures } = (await import(join(PLAYGROUND, 'editor/adapter/register.ts'))) as {
    registerFeatures: () => Promise<void>;
  };
  await registerFeatures();
});
afterAll(() => client.hangUp());

/** Whether a host answers a method, with something to the purpose. */
const OFFERS: { readonly [H in HostName]: (method: Method) => Promise<boolean> } = {
  'language server': async (method) => {
    if (method === 'diagnostics') {
      await client.until(() => client.said.size > 0);
      return LSP_METHODS[method] === 'textDocument/publishDiagnostics';
    }
    const params = paramsOf(method);
    const path = params !== null && 'path' in params ? params.path : FILE;
    const uri = `file:///work/${path}`;
    const sent = {
      ...params,
      textDocument: { uri },
      context: { includeDeclaration: true, diagnostics: [] },
      ...(method === 'resolveCompletion' ? { data: { uri, about: ITEM.data } } : {}),
    };
    const { result, error } = await client.request(LSP_METHODS[method], sent);
    return error === undefined && hasContent(result);
  },
  'language worker': async (method) => {
    const given = await worker.handlers['service']?.({ method, params: paramsOf(method) }, {});
    expect(structuredClone(given)).toEqual(answerOf(method));
    return hasContent(given);
  },
  'Monaco adapter': async (method) => {
    const call = MONACO[method];
    if (call === undefined) return false;
    const [registration, name, ...args] = call;
    const provider =
      editor.providers.get(`register${registration}Provider`) ??
      editor.providers.get(`register${registration}EditProvider`);
    worker.asked.length = 0;
    const given = await provider?.[name]?.(...args);
    expect(worker.asked).toEqual([method]);
    return hasContent(given);
  },
};

function hasContent(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length + (value instanceof Map ? value.size : 0) > 0
  );
}

test('the service itself has something to say to each of the questions', () => {
  expect(METHODS.filter((method) => !hasContent(answerOf(method)))).toEqual([]);
  expect(Object.keys(PARAMS).toSorted()).toEqual([...METHODS].toSorted());
});

const HOSTS = Object.keys(OFFERS) as readonly HostName[];
describe.each(HOSTS)('%s', (host) => {
  test.each(METHODS)('%s', async (method) => {
    const reason = LEFT_OUT[host][method];
    const offers = await OFFERS[host](method);
    // One or the other: a reason does not outlive what it is for.
    expect({ method, host, offered: offers, leftOut: reason !== undefined }).toEqual({
      method,
      host,
      offered: reason === undefined,
      leftOut: reason !== undefined,
    });
  });
});

test.each(METHODS)('the language server says that it has %s', (method) => {
  const capability = CAPABILITY[method];
  if (capability !== null) expect(initializeResult('0').capabilities[capability]).toBeTruthy();
});

test('no provider of the editor is outside the table', () => {
  const inTable = new Set(Object.values(MONACO).map(([registration]) => registration));
  const registered = [...editor.providers.keys()].map((name) => name.replace(/^register|Provider$/g, ''));
  expect(registered.filter((name) => !inTable.has(name))).toEqual([]);
});

test('the editor counts from 1, the service from 0', async () => {
  const found = await editor.providers.get('registerHoverProvider')?.['provideHover']?.(MODEL, HERE, TOKEN);
  const start = POSITION.character - 2;
  expect(found).toMatchObject({
    range: { startLineNumber: LINE + 1, startColumn: start + 1, endLineNumber: LINE + 1, endColumn: start + 8 },
  });
});
