// The server of `kpi playground`: for whoever knows the secret, on this machine, and nothing is written over what it does not know.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveSite, type Site } from '../../../packages/cli/src/serving/serve-site.js';

const folder = mkdtempSync(join(tmpdir(), 'kpi-serve-'));
const root = join(folder, 'shop');
const outside = join(folder, 'outside');
const site = join(folder, 'site');
const PROJECT = 'project: shop\ncalendar: { timezone: UTC, week_starts: monday }\ncurrency: EUR\ndata: data\n';
const SALES = 'datasets:\n  orders:\n    from: orders.csv\n    key: id\n    time: none\n    fields: { id: text }\n';
let running: Site;

beforeAll(async () => {
  for (const path of [join(root, 'data'), outside, join(site, 'assets')]) mkdirSync(path, { recursive: true });
  writeFileSync(join(site, 'index.html'), '<!doctype html><html><head><title>x</title></head></html>');
  writeFileSync(join(site, 'assets/a.js'), '1');
  writeFileSync(join(folder, 'secret.csv'), 'id\n1\n');
  writeFileSync(join(root, 'data/orders.csv'), 'id\na\n');
  writeFileSync(join(root, 'data/notes.txt'), 'no data');
  symlinkSync(join(folder, 'secret.csv'), join(root, 'data/link.csv'));
  symlinkSync(outside, join(root, 'elsewhere'));
  running = await serveSite({ site, root, secret: 'abc', asOf: '2026-03-31' }, 0);
});
beforeEach(() => {
  writeFileSync(join(root, 'kpi.project.yaml'), PROJECT);
  writeFileSync(join(root, 'sales.kpi.yaml'), SALES);
});
afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** With headers as they are given: a browser would not let a page say them. */
function ask(
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { port } = new URL(running.address);
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const save = (
  changes: unknown,
  more: { overwrite?: boolean; headers?: Record<string, string> } = {},
): Promise<Answer> =>
  ask('/abc/api/save', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...more.headers },
    body: JSON.stringify({ changes, overwrite: more.overwrite ?? false }),
  });

test('the page says that it is served with a folder', async () => {
  const { status, text } = await ask('/abc/');
  expect(status).toBe(200);
  expect(text).toContain('<meta name="kpi-folder"');
  expect(await ask('/abc/assets/a.js')).toEqual({ status: 200, text: '1' });
});

test.each([
  '/',
  '/abd/',
  '/abc',
  '/abc/api/other',
  '/abc/../secret.csv',
  '/abc/%2e%2e/secret.csv',
  '/abc/assets/..%2findex.html',
  '/abc/%',
])('nothing is at %s', async (path) => {
  expect((await ask(path)).status).toBe(404);
});

test('neither a name that leads here nor another page gets anything', async () => {
  expect((await ask('/abc/', { headers: { host: 'evil.example' } })).status).toBe(403);
  expect((await ask('/abc/api/project', { headers: { origin: 'http://evil.example' } })).status).toBe(403);
  expect((await save([], { headers: { origin: 'http://evil.example' } })).status).toBe(403);
  expect((await save([], { headers: { 'content-type': 'text/plain' } })).status).toBe(415);
});

test('the project with its definitions and its data, and no other file', async () => {
  const { text } = await ask('/abc/api/project');
  expect(JSON.parse(text)).toEqual({
    name: 'shop',
    files: [
      { path: 'kpi.project.yaml', text: PROJECT },
      { path: 'sales.kpi.yaml', text: SALES },
    ],
    libraries: [],
    data: [{ path: 'data/orders.csv', bytes: 5 }],
    asOf: '2026-03-31',
  });
  expect(await ask('/abc/api/data/data/orders.csv')).toEqual({ status: 200, text: 'id\na\n' });
  for (const path of ['data/link.csv', 'data/notes.txt', 'sales.kpi.yaml', '..%2fsecret.csv'])
    expect((await ask(`/abc/api/data/${path}`)).status).toBe(404);
});

test('edits are written, new files made, others deleted', async () => {
  const answer = await save([
    { path: 'sales.kpi.yaml', text: null, was: SALES },
    { path: 'kpi.project.yaml', text: `${PROJECT}# ours\n`, was: PROJECT },
    { path: 'more/new.kpi.yaml', text: 'metrics: {}\n', was: null },
  ]);
  expect(answer.status).toBe(200);
  expect(existsSync(join(root, 'sales.kpi.yaml'))).toBe(false);
  expect(readFileSync(join(root, 'kpi.project.yaml'), 'utf8')).toBe(`${PROJECT}# ours\n`);
  expect(readFileSync(join(root, 'more/new.kpi.yaml'), 'utf8')).toBe('metrics: {}\n');
  rmSync(join(root, 'more'), { recursive: true });
});

test('nothing is written where the folder has changed, unless somebody says so', async () => {
  writeFileSync(join(root, 'sales.kpi.yaml'), '# theirs\n');
  const changes = [
    { path: 'kpi.project.yaml', text: '# ours\n', was: PROJECT },
    { path: 'sales.kpi.yaml', text: '# ours\n', was: SALES },
  ];
  expect(await save(changes)).toEqual({ status: 409, text: '{"changed":["sales.kpi.yaml"]}' });
  expect(readFileSync(join(root, 'kpi.project.yaml'), 'utf8')).toBe(PROJECT);
  expect((await save(changes, { overwrite: true })).status).toBe(200);
  expect(readFileSync(join(root, 'sales.kpi.yaml'), 'utf8')).toBe('# ours\n');
});

test.each([
  '../x.kpi.yaml',
  'data/orders.csv',
  '/tmp/x.kpi.yaml',
  '.git/x.kpi.yaml',
  'elsewhere/x.kpi.yaml',
  'package.json',
])('%s is never written', async (path) => {
  expect((await save([{ path, text: 'x', was: null }], { overwrite: true })).status).toBe(422);
  expect(existsSync(join(outside, 'x.kpi.yaml'))).toBe(false);
});

test.each([
  {},
  { changes: 'x' },
  { changes: [{ path: 1 }] },
  { changes: [{ path: 'a.kpi.yaml', text: 1, was: null }] },
])('%j is nothing to be saved', async (body) => {
  const headers = { 'content-type': 'application/json' };
  expect((await ask('/abc/api/save', { method: 'POST', headers, body: JSON.stringify(body) })).status).toBe(400);
});
