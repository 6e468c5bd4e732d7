// Remembers between runs which data passed its checks, so that large files that have not changed are not checked again.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { dirname, isAbsolute, join } from 'node:path';
import type { SessionOptions } from '../engine-port.js';
import type { Host } from '../host.js';

/** The oldest are forgotten first. */
const MOST = 1000;

export function cacheFile({ env, home }: Pick<Host, 'env' | 'home'>): string {
  const asked = env['XDG_CACHE_HOME'] ?? '';
  const folder = isAbsolute(asked) ? asked : join(home, '.cache');
  return join(folder, 'sextant', 'passed-checks.json');
}

/** It is a cache: whatever goes wrong with its file only makes the next run check again. */
export function passedChecks(host: Pick<Host, 'env' | 'home'>): NonNullable<SessionOptions['passed']> {
  const path = cacheFile(host);
  let known: Set<string> | null = null;
  const load = (): Set<string> => (known ??= new Set(readPassed(path)));
  return {
    has: (fingerprint) => load().has(fingerprint),
    add: (fingerprint) => {
      const all = load();
      if (all.has(fingerprint)) return;
      all.add(fingerprint);
      save(path, [...all].slice(-MOST));
    },
  };
}

function readPassed(path: string): readonly string[] {
  try {
    const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof json !== 'object' || json === null || !('version' in json) || json.version !== 1) return [];
    if (!('passed' in json) || !Array.isArray(json.passed)) return [];
    return json.passed.filter((one): one is string => typeof one === 'string');
  } catch {
    return [];
  }
}

function save(path: string, passed: readonly string[]): void {
  const unfinished = `${path}.${randomUUID()}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(unfinished, JSON.stringify({ version: 1, passed }));
    renameSync(unfinished, path);
  } catch {
    removeQuietly(unfinished);
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where not even its folder is a folder there is nothing to remove.
  }
}
