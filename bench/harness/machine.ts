// What a figure depends on besides the code: the machine, the versions, the revision.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { repositoryFolder } from './folders.js';

/** Short commit, with `+` where the checkout has changes. */
export function gitRevision(): string {
  try {
    const git = (...args: string[]): string =>
      execFileSync('git', args, {
        cwd: repositoryFolder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') === '' ? '' : '+'}`;
  } catch {
    return 'unknown';
  }
}

/** Versions of everything that takes part; a package that is not installed is left out. */
export function versions(): Readonly<Record<string, string>> {
  const found: Record<string, string> = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown' };
  const packages: readonly (readonly [string, string])[] = [
    ['duckdb', 'node_modules/@duckdb/node-api'],
    ['yaml', 'node_modules/yaml'],
    ['malloy', 'bench/peers/node_modules/@malloydata/malloy'],
  ];
  for (const [name, folder] of packages) {
    const file = join(repositoryFolder, folder, 'package.json');
    if (!existsSync(file)) continue;
    const parsed = JSON.parse(readFileSync(file, 'utf8')) as { version?: string };
    if (parsed.version !== undefined) found[name] = parsed.version;
  }
  return found;
}

/** Load average of the last minute. */
export function load(): number {
  return Math.round((loadavg()[0] ?? 0) * 100) / 100;
}

/** `2 x Intel Xeon, 23 GiB, Node v20.20.2`. */
export function machineLine(): string {
  const processors = cpus();
  return `${processors.length} x ${processors[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
}
