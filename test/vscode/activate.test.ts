// The extension in an editor that is made up, with the real client and the real server: when one is started, and what commands do.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '../../editors/vscode/build/bundle.js';
import { readManifest } from '../../editors/vscode/build/manifest.js';
import { fakeEditor } from './fake-editor.js';

interface Extension {
  readonly activate: (context: object) => Promise<void>;
  readonly deactivate: () => Promise<void>;
}

const folder = mkdtempSync(join(tmpdir(), 'kpi-extension-'));
const editor = fakeEditor(folder);
const subscriptions: { readonly dispose: () => unknown }[] = [];
const context = { asAbsolutePath: (path: string) => join(folder, path), subscriptions };
let extension: Extension;

const A = join(folder, 'work/a.kpi.yaml');
const TEXT = 'metrics:\n  x: nothing\n';

beforeAll(async () => {
  const files = {
    ...(await bundle()).files,
    'work/kpi.project.yaml': 'project: work\n',
    'work/a.kpi.yaml': TEXT,
  };
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  }
  // The editor gives the module to extensions; here it is a file whose exports are replaced.
  const vscode = join(folder, 'dist/node_modules/vscode/index.js');
  mkdirSync(dirname(vscode), { recursive: true });
  writeFileSync(vscode, '');
  const require = createRequire(vscode);
  require(vscode);
  const loaded = require.cache[vscode];
  if (loaded !== undefined) loaded.exports = editor.module;
  extension = require(join(folder, 'dist/extension.cjs')) as Extension;
});
afterAll(async () => {
  await extension.deactivate();
  rmSync(folder, { recursive: true, force: true });
});

const run = async (command: string): Promise<void> => editor.commands.get(command)?.();

test('YAML of other kinds starts nothing', async () => {
  await editor.open(join(folder, 'compose.yaml'), 'services: {}\n');
  await extension.activate(context);
  await editor.open(join(folder, 'values.yaml'), 'replicas: 1\n');
  expect([...editor.providers]).toEqual([]);
});

test('the commands are those of package.json', () => {
  const { contributes } = readManifest() as unknown as { contributes: { commands: readonly { command: string }[] } };
  const named = contributes.commands.map(({ command }) => command);
  expect([...editor.commands.keys()].toSorted()).toEqual(named.toSorted());
});

test('a file of ours starts the server, which says what is wrong and offers what it can', async () => {
  await editor.open(A, TEXT);
  await editor.until(() => editor.problems.has(A));
  expect(editor.problems.get(A)?.join()).toContain('there is no metric `nothing`');
  for (const feature of [
    'Hover',
    'CompletionItem',
    'Definition',
    'Rename',
    'CodeActions',
    'InlayHints',
    'FoldingRange',
  ])
    expect([...editor.providers]).toContain(`register${feature}Provider`);
  expect(editor.errors).toEqual([]);
});

test('another server is started where the setting says so, and nothing breaks where it is none', async () => {
  await editor.configure('path', join(folder, 'no-such-command'));
  expect(editor.errors.splice(0)).toEqual([expect.stringContaining('no-such-command failed')]);
  expect([...editor.providers]).toEqual([]);
  editor.problems.clear();
  await editor.configure('path', '');
  await editor.until(() => editor.problems.has(A));
  expect([...editor.providers]).toContain('registerHoverProvider');
});

test('the server is started anew on demand', async () => {
  editor.problems.clear();
  await run('kpi.restartServer');
  await editor.until(() => editor.problems.has(A));
});

test('commands run in the project of the file in front', async () => {
  editor.show(editor.documents.find(({ uri }) => uri.fsPath === A) ?? null);
  await run('kpi.showScorecard');
  editor.settings.set('path', '/opt/kpi tools/kpi');
  await run('kpi.openPlayground');
  editor.settings.set('path', '');
  const cwd = join(folder, 'work');
  expect(editor.tasks.splice(0)).toEqual([
    { name: 'scorecard', command: 'kpi', args: ['status'], cwd },
    { name: 'playground', command: '/opt/kpi tools/kpi', args: ['playground'], cwd },
  ]);
});

test('or in the project of the workspace, or in the one that is chosen', async () => {
  editor.show(null);
  await run('kpi.showScorecard');
  expect(editor.hints).toEqual(['There is no kpi.project.yaml in this workspace.']);
  editor.found.push('/one/kpi.project.yaml');
  await run('kpi.showScorecard');
  editor.found.push('/two/kpi.project.yaml');
  await run('kpi.showScorecard');
  expect(editor.tasks.map(({ cwd }) => cwd)).toEqual(['/one', '/two']);
});
