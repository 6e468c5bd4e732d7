// `kpi lsp --stdio` as an editor has it: a process, two pipes, the protocol.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { initializeResult, LSP_METHODS } from '@sextant/language-server';
import { METHODS } from '@sextant/language-service';
import { SHOP } from '../language-service/shop.js';
import { startServer, type Client, type Message } from './client.js';

const folder = mkdtempSync(join(tmpdir(), 'kpi-lsp-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return pathToFileURL(file).href;
}

const uri = (path: string): string => pathToFileURL(join(folder, path)).href;

for (const [path, text] of Object.entries(SHOP)) write(`work/shop/${path}`, text);
write('work/other/kpi.project.yaml', 'project: other\n');
write('work/other/a.kpi.yaml', 'metrics:\n  x: nothing\n');
write('work/other/inside/kpi.project.yaml', 'project: inside\n');
write('work/other/inside/b.kpi.yaml', 'metrics:\n  x: nothing_else\n');
write('alone/c.kpi.yaml', 'metrics:\n  x: nowhere\n');

const CAPABILITIES = {
  workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: { completion: { completionItem: { snippetSupport: true } } },
};

let client: Client;
const messages = (path: string): readonly string[] =>
  (client.said.get(uri(path)) ?? []).map(({ message }) => message.split('\n')[0] ?? '');

beforeAll(async () => {
  client = startServer();
  const started = await client.request('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(join(folder, 'work')).href, name: 'work' }],
    capabilities: CAPABILITIES,
  });
  expect(started.result).toEqual(JSON.parse(JSON.stringify(initializeResult('0.1.0'))));
  client.notify('initialized', {});
  const wrong = ['work/other/a.kpi.yaml', 'work/other/inside/b.kpi.yaml'];
  await client.until(() => wrong.every((path) => client.said.has(uri(path))));
});
afterAll(async () => {
  expect(await client.shutDown()).toBe(0);
});

test('all projects of the folders are checked, each on its own', () => {
  expect(messages('work/other/a.kpi.yaml')).toEqual(['there is no metric `nothing`']);
  expect(messages('work/other/inside/b.kpi.yaml')).toEqual(['there is no metric `nothing_else`']);
  expect(client.said.get(uri('work/shop/metrics.kpi.yaml'))?.some(({ code }) => code.startsWith('KPI2'))).not.toBe(
    true,
  );
});

test('the server asks to be told of files that change', async () => {
  await client.until(() => client.asked.length > 0);
  expect(JSON.stringify(client.asked)).toContain('**/*.kpi.yaml');
});

describe('every method of the language service is offered', () => {
  const line = (SHOP['metrics.kpi.yaml'] ?? '').split('\n').findIndex((one) => one.includes('aov: {'));
  const position = { line, character: 20 };
  const given = (path: string): object => ({
    textDocument: { uri: uri(path) },
    position,
    range: { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } },
    context: { includeDeclaration: true, diagnostics: [] },
    newName: 'sales_value',
    options: { tabSize: 2, insertSpaces: true },
    query: 'revenue',
  });

  test.each(METHODS.filter((method) => method !== 'diagnostics'))('%s', async (method) => {
    const params =
      method === 'resolveCompletion'
        ? { label: 'sum', data: { uri: uri('work/shop/metrics.kpi.yaml'), about: { kind: 'word', word: 'sum' } } }
        : given('work/shop/metrics.kpi.yaml');
    const { result, error } = await client.request(LSP_METHODS[method], params);
    expect(error).toBeUndefined();
    // What is null here has nothing to say at this place, and is asked for at others in the service's own tests.
    if (method !== 'signatureHelp') expect(result).not.toBeNull();
    expect(result).toBeDefined();
  });

  test('diagnostics', () => {
    expect(LSP_METHODS.diagnostics).toBe('textDocument/publishDiagnostics');
    expect(client.said.size).toBeGreaterThan(0);
  });

  test('semantic tokens of a range', async () => {
    const { result } = await client.request('textDocument/semanticTokens/range', given('work/shop/metrics.kpi.yaml'));
    expect(result).toMatchObject({ data: expect.any(Array) as unknown });
  });

  test('unknown files are answered with nothing', async () => {
    for (const method of METHODS) {
      if (method === 'diagnostics' || method === 'resolveCompletion' || method === 'workspaceSymbols') continue;
      const { result, error } = await client.request(LSP_METHODS[method], given('nowhere/x.kpi.yaml'));
      expect([method, result, error]).toEqual([method, null, undefined]);
    }
  });
});

function open(path: string, text: string): void {
  const textDocument = { uri: uri(path), languageId: 'yaml', version: 1, text };
  client.notify('textDocument/didOpen', { textDocument });
}

function edit(path: string, ...contentChanges: readonly object[]): void {
  client.notify('textDocument/didChange', { textDocument: { uri: uri(path), version: 2 }, contentChanges });
}

const at = (line: number, start: number, end: number): object => ({
  start: { line, character: start },
  end: { line, character: end },
});

test('edits come one by one, in UTF-16', async () => {
  const path = 'work/other/a.kpi.yaml';
  open(path, 'metrics:\n  x: nothing # 😀 é\n');
  // The smile is two units, the letter one.
  edit(path, { range: at(1, 5, 12), text: "'😀'" }, { range: at(1, 8, 8), text: ' = ' });
  edit(path, { range: at(1, 5, 19), text: 'strange' });
  await client.until(() => messages(path).includes('there is no metric `strange`'));
  const hovered = await client.request('textDocument/hover', {
    textDocument: { uri: uri(path) },
    position: { line: 0, character: 2 },
  });
  expect(hovered.result).toMatchObject({ range: at(0, 0, 7) });
  expect(client.said.get(uri(path))?.[0]?.range).toEqual(at(1, 5, 12));
});

test('a request sees the edits before it', async () => {
  const path = 'work/shop/metrics.kpi.yaml';
  open(path, SHOP['metrics.kpi.yaml'] ?? '');
  edit(path, { range: at(1, 0, 0), text: '  brand_new: revenue\n' });
  const found = client.request('workspace/symbol', { query: 'brand_new' });
  const completed = client.request('textDocument/completion', {
    textDocument: { uri: uri(path) },
    position: { line: 1, character: 18 },
  });
  edit(path, { range: { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }, text: '' });
  expect((await found).result).toMatchObject([{ name: 'brand_new' }]);
  expect(JSON.stringify((await completed).result)).toContain('"revenue"');
});

test('a file that is closed counts as it is on the disk', async () => {
  const path = 'work/other/a.kpi.yaml';
  open(path, 'metrics:\n  x: count(nowhere)\n');
  await client.until(() => messages(path).some((message) => message.includes('nowhere')));
  client.notify('textDocument/didClose', { textDocument: { uri: uri(path) } });
  await client.until(() => messages(path).includes('there is no metric `nothing`'));
});

test('files that change, come and go on the disk', async () => {
  const path = 'work/other/a.kpi.yaml';
  const changed = (file: string, type: 1 | 2 | 3): void =>
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(file), type }] });
  write(path, 'metrics:\n  x: changed\n');
  changed(path, 2);
  await client.until(() => messages(path).includes('there is no metric `changed`'));
  write('work/other/new.kpi.yaml', 'parameters:\n  changed: 3\n');
  changed('work/other/new.kpi.yaml', 1);
  await client.until(() => !messages(path).includes('there is no metric `changed`'));
  rmSync(join(folder, 'work/other/new.kpi.yaml'));
  changed('work/other/new.kpi.yaml', 3);
  await client.until(() => messages(path).includes('there is no metric `changed`'));
  // A project file makes a folder a project of its own, and takes its files away from the one around.
  write('work/other/sub/d.kpi.yaml', 'metrics:\n  y: gone\n');
  changed('work/other/sub/d.kpi.yaml', 1);
  await client.until(() => messages('work/other/sub/d.kpi.yaml').includes('there is no metric `gone`'));
  write('work/other/sub/e.kpi.yaml', 'parameters:\n  gone: 1\n');
  write('work/other/sub/kpi.project.yaml', 'project: sub\n');
  changed('work/other/sub/kpi.project.yaml', 1);
  await client.until(() => !messages('work/other/sub/d.kpi.yaml').includes('there is no metric `gone`'));
});

test('a file in no project is checked alone, as long as it is open', async () => {
  const path = 'alone/c.kpi.yaml';
  open(path, 'metrics:\n  x: nowhere\n');
  await client.until(() => messages(path).includes('there is no metric `nowhere`'));
  client.notify('textDocument/didClose', { textDocument: { uri: uri(path) } });
  await client.until(() => messages(path).length === 0);
});

test('a text that was never saved', async () => {
  const textDocument = { uri: 'untitled:Untitled-1', languageId: 'yaml', version: 1, text: 'metrics:\n  x: 1 +\n' };
  client.notify('textDocument/didOpen', { textDocument });
  await client.until(() => (client.said.get('untitled:Untitled-1')?.length ?? 0) > 0);
  client.notify('textDocument/didClose', { textDocument: { uri: textDocument.uri } });
});

test('folders come and go', async () => {
  const added = { uri: pathToFileURL(join(folder, 'later')).href, name: 'later' };
  write('later/kpi.project.yaml', 'project: later\n');
  write('later/f.kpi.yaml', 'metrics:\n  x: late\n');
  client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [added], removed: [] } });
  await client.until(() => messages('later/f.kpi.yaml').includes('there is no metric `late`'));
  client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [added] } });
  await client.until(() => messages('later/f.kpi.yaml').length === 0);
});

test('requests that are cancelled before their turn are not computed', async () => {
  const params = { textDocument: { uri: uri('work/shop/metrics.kpi.yaml') }, position: { line: 1, character: 3 } };
  const started = Array.from({ length: 40 }, () =>
    client.start('textDocument/references', { ...params, context: { includeDeclaration: true } }),
  );
  for (const { id } of started.slice(1)) client.notify('$/cancelRequest', { id });
  const answers = await Promise.all(started.map(({ answer }) => answer));
  const cancelled = answers.filter(({ error }) => error?.code === -32_800);
  expect(answers[0]?.error).toBeUndefined();
  expect(cancelled.length).toBeGreaterThan(0);
});

test('a name that cannot be given is an error with the reason', async () => {
  const params = { textDocument: { uri: uri('work/shop/metrics.kpi.yaml') }, position: { line: 1, character: 3 } };
  const refused: Message = await client.request('textDocument/rename', { ...params, newName: 'aov' });
  expect(refused.error).toEqual({ code: -32_803, message: 'there is a metric `aov` already' });
  const renamed = await client.request('textDocument/rename', { ...params, newName: 'turnover' });
  const { changes } = renamed.result as { changes: Record<string, readonly unknown[]> };
  expect(Object.keys(changes).toSorted()).toEqual([uri('work/shop/aims.kpi.yaml'), uri('work/shop/metrics.kpi.yaml')]);
});

test('an editor that knows no places to fill gets plain text', async () => {
  const plain = startServer('--clientProcessId', String(process.pid));
  const rootUri = pathToFileURL(join(folder, 'work/shop')).href;
  await plain.request('initialize', { processId: null, rootUri, capabilities: {} });
  plain.notify('initialized', {});
  const path = uri('work/shop/new.kpi.yaml');
  plain.notify('textDocument/didOpen', {
    textDocument: { uri: path, languageId: 'yaml', version: 1, text: 'metrics:\n  x: prior' },
  });
  const { result } = await plain.request('textDocument/completion', {
    textDocument: { uri: path },
    position: { line: 1, character: 10 },
  });
  expect(result).toMatchObject({
    items: [{ label: 'prior', insertTextFormat: 1, textEdit: { newText: 'prior(m, 1 year)' } }],
  });
  plain.hangUp();
  expect(await plain.exit).toBe(1);
});
