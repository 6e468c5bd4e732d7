// The pages of diagnostic codes.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledFolder } from './bundled-folder.js';

/** Null for a code that has no page. */
export function errorPage(code: string): string | null {
  const folder = bundledFolder('errors', 'docs/errors');
  const path = folder === null ? null : join(folder, `${code}.md`);
  return path === null || !existsSync(path) ? null : readFileSync(path, 'utf8');
}
