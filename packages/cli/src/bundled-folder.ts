// Finds what the command shows besides its code: pages and the example.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The build copies the folders beside the command; from source they are read where they are kept. Null where there is none. */
export function bundledFolder(built: string, source: string): string | null {
  const fromSource = import.meta.url.endsWith('.ts');
  const path = fileURLToPath(new URL(fromSource ? `../../../${source}` : `./${built}`, import.meta.url));
  return existsSync(path) ? path : null;
}
