// `pnpm --filter sextant-vscode bundle`: the extension as a folder, for `code --extensionDevelopmentPath=editors/vscode/dist/extension`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundle } from './bundle.js';
import { extensionFiles } from './extension-files.js';
import { readManifest } from './manifest.js';

const folder = join(import.meta.dirname, '../dist/extension');
rmSync(folder, { recursive: true, force: true });
for (const [path, contents] of Object.entries(extensionFiles(readManifest(), await bundle()))) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, contents);
}
process.stdout.write(`${folder}\n`);
