// How a server begins, goes on whatever comes, and ends.
import { afterEach, describe, expect, test } from 'vitest';
import type { Client } from './client.js';
import { serveInside } from './client.js';
import { fakeHost } from './fake-host.js';

const FILES = {
  '/work/kpi.project.yaml': 'project: work\n',
  '/work/a.kpi.yaml': 'metrics:\n  x: nothing\n',
};
const A = 'file:///work/a.kpi.yaml';
const INITIALIZE = { processId: null, rootUri: 'file:///work', capabilities: {} };
const PLACE = { textDocument: { uri: A }, position: { line: 0, character: 2 } };

const clients: Client[] = [];
function start(...more: Parameters<typeof fakeHost>): Client {
  const client = serveInside(fakeHost(...more));
  clients.push(client);
  return client;
}
async function running(...more: Parameters<typeof fakeHost>): Promise<Client> {
  const client = start(...more);
  await client.request('initialize', INITIALIZE);
  client.notify('initialized', {});
  return client;
}
afterEach(() => {
  for (const client of clients.splice(0)) client.hangUp();
});

describe('the order of things', () => {
  test('nothing is answered before `initialize`', async () => {
    const client = start(FILES);
    expect((await client.request('textDocument/hover', PLACE)).error?.code).toBe(-32_002);
    expect((await client.request('workspace/symbol', { query: '' })).error?.code).toBe(-32_002);
    expect((await client.request('initialize', INITIALIZE)).error).toBeUndefined();
    expect((await client.request('textDocument/hover', PLACE)).error).toBeUndefined();
  });

  test('a server is initialized once', async () => {
    const client = await running(FILES);
    expect((await client.request('initialize', INITIALIZE)).error?.code).toBe(-32_600);
    expect((await client.request('textDocument/hover', PLACE)).error).toBeUndefined();
  });

  test('nothing is answered after `shutdown`, and `exit` ends with 0', async () => {
    const client = await running(FILES);
    expect(await client.request('shutdown', null)).toMatchObject({ result: null });
    expect((await client.request('textDocument/hover', PLACE)).error?.code).toBe(-32_600);
    client.notify('exit', null);
    expect(await client.exit).toBe(0);
  });

  test('`exit` without `shutdown` ends with 1', async () => {
    const client = await running(FILES);
    client.notify('exit', null);
    expect(await client.exit).toBe(1);
  });

  test('a closed pipe ends it: with 0 after `shutdown` alone', async () => {
    const gone = await running(FILES);
    gone.hangUp();
    expect(await gone.exit).toBe(1);
    const ready = await running(FILES);
    await ready.request('shutdown', null);
    ready.hangUp();
    expect(await ready.exit).toBe(0);
  });
});

describe('a server goes on', () => {
  test('after what it does not know', async () => {
    const client = await running(FILES);
    expect((await client.request('textDocument/unheardOf', PLACE)).error?.code).toBe(-32_601);
    client.notify('workspace/unheardOf', {});
    client.notify('$/unheardOf', {});
    client.notify('$/cancelRequest', { id: 4711 });
    expect((await client.request('textDocument/hover', PLACE)).error).toBeUndefined();
  });

  test('after parameters that are none', async () => {
    const client = await running(FILES);
    for (const params of [
      {},
      null,
      [],
      { textDocument: 3 },
      { textDocument: { uri: null } },
      { textDocument: { uri: A } },
    ])
      for (const method of ['hover', 'completion', 'rename', 'codeAction', 'references', 'inlayHint', 'formatting']) {
        const answer = await client.request(`textDocument/${method}`, params);
        expect('result' in answer || answer.error !== undefined).toBe(true);
      }
    for (const method of ['didOpen', 'didChange', 'didClose', 'didSave']) client.notify(`textDocument/${method}`, {});
    client.notify('workspace/didChangeWatchedFiles', {});
    client.notify('textDocument/didChange', {
      textDocument: { uri: A, version: 2 },
      contentChanges: [{ range: { start: { line: -1, character: 9 }, end: { line: 99, character: -1 } }, text: 'x' }],
    });
    expect((await client.request('textDocument/documentSymbol', PLACE)).error).toBeUndefined();
    expect((await client.request('textDocument/hover', PLACE)).error).toBeUndefined();
  });

  test('after positions that are nowhere', async () => {
    const client = await running(FILES);
    for (const position of [
      { line: 4000, character: 0 },
      { line: 0, character: 4000 },
      { line: -3, character: -3 },
    ]) {
      const range = { start: position, end: position };
      const params = {
        ...PLACE,
        position,
        range,
        newName: 'y',
        context: { includeDeclaration: true, diagnostics: [] },
      };
      for (const method of [
        'hover',
        'completion',
        'rename',
        'codeAction',
        'references',
        'signatureHelp',
        'inlayHint',
      ]) {
        const { error } = await client.request(`textDocument/${method}`, params);
        // That there is nothing to be renamed is an answer.
        if (error !== undefined) expect([method, error.code]).toEqual(['rename', -32_803]);
      }
    }
  });

  test('after a client refuses what it said that it could', async () => {
    const client = start(FILES);
    client.refused.add('client/registerCapability');
    const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
    await client.request('initialize', { ...INITIALIZE, capabilities });
    client.notify('initialized', {});
    await client.until(() => client.asked.length > 0 && client.said.has(A));
    expect(client.said.get(A)).toHaveLength(1);
    expect((await client.request('textDocument/hover', PLACE)).error).toBeUndefined();
  });

  test('after something goes wrong inside: the log has it, and the next check is told', async () => {
    let isBroken = true;
    const pageOf = (): null => {
      if (isBroken) throw new Error('no pages today');
      return null;
    };
    const client = await running(FILES, { pageOf });
    await client.until(() => client.log.some((line) => line.includes('no pages today')));
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const params = { ...PLACE, range, context: { diagnostics: [] } };
    isBroken = false;
    expect((await client.request('textDocument/codeAction', params)).error).toBeUndefined();
    client.notify('textDocument/didOpen', {
      textDocument: { uri: A, languageId: 'yaml', version: 1, text: 'metrics:\n  x: another\n' },
    });
    await client.until(() => client.said.get(A)?.[0]?.message.includes('another') === true);
  });
});

test('a diagnostic leads to the page of its code', async () => {
  const client = await running(FILES);
  await client.until(() => client.said.has(A));
  expect(client.said.get(A)).toMatchObject([
    { code: 'KPI2001', source: 'kpi', codeDescription: { href: 'https://example.org/KPI2001' } },
  ]);
});

test('fixes come out of the text as it is, whatever the client says is wrong', async () => {
  const text = 'metrics:\n  revenue: 1\n  x: revenu\n';
  const client = await running({ ...FILES, '/work/a.kpi.yaml': text });
  const range = { start: { line: 2, character: 6 }, end: { line: 2, character: 6 } };
  const ask = (diagnostics: readonly unknown[], only?: readonly string[]): Promise<unknown> =>
    client
      .request('textDocument/codeAction', { textDocument: { uri: A }, range, context: { diagnostics, only } })
      .then(({ result }) => result);
  const fix = {
    kind: 'quickfix',
    edit: { changes: { [A]: [{ newText: 'revenue' }] } },
    diagnostics: [{ code: 'KPI2001' }],
  };
  expect(await ask([])).toMatchObject([fix]);
  expect(await ask([{ range, message: 'an older problem', data: { fixes: ['rm'] } }])).toMatchObject([fix]);
  expect(await ask([], ['quickfix'])).toMatchObject([fix]);
  expect(await ask([], ['refactor'])).toEqual([]);
});
