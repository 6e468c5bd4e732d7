// The server of the published command: all of it is in the bundle, and a place without DuckDB is enough.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProcess } from './client.js';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'kpi-built-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  await promisify(execFile)(process.execPath, [join(ROOT, 'packages/cli/build.mjs'), '--out', folder]);
}, 120_000);

test('it starts, checks, leads to pages, and ends', async () => {
  const client = startProcess([join(folder, 'kpi.mjs'), 'lsp', '--stdio'], folder);
  const uri = 'untitled:one.kpi.yaml';
  const started = await client.request('initialize', { processId: null, rootUri: null, capabilities: {} });
  expect(started.result).toMatchObject({ serverInfo: { name: 'kpi' } });
  client.notify('initialized', {});
  client.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 1, text: 'metrics:\n  x: nothing\n' },
  });
  await client.until(() => client.said.has(uri));
  const href = pathToFileURL(join(folder, 'errors/KPI2001.md')).href;
  expect(client.said.get(uri)).toMatchObject([{ code: 'KPI2001', codeDescription: { href } }]);
  expect(await client.shutDown()).toBe(0);
});
