import {
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, kpi, shop } from '../run-kpi.js';

const foreign = "metrics:\n  web: count(orders where channel == 'web' && amount > 1 EUR)\n  # größe 😀\n";
const repaired = foreign.replace('==', '=').replace('&&', 'and');

test('what is safe to fix is fixed and said, the rest is reported', async () => {
  const cwd = folderOf({ ...shop, 'f.kpi.yaml': foreign, 'wrong.kpi.yaml': 'metrics: { total: revenu }\n' });
  const { exit, out, err } = await kpi(['check', '--fix', '--format', 'compact'], { cwd });
  expect(readFileSync(join(cwd, 'f.kpi.yaml'), 'utf8')).toBe(repaired);
  expect(out).toBe('wrong.kpi.yaml:1:19: error[KPI2001]: there is no metric `revenu`\n1 error\n');
  expect(err).toBe(
    'fixed f.kpi.yaml:2:35: KPI1201: write `=`\nfixed f.kpi.yaml:2:44: KPI1201: write `and`\nfixed 2 findings\n',
  );
  expect(exit).toBe(1);
  expect(readFileSync(join(cwd, 'wrong.kpi.yaml'), 'utf8')).toBe('metrics: { total: revenu }\n');
});

test('it goes on until nothing is left: what touches another fix is fixed in the next round', async () => {
  const cwd = folderOf({ ...shop, 'f.kpi.yaml': "metrics:\n  web: count(orders where id = 'x'&&channel !=='web')\n" });
  const { err } = await kpi(['check', '--fix'], { cwd });
  expect(err).toContain('KPI1201: write `and`');
  const text = readFileSync(join(cwd, 'f.kpi.yaml'), 'utf8');
  const again = await kpi(['check', '--fix'], { cwd });
  expect(again.err).toBe('nothing to fix\n');
  expect(readFileSync(join(cwd, 'f.kpi.yaml'), 'utf8')).toBe(text);
});

test('what is put beside a name or a sign does not become one with it', async () => {
  const cwd = folderOf({
    ...shop,
    'f.kpi.yaml': [
      'datasets:',
      '  visits: { from: v.csv, key: id, time: day, fields: { id: text, day: date, "page views": integer } }',
      'metrics:',
      `  views: { formula: 'sum("page views")' }`,
      "  web: count(orders where channel = 'web'&&amount > 1 EUR)",
      '',
    ].join('\n'),
  });
  expect((await kpi(['check', '--fix'], { cwd })).exit).toBe(0);
  const text = readFileSync(join(cwd, 'f.kpi.yaml'), 'utf8');
  expect(text).toContain(`'sum(visits."page views")'`);
  expect(text).toContain(`'web'and amount`);
});

test('a dry run shows a diff and leaves all as it is', async () => {
  const cwd = folderOf({ ...shop, 'team/f.kpi.yaml': foreign });
  const { exit, out, err } = await kpi(['check', '--fix-dry-run'], { cwd });
  expect(out).toBe(
    [
      '--- a/team/f.kpi.yaml',
      '+++ b/team/f.kpi.yaml',
      '@@ -1,3 +1,3 @@',
      ' metrics:',
      "-  web: count(orders where channel == 'web' && amount > 1 EUR)",
      "+  web: count(orders where channel = 'web' and amount > 1 EUR)",
      '   # größe 😀',
      '',
    ].join('\n'),
  );
  expect(err).toMatch(/would fix 2 findings\n$/);
  // Nothing was changed, so what was wrong is wrong.
  expect(exit).toBe(1);
  expect(readFileSync(join(cwd, 'team/f.kpi.yaml'), 'utf8')).toBe(foreign);
  expect(await kpi(['check', '--fix-dry-run'], { cwd: folderOf(shop) })).toEqual({
    exit: 0,
    out: '',
    err: 'nothing to fix\n',
  });
});

test('line ends, a byte order mark, the mode of a file and a link to it stay as they are', async () => {
  const windows = `\ufeff${foreign.replaceAll('\n', '\r\n')}`;
  const shared = folderOf({ 'real.yaml': foreign });
  const cwd = folderOf({ ...shop, 'w.kpi.yaml': windows });
  chmodSync(join(cwd, 'w.kpi.yaml'), 0o640);
  symlinkSync(join(shared, 'real.yaml'), join(cwd, 'linked.kpi.yaml'));
  writeFileSync(join(shared, 'real.yaml'), foreign.replace('web:', 'linked_web:'));
  expect(await kpi(['check', '--fix'], { cwd })).toMatchObject({ exit: 0 });
  expect(readFileSync(join(cwd, 'w.kpi.yaml'), 'utf8')).toBe(`\ufeff${repaired.replaceAll('\n', '\r\n')}`);
  expect(statSync(join(cwd, 'w.kpi.yaml')).mode & 0o777).toBe(0o640);
  expect(realpathSync(join(cwd, 'linked.kpi.yaml'))).toBe(realpathSync(join(shared, 'real.yaml')));
  expect(readFileSync(join(shared, 'real.yaml'), 'utf8')).toContain("channel = 'web' and amount");
  expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('a file with bytes that are no text is never written back', async () => {
  const bytes = Buffer.concat([Buffer.from(foreign), Buffer.from('  # caf\xe9\n', 'latin1')]);
  const cwd = folderOf({ ...shop, 'f.kpi.yaml': bytes });
  expect((await kpi(['check', '--fix'], { cwd })).exit).toBe(1);
  expect(readFileSync(join(cwd, 'f.kpi.yaml')).equals(bytes)).toBe(true);
});

test('of a path only what lies there is fixed', async () => {
  const cwd = folderOf({ ...shop, 'a/f.kpi.yaml': foreign, 'b/f.kpi.yaml': foreign.replace('web:', 'other:') });
  await kpi(['check', 'a', '--fix'], { cwd });
  expect(readFileSync(join(cwd, 'a/f.kpi.yaml'), 'utf8')).toBe(repaired);
  expect(readFileSync(join(cwd, 'b/f.kpi.yaml'), 'utf8')).toContain('&&');
});

test.skipIf(process.getuid?.() === 0)('a folder that forbids writing is said, and the exit code says so', async () => {
  const cwd = folderOf({ ...shop });
  mkdirSync(join(cwd, 'closed'));
  writeFileSync(join(cwd, 'closed/f.kpi.yaml'), foreign);
  chmodSync(join(cwd, 'closed'), 0o555);
  const { exit, err } = await kpi(['check', '--fix'], { cwd });
  chmodSync(join(cwd, 'closed'), 0o755);
  expect(exit).toBe(2);
  expect(err).toContain('error: `closed/f.kpi.yaml` cannot be fixed: permission denied');
});
