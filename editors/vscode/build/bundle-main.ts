// `pnpm --filter sextant-vscode bundle`: the two programs into dist/, to run the extension from this folder.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundle } from './bundle.js';

const { files } = await bundle();
for (const [path, contents] of Object.entries(files)) {
  const file = join(import.meta.dirname, '..', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, contents);
}
