// All files of the extension: the programs, and what lies in the repository for them.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { strToU8 } from 'fflate';
import type { Bundle } from './bundle.js';
import { grammar } from './grammar.js';
import { publishedManifest, type Manifest } from './manifest.js';
import { noticesOf, noticesText } from './notices.js';

const here = join(import.meta.dirname, '..');
const root = join(here, '../..');

/** By path in the extension. */
export function extensionFiles(manifest: Manifest, { files, inputs }: Bundle): Readonly<Record<string, Uint8Array>> {
  return {
    'package.json': strToU8(publishedManifest(manifest)),
    'README.md': readFileSync(join(here, 'README.md')),
    'LICENSE.txt': readFileSync(join(root, 'LICENSE')),
    'ThirdPartyNotices.txt': strToU8(noticesText(noticesOf(root, inputs))),
    [manifest.icon]: readFileSync(join(here, manifest.icon)),
    ...files,
    'syntaxes/functions.tmLanguage.json': strToU8(`${JSON.stringify(grammar(), null, 2)}\n`),
    ...folder(join(root, 'schemas'), 'schemas'),
    // The server looks for these beside itself.
    ...folder(join(root, 'docs/errors'), 'dist/errors'),
    ...folder(join(root, 'packages/std'), 'dist/std'),
  };
}

/** With the folders in it; without what the package manager keeps there. */
function folder(from: string, to: string): Readonly<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(from, { withFileTypes: true, recursive: true })) {
    const path = relative(from, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (!entry.isFile() || path.startsWith('node_modules/') || path === 'package.json') continue;
    files[`${to}/${path}`] = readFileSync(join(from, path));
  }
  return files;
}
