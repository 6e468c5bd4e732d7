import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { commands } from '../../../packages/cli/src/commands/registry.js';
import { VERSION } from '../../../packages/cli/src/version.js';
import { folderOf, kpi, shop } from '../run-kpi.js';

const cwd = tmpdir();

test('the version is that of the package', async () => {
  const file = readFileSync(new URL('../../../packages/cli/package.json', import.meta.url), 'utf8');
  expect(JSON.parse(file)).toMatchObject({ version: VERSION });
  expect(await kpi(['--version'], { cwd })).toEqual({ exit: 0, out: `${VERSION}\n`, err: '' });
});

test('help goes to the output when it is asked for, and to the errors when a command is missing', async () => {
  const asked = await kpi(['--help'], { cwd });
  expect(asked).toMatchObject({ exit: 0, err: '' });
  const longest = Math.max(...commands.map(({ name }) => name.length));
  for (const { name, summary } of commands) expect(asked.out).toContain(`  ${name.padEnd(longest)}  ${summary}\n`);
  expect(await kpi([], { cwd })).toEqual({ exit: 2, out: '', err: asked.out });
});

test.each(commands.map(({ name }) => name))('`kpi %s --help` has usage, options and examples', async (name) => {
  const { exit, out } = await kpi([name, '--help'], { cwd });
  expect(exit).toBe(0);
  expect(out).toContain(`\nUsage: kpi ${name}`);
  expect(out).toMatch(new RegExp(`\\nExamples:\\n  kpi ${name}`));
  expect(out).not.toMatch(/.{101}/);
  expect(await kpi(['help', name], { cwd })).toMatchObject({ exit: 0, out });
});

test.each([
  [['chekc'], 'unknown command `chekc`', 'did you mean `check`'],
  [['check', '--fromat', 'json'], 'unknown option `--fromat`', 'did you mean `--format`?'],
  [['check', '--format', 'jsn'], '`--format` cannot be `jsn`', 'did you mean `json`?'],
  [['check', '--format'], '`--format` needs a value', 'write `--format FORMAT[=FILE]`'],
  [['eval', 'm', '--from', '--to', '2026'], '`--from` needs a value', 'write `--from=--to`'],
  [['check', '--strict=yes'], '`--strict` takes no value', '`kpi check --help`'],
  [['eval', 'm', '--grain', 'day', '--grain', 'month'], '`--grain` is given twice', '`kpi eval --help`'],
  [['explain', 'a', 'b'], 'too many arguments: `b`', '`kpi explain --help`'],
  [['eval', 'm', '--__proto__', 'x'], 'unknown option `--__proto__`', ''],
])('%j is wrong usage', async (args, message, help) => {
  const { exit, out, err } = await kpi(args, { cwd });
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain(`error: ${message}\n`);
  expect(err).toContain(help);
});

test('what goes wrong inside is an internal error without a stack, and with one for those who look for it', async () => {
  const folder = folderOf(shop);
  const plain = await kpi(['check'], { cwd: folder, env: {}, broken: true });
  expect(plain.exit).toBe(3);
  expect(plain.err).toBe(
    'error[KPI9001]: internal error: broken\n  = help: this is a bug of ours; KPI_DEBUG=1 shows where\n',
  );
  const debug = await kpi(['check'], { cwd: folder, env: { KPI_DEBUG: '1' }, broken: true });
  expect(debug.err).toMatch(/^error\[KPI9001\]: internal error: broken\nError: broken\n {4}at /);
});
