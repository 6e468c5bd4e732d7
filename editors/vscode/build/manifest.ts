// What package.json says of the extension, and what of it is published.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Manifest {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly version: string;
  readonly publisher: string;
  readonly icon: string;
  readonly engines: { readonly vscode: string };
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
}

export function readManifest(): Manifest {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as Manifest;
}

/** Of the workspace alone. `type` would say of the programs, which are CommonJS, that they are modules. */
const OURS = new Set(['private', 'type', 'scripts', 'devDependencies']);

export function publishedManifest(manifest: Manifest): string {
  const kept = Object.entries(manifest).filter(([key]) => !OURS.has(key));
  return `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`;
}
