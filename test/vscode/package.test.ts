// The extension as it is installed: what lies in the package, and that the server in it serves.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isBuiltin } from 'node:module';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allFunctions } from '@sextant/parser';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '@sextant/language-service';
import { bundle, type Bundle } from '../../editors/vscode/build/bundle.js';
import { extensionFiles } from '../../editors/vscode/build/extension-files.js';
import { readManifest } from '../../editors/vscode/build/manifest.js';
import { vsix } from '../../editors/vscode/build/vsix.js';
import { startProcess } from '../language-server/client.js';
import { unzip } from './unzip.js';
import { readXml, type Element } from './xml.js';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'kpi-vsix-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const manifest = readManifest();
let bundled: Bundle;
let zip: Uint8Array;
let entries: ReadonlyMap<string, Buffer>;

/** What package.json says of the extension, as much as is looked at here. */
interface Contributes {
  readonly commands: readonly { readonly command: string; readonly title: string }[];
  readonly grammars: readonly { readonly path: string; readonly scopeName: string }[];
  readonly yamlValidation: readonly { readonly fileMatch: string; readonly url: string }[];
  readonly semanticTokenTypes: readonly { readonly id: string; readonly superType: string }[];
  readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
}
interface Published {
  readonly main: string;
  readonly icon: string;
  readonly version: string;
  readonly contributes: Contributes;
}
const published = (): Published => JSON.parse(text('extension/package.json')) as Published;
const text = (path: string): string => entries.get(path)?.toString('utf8') ?? '';
const inExtension = (path: string): string => join('extension', path);

beforeAll(async () => {
  bundled = await bundle();
  zip = vsix(manifest, extensionFiles(manifest, bundled));
  entries = unzip(Buffer.from(zip));
  for (const [path, contents] of entries) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
});

describe('the package', () => {
  test('has its entries and nothing else', () => {
    const pages = readdirSync(join(ROOT, 'docs/errors')).map((name) => `extension/dist/errors/${name}`);
    const schemas = readdirSync(join(ROOT, 'schemas')).map((name) => `extension/schemas/${name}`);
    const std = readdirSync(join(ROOT, 'packages/std'), { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /\.(yaml|csv)$/.test(path) && !path.startsWith('node_modules'))
      .map((path) => `extension/dist/std/${path}`);
    expect(std.length).toBeGreaterThan(10);
    const wanted = [
      'extension.vsixmanifest',
      '[Content_Types].xml',
      ...['package.json', 'README.md', 'LICENSE.txt', 'ThirdPartyNotices.txt', 'icon.png'].map(inExtension),
      ...['dist/extension.cjs', 'dist/server.cjs', 'syntaxes/functions.tmLanguage.json'].map(inExtension),
      ...pages,
      ...std,
      ...schemas,
    ];
    expect([...entries.keys()].toSorted()).toEqual(wanted.toSorted());
    expect(text('extension/dist/errors/KPI2001.md')).toContain('KPI2001');
  });

  test('is the same bytes each time, and small', () => {
    expect(Buffer.from(vsix(manifest, extensionFiles(manifest, bundled))).equals(Buffer.from(zip))).toBe(true);
    expect(zip.length).toBeLessThan(1_500_000);
  });

  test('has a manifest that says what package.json says', () => {
    const root = readXml(text('extension.vsixmanifest'));
    expect(root.name).toBe('PackageManifest');
    expect(root.attributes['xmlns']).toBe('http://schemas.microsoft.com/developer/vsx-schema/2011');
    const all = flat(root);
    const one = (name: string): Element | undefined => all.find((element) => element.name === name);
    expect(one('Identity')?.attributes).toEqual({
      Language: 'en-US',
      Id: 'sextant-vscode',
      Version: published().version,
      Publisher: 'sextant',
    });
    expect(one('DisplayName')?.text).toBe(manifest.displayName);
    expect(one('Description')?.text).toBe(manifest.description);
    const engine = all.find(({ attributes }) => attributes['Id'] === 'Microsoft.VisualStudio.Code.Engine');
    expect(engine?.attributes['Value']).toBe(manifest.engines.vscode);
    const assets = all.filter(({ name }) => name === 'Asset').map(({ attributes }) => attributes['Path'] ?? '');
    expect(assets).toContain('extension/package.json');
    for (const path of [...assets, one('License')?.text ?? '', one('Icon')?.text ?? ''])
      expect(entries.has(path)).toBe(true);
  });

  test('has a content type for each of its files', () => {
    const root = readXml(text('[Content_Types].xml'));
    const types = new Map(root.children.map(({ attributes }) => [attributes['Extension'], attributes['ContentType']]));
    for (const path of entries.keys()) {
      if (path !== '[Content_Types].xml')
        expect([path, types.get(/\.[a-z]+$/.exec(path)?.[0])]).not.toEqual([path, undefined]);
    }
  });

  test('what is special in XML is written as it must be', () => {
    const odd = { ...manifest, description: 'a < b & "c" > d', keywords: ['<'] };
    const root = readXml(
      unzip(Buffer.from(vsix(odd, {})))
        .get('extension.vsixmanifest')
        ?.toString() ?? '',
    );
    expect(flat(root).find(({ name }) => name === 'Description')?.text).toBe('a < b & "c" > d');
  });

  test('has the licence of everything that it contains', () => {
    const notices = text('extension/ThirdPartyNotices.txt');
    for (const name of [
      'vscode-languageclient',
      'vscode-languageserver',
      'vscode-jsonrpc',
      'chevrotain',
      'yaml',
      'semver',
    ])
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(notices).not.toContain('()');
    expect(notices).not.toMatch(/\b(GPL|AGPL|LGPL)/);
  });
});

describe('package.json', () => {
  test('names files that are there', () => {
    const { main, icon, contributes } = published();
    const named = [
      main,
      icon,
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.yamlValidation.map(({ url }) => url),
    ];
    expect(named.filter((path) => !entries.has(inExtension(path)))).toEqual([]);
    expect(Object.keys(published())).not.toContain('devDependencies');
  });

  test('has the version of the command', () => {
    const cli = JSON.parse(readFileSync(join(ROOT, 'packages/cli/package.json'), 'utf8')) as { version: string };
    expect(manifest.version).toBe(cli.version);
  });

  test('is described where people look: commands and settings', () => {
    const { commands, configuration } = published().contributes;
    const words = [...commands.map(({ title }) => `KPI: ${title}`), ...Object.keys(configuration.properties)];
    for (const page of ['docs/editors.md', 'editors/vscode/README.md']) {
      const said = readFileSync(join(ROOT, page), 'utf8');
      expect([page, words.filter((word) => !said.includes(word))]).toEqual([page, []]);
    }
    expect(readFileSync(join(ROOT, 'docs/editors.md'), 'utf8')).toContain(`sextant-vscode-${manifest.version}.vsix`);
  });

  test('hands every schema to the YAML extension', () => {
    const urls = published().contributes.yamlValidation.map(({ url }) => url.replace('./schemas/', ''));
    expect(urls.toSorted()).toEqual(readdirSync(join(ROOT, 'schemas')).toSorted());
  });

  test('knows every kind of word that the server colours', () => {
    const known = new Set(published().contributes.semanticTokenTypes.map(({ id }) => id));
    const standard = ['parameter', 'type', 'function', 'keyword', 'number', 'string', 'operator', 'comment'];
    expect(TOKEN_TYPES.filter((type) => !known.has(type) && !standard.includes(type))).toEqual([]);
    expect([...known].filter((id) => !TOKEN_TYPES.some((type) => type === id))).toEqual([]);
    expect(TOKEN_MODIFIERS).toEqual(['definition']);
  });

  test('the grammar has the functions of the language', () => {
    const grammar = JSON.parse(text('extension/syntaxes/functions.tmLanguage.json')) as {
      scopeName: string;
      patterns: readonly { match: string }[];
    };
    expect(grammar.scopeName).toBe(published().contributes.grammars[0]?.scopeName);
    const pattern = new RegExp(grammar.patterns[0]?.match ?? '', 'g');
    const names = allFunctions
      .filter((spec) => spec.kind !== 'context' || spec.form === 'call')
      .map(({ name }) => name);
    for (const name of names) expect(`1 + ${name}(a)`.match(pattern)).toEqual([name]);
    expect('summary(a) sum a count_all(b) nosum(c)'.match(pattern)).toBeNull();
    expect((grammar.patterns[0]?.match ?? '').split('|')).toHaveLength(names.length);
  });
});

describe('the programs', () => {
  test('need the editor and Node alone', () => {
    for (const [program, modules] of Object.entries(bundled.externals))
      expect([program, modules.filter((name) => !isBuiltin(name) && name !== 'vscode')]).toEqual([program, []]);
    expect(bundled.externals['server.cjs']).not.toContain('vscode');
    expect(bundled.inputs.filter((path) => /duckdb|packages\/(engine|playground)\//.test(path))).toEqual([]);
  });

  test('the server of the package answers', async () => {
    const project = join(folder, 'project');
    mkdirSync(project);
    writeFileSync(join(project, 'kpi.project.yaml'), 'project: shop\n');
    const use = 'use:\n  ads: { from: std/advertising, with: { clicks: clicked } }\n';
    writeFileSync(join(project, 'a.kpi.yaml'), `parameters:\n  goal: 12\nmetrics:\n  x: nothing\n${use}`);
    const uri = pathToFileURL(join(project, 'a.kpi.yaml')).href;
    const client = startProcess(
      [join(folder, 'extension/dist/server.cjs'), '--stdio', `--clientProcessId=${process.pid}`],
      folder,
    );
    const started = await client.request('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(project).href, name: 'project' }],
      capabilities: {},
    });
    expect(started.result).toMatchObject({ serverInfo: { name: 'kpi', version: manifest.version } });
    client.notify('initialized', {});
    await client.until(() => client.said.has(uri));
    // The page of the code lies beside the server.
    const href = pathToFileURL(join(folder, 'extension/dist/errors/KPI2001.md')).href;
    const said = client.said.get(uri) ?? [];
    expect(said[0]).toMatchObject({ code: 'KPI2001', codeDescription: { href } });
    // The standard library is there: what is missing is missing in the project.
    expect(said.map(({ message }) => message).join()).not.toContain('there is no library');
    expect(said.map(({ code }) => code)).not.toContain('KPI2006');
    const hovered = await client.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: 1, character: 3 },
    });
    expect(JSON.stringify(hovered.result)).toContain('goal');
    expect(await client.shutDown()).toBe(0);
  });
});

function flat(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(flat)];
}
