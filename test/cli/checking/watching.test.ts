import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommandLine } from '../../../packages/cli/src/command-line/run-command-line.js';
import type { Host } from '../../../packages/cli/src/host.js';
import { folderOf, shop } from '../run-kpi.js';

/** The command while it runs: what it has written, what it will write, and a way to interrupt it. */
function watched(cwd: string, args: readonly string[], terminal = false) {
  let out = '';
  let err = '';
  let waiting: (() => void) | null = null;
  let interrupt = (): void => {};
  const output = (add: (text: string) => void) => ({
    write: (text: string) => {
      add(text);
      waiting?.();
    },
    isTerminal: terminal,
    columns: 100,
  });
  const host: Host = {
    out: output((text) => (out += text)),
    err: output((text) => (err += text)),
    input: async () => '',
    env: { NO_COLOR: '1' },
    cwd,
    home: cwd,
    now: () => new Date(0),
    listening: (onInterrupt, work) => {
      interrupt = onInterrupt;
      return work();
    },
  };
  const exit = runCommandLine(['check', '--watch', ...args], host);
  return {
    exit,
    interrupt: () => interrupt(),
    /** What has been written up to the end of the next check. */
    round: async (): Promise<{ readonly out: string; readonly err: string }> => {
      while (!err.includes('; Ctrl-C ends\n')) await new Promise<void>((resolve) => (waiting = resolve));
      const round = { out, err };
      out = '';
      err = '';
      return round;
    },
  };
}

const wrong = 'metrics: { total: revenu }\n';

test('it checks again whenever definitions have changed, also in new folders, until Ctrl-C', async () => {
  const cwd = folderOf({ ...shop, 'node_modules/x/a.txt': '' });
  const { exit, interrupt, round } = watched(cwd, ['--format', 'compact', '--format', 'json=report.json']);
  expect(await round()).toEqual({
    out: 'no problems\n',
    err: 'wrote report.json: 0 findings\nwatching 2 files; Ctrl-C ends\n',
  });
  // The report itself, and what is no definition, are changes that change nothing.
  expect(existsSync(join(cwd, 'report.json'))).toBe(true);
  writeFileSync(join(cwd, 'notes.txt'), 'x');

  writeFileSync(join(cwd, 'wrong.kpi.yaml'), wrong);
  const second = await round();
  expect(second.out).toContain('wrong.kpi.yaml:1:19: error[KPI2001]');
  expect(second.err).toContain('watching 3 files');

  rmSync(join(cwd, 'wrong.kpi.yaml'));
  expect((await round()).out).toBe('no problems\n');

  mkdirSync(join(cwd, 'team/deep'), { recursive: true });
  writeFileSync(join(cwd, 'team/deep/a.kpi.yaml'), wrong);
  expect((await round()).out).toContain('team/deep/a.kpi.yaml:1:19');
  writeFileSync(join(cwd, 'team/deep/a.kpi.yaml'), 'metrics: { twice: revenue * 2 }\n');
  expect((await round()).out).toBe('no problems\n');

  interrupt();
  expect(await exit).toBe(130);
});

test('a project that goes is said, and one that comes back is checked', async () => {
  const cwd = folderOf(shop);
  const { exit, interrupt, round } = watched(cwd, []);
  await round();
  rmSync(join(cwd, 'kpi.project.yaml'));
  expect((await round()).err).toContain('this folder is in no project');
  writeFileSync(join(cwd, 'kpi.project.yaml'), shop['kpi.project.yaml']);
  expect((await round()).out).toContain('no problems\n');
  interrupt();
  expect(await exit).toBe(130);
});

test('the screen is cleared on a terminal only', async () => {
  const cwd = folderOf(shop);
  const terminal = watched(cwd, [], true);
  expect((await terminal.round()).out.startsWith('\u001b[2J\u001b[3J\u001b[Hno problems\n')).toBe(true);
  terminal.interrupt();
  const pipe = watched(cwd, []);
  expect((await pipe.round()).out).toMatch(/^no problems\n/);
  pipe.interrupt();
  expect([await terminal.exit, await pipe.exit]).toEqual([130, 130]);
});

test('where there is nothing to watch it does not begin', async () => {
  expect(await watched(folderOf({ 'a.txt': '' }), []).exit).toBe(2);
  expect(await watched(folderOf(shop), ['nowhere']).exit).toBe(2);
});
