// The command as a process of its own: exit codes, streams, and what a signal does to it.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, shop } from '../run-kpi.js';

const main = join(import.meta.dirname, '../../../packages/cli/src/main.ts');
const tsx = import.meta.resolve('tsx');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function kpi(args: readonly string[], cwd: string, whileRunning?: (kill: () => void) => void): Promise<Ended> {
  const child = spawn(process.execPath, ['--import', tsx, '--conditions=source', main, ...args], {
    cwd,
    env: { ...process.env, XDG_CACHE_HOME: join(cwd, '.cache') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.err += text));
  whileRunning?.(() => child.kill('SIGINT'));
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, ...written }));
  });
}

test('findings and answers have their exit codes and streams', async () => {
  const cwd = folderOf({ ...shop, 'wrong.kpi.yaml': 'metrics: { total: revenu }\n' });
  const [check, answer] = await Promise.all([
    kpi(['check', '--format', 'compact'], cwd),
    kpi(['eval', 'revenue', '--as-of', '2026-06-17', '--format', 'csv'], folderOf(shop)),
  ]);
  expect(check).toMatchObject({ code: 1, err: '' });
  expect(check.out).toContain('wrong.kpi.yaml:1:19: error[KPI2001]');
  expect(answer).toEqual({ code: 0, out: 'revenue\r\n36\r\n', err: 'as of 2026-06-17\n' });
});

test('after Ctrl-C, whenever it comes, a file is whole or not there', async () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => `o${i},2026-01-01,c${i % 977},${i % 100}.50`);
  const cwd = folderOf({ ...shop, 'data/orders.csv': `id,day,channel,amount\n${rows.join('\n')}\n` });
  const before = readdirSync(cwd);
  const args = ['eval', 'median(revenue per orders.id)', '--output', 'r.csv', '--as-of', '2026-06-17', '--no-cache'];
  const { code, err } = await kpi(args, cwd, (kill) => setTimeout(kill, 1500));
  const made = readdirSync(cwd).filter((name) => !before.includes(name));
  expect(err).not.toContain('KPI9001');
  if (code === 0) expect(made).toEqual(['r.csv']);
  else {
    // Before there is anything to end cleanly, the signal itself ends the process.
    expect([130, null]).toContain(code);
    expect(made).toEqual([]);
  }
});
