// The built page: its files by address, and the words that a server says about each.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

export interface SiteFile {
  readonly type: string;
  readonly content: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.gz': 'application/gzip',
};

/** Tells the page that it is served with a folder. */
const MARK = '<meta name="kpi-folder" content="yes" />';

/** Null where there is no such file. `path` is what stands behind the page's own folder, decoded. */
export function siteFile(site: string, path: string): SiteFile | null {
  const name = path === '' ? 'index.html' : path;
  // Names of the build are plain; nothing else is looked for.
  if (!/^(?:assets\/)?[A-Za-z0-9_.-]+$/.test(name) || name.includes('..')) return null;
  const file = join(site, name);
  const type = TYPES[extname(name)];
  if (type === undefined || !existsSync(file) || !statSync(file).isFile()) return null;
  const content = readFileSync(file);
  if (name !== 'index.html') return { type, content };
  return { type, content: Buffer.from(content.toString('utf8').replace('<head>', `<head>${MARK}`)) };
}
