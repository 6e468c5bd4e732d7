// The pages of diagnostic codes: beside the built command, or in the checkout that it runs from.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Null for a code that has no page. */
export function errorPage(code: string): string | null {
  const folder = bundledFolder('errors', '../../../docs/errors');
  const path = folder === null ? null : `${folder}/${code}.md`;
  return path === null || !existsSync(path) ? null : readFileSync(path, 'utf8');
}

/** The build copies what the command shows beside it; from source it is read where it is kept. Paths from this file. */
export function bundledFolder(built: string, source: string): string | null {
  // The bundle has no folder `src`: its files lie beside one another in `dist`.
  const fromSource = import.meta.url.endsWith('.ts');
  const path = fileURLToPath(new URL(`./${fromSource ? source : built}`, import.meta.url));
  return existsSync(path) ? path : null;
}
