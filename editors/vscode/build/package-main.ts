// `pnpm --filter sextant-vscode package`: the extension as a file to be installed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.js';
import { extensionFiles } from './extension-files.js';
import { readManifest } from './manifest.js';
import { vsix } from './vsix.js';

const manifest = readManifest();
const dist = join(import.meta.dirname, '../dist');
const file = join(dist, `${manifest.name}-${manifest.version}.vsix`);
const contents = vsix(manifest, extensionFiles(manifest, await bundle()));
mkdirSync(dist, { recursive: true });
writeFileSync(file, contents);
process.stdout.write(`${file} (${Math.round(contents.length / 1024)} kB)\n`);
