// The built playground on a small server below a folder of its own, as any static host would serve it.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, relative } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
const PACKAGE = join(ROOT, 'packages/playground');
const BUILDS = join(PACKAGE, 'dist/tried');

/** All that the build reads. */
const SOURCES = ['packages', 'docs/errors', 'examples/trailhead', 'pnpm-lock.yaml'];
const NO_SOURCES = new Set(['node_modules', 'dist', 'cli', 'language-server', 'editors']);

/** A build of each state of the sources: whoever comes second finds it. */
export const SITE = join(BUILDS, stateOfSources());

/** In a process of its own: inside a test the build would take itself for a test too. */
export async function buildSite(): Promise<void> {
  if (existsSync(SITE)) return;
  forgetOldBuilds();
  mkdirSync(BUILDS, { recursive: true });
  const making = mkdtempSync(join(BUILDS, 'making-'));
  const vite = join(PACKAGE, 'node_modules/vite/bin/vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', '--logLevel', 'error', '--outDir', making, '--emptyOutDir'],
    { cwd: PACKAGE, env },
  );
  try {
    renameSync(making, SITE);
  } catch (error) {
    // Somebody else was sooner.
    if (!existsSync(SITE)) throw error;
    rmSync(making, { recursive: true });
  }
}

function stateOfSources(): string {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((name) => filesBelow(join(ROOT, name))))
    hash.update(relative(ROOT, path)).update('\0').update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}

function filesBelow(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => (NO_SOURCES.has(name) ? [] : filesBelow(join(path, name))));
}

/** Other tests may still use the last few. */
function forgetOldBuilds(): void {
  if (!existsSync(BUILDS)) return;
  const builds = readdirSync(BUILDS).map((name) => ({
    path: join(BUILDS, name),
    at: statSync(join(BUILDS, name)).mtimeMs,
  }));
  for (const { path } of builds.toSorted((a, b) => b.at - a.at).slice(5))
    rmSync(path, { recursive: true, force: true });
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.gz': 'application/gzip',
};

export interface Server {
  readonly address: string;
  readonly close: () => Promise<void>;
}

export async function serveBuilt(): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname.startsWith('/a/b/') ? pathname.slice('/a/b/'.length) : '-';
    const file = join(SITE, name === '' ? 'index.html' : name);
    if (name.includes('..') || !existsSync(file) || !statSync(file).isFile()) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/a/b/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
