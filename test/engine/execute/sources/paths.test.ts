// A source is read inside the project's data folder only, whatever its path says.
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { graphOf, prepare, prepareIn, rowsOf, said, temporaryFolder, writeFiles } from '../project.js';

const CSV = 'x\n1\n';
const things = (from: string): string => `  things: { from: ${from}, time: none, fields: { x: integer } }\n`;
const PROJECT = 'project: test\ndata: data\n';
const projectFiles = (from: string) => ({
  'kpi.project.yaml': PROJECT,
  'test.kpi.yaml': `datasets:\n${things(JSON.stringify(from))}`,
});

/** A project with links, and files beside it. */
async function folder(from: string): Promise<string> {
  const outer = await temporaryFolder();
  const root = join(outer, 'project');
  await writeFiles(outer, {
    'secret.csv': CSV,
    'elsewhere/secret.csv': CSV,
    'project/outside-data.csv': CSV,
    'project/data/a.csv': CSV,
    'project/data/sub/b.csv': CSV,
    'project/data/sub/deep/c.csv': CSV,
    'project/data/.hidden.csv': CSV,
    'project/data/it\'s "x" $(rm) [1].csv': CSV,
  });
  await symlink(join(outer, 'secret.csv'), join(root, 'data/link.csv'));
  await symlink(join(outer, 'elsewhere'), join(root, 'data/linked'));
  await symlink(join(root, 'data/a.csv'), join(root, 'data/inner-link.csv'));
  await symlink(join(root, 'data'), join(root, 'data/circle'));
  await symlink(join(outer, 'nothing.csv'), join(root, 'data/broken.csv'));
  await mkdir(join(root, 'data/folder.csv'));
  await writeFiles(root, projectFiles(from));
  return root;
}

const REFUSED: readonly (readonly [string, string])[] = [
  ['../secret.csv', 'KPI7002: `../secret.csv` leads upwards'],
  ['../outside-data.csv', 'KPI7002: `../outside-data.csv` leads upwards'],
  ['sub/../../outside-data.csv', 'KPI7002: `sub/../../outside-data.csv` leads upwards'],
  ['/etc/passwd.csv', 'KPI7002: `/etc/passwd.csv` does not begin in the data folder'],
  ['~/secret.csv', 'KPI7002: `~/secret.csv` does not begin in the data folder'],
  ['C:/secret.csv', 'KPI7002: `C:/secret.csv` does not begin in the data folder'],
  ['file:/etc/secret.csv', 'KPI7002: `file:/etc/secret.csv` is not a path of a file'],
  ['link.csv', 'KPI7002: `link.csv` leads out of the data folder'],
  ['linked/secret.csv', 'KPI7002: `linked/secret.csv` leads out of the data folder'],
  ['linked/*.csv', 'KPI7002: `linked/secret.csv` leads out of the data folder'],
  ['l*/*.csv', 'KPI7002: `linked/secret.csv` leads out of the data folder'],
  ['*/*/secret.csv', 'KPI7002: `circle/linked/secret.csv` leads out of the data folder'],
  ['../*.csv', 'KPI7002: `../*.csv` leads upwards'],
  ['nothing.csv', 'KPI7001: there is no file `nothing.csv` in `data`'],
  ['broken.csv', 'KPI7001: there is no file `broken.csv` in `data`'],
  ['folder.csv', 'KPI7001: `folder.csv` is not a file'],
  ['nothing/*.csv', 'KPI7001: no file in `data` fits `nothing/*.csv`'],
  ['a.csv/b.csv', 'KPI7001: there is no file `a.csv/b.csv` in `data`'],
];

test.each(REFUSED)('%s', async (from, message) => {
  const root = await folder(from);
  const { diagnostics, data } = await prepareIn(root, graphOf(projectFiles(from)));
  expect(diagnostics.map(said)).toEqual([message]);
  expect(data.datasets.size).toBe(0);
});

test.each([
  ['aa.csv', 'did you mean `a.csv`?'],
  ['sub/B.csv', 'did you mean `sub/b.csv`?'],
  ['quite-another-name.csv', undefined],
])('of the files beside a missing `%s` the nearest is named', async (from, help) => {
  const root = await folder(from);
  const { diagnostics } = await prepareIn(root, graphOf(projectFiles(from)));
  expect(diagnostics.map((one) => one.help)).toEqual([help]);
});

const READ: readonly (readonly [string, readonly string[]])[] = [
  ['a.csv', ['data/a.csv']],
  ['./sub//b.csv', ['data/sub/b.csv']],
  ['inner-link.csv', ['data/inner-link.csv']],
  ['circle/a.csv', ['data/circle/a.csv']],
  ['it\'s "x" $(rm) [1].csv', ['data/it\'s "x" $(rm) [1].csv']],
  ['sub/*.csv', ['data/sub/b.csv']],
  ['sub/**/*.csv', ['data/sub/b.csv', 'data/sub/deep/c.csv']],
  ['s?b/**/?.csv', ['data/sub/b.csv', 'data/sub/deep/c.csv']],
  ['.h*.csv', ['data/.hidden.csv']],
];

test.each(READ)('%s is read', async (from, files) => {
  const root = await folder(from);
  const { diagnostics, data, executor } = await prepareIn(root, graphOf(projectFiles(from)));
  expect(diagnostics.map(said)).toEqual([]);
  expect(data.datasets.get('things')?.files.map(({ shown }) => shown)).toEqual(files);
  expect(await rowsOf(executor, 'SELECT count(*) FROM "data"."things"')).toEqual([[String(files.length)]]);
});

test('only the needed files can be read from then on', async () => {
  const root = await folder('a.csv');
  const { executor } = await prepareIn(root, graphOf(projectFiles('a.csv')));
  for (const path of [join(root, 'data/sub/b.csv'), join(root, 'kpi.project.yaml'), '/etc/passwd']) {
    await expect(executor.query(`SELECT * FROM read_text('${path}')`)).rejects.toThrow('Permission Error');
  }
});

test('the data folder itself lies inside the project', async () => {
  const outer = await temporaryFolder();
  await writeFiles(outer, { 'secret/a.csv': CSV, 'project/x': '' });
  await symlink(join(outer, 'secret'), join(outer, 'project/link'));
  const messages = new Map([
    ['../secret', 'KPI7002: the data folder `../secret` is not inside the project'],
    ['link', 'KPI7002: the data folder `link` is not inside the project'],
    [join(outer, 'secret'), `KPI7002: the data folder \`${join(outer, 'secret')}\` is not inside the project`],
    ['nothing', 'KPI7001: there is no folder `nothing`'],
  ]);
  for (const [data, message] of messages) {
    const graph = graphOf({ ...projectFiles('a.csv'), 'kpi.project.yaml': `project: test\ndata: ${data}\n` });
    const { diagnostics } = await prepareIn(join(outer, 'project'), graph);
    expect(diagnostics.map(said)).toEqual([message]);
  }
});

test('a path from the command line may lie anywhere, and takes the place of the definition', async () => {
  const outer = await temporaryFolder();
  await writeFile(join(outer, 'mine.csv'), 'x\n41\n');
  await writeFile(join(outer, 'mine2.csv'), 'x\n1\n');
  for (const path of [join(outer, 'mine.csv'), join(outer, 'm*.csv')]) {
    const { executor, diagnostics } = await prepare(
      things('a.csv'),
      { 'a.csv': CSV },
      { extraSources: { things: path } },
    );
    expect(diagnostics).toEqual([]);
    expect((await rowsOf(executor, 'SELECT sum("x") FROM "data"."things"'))[0]?.[0]).toMatch(/^4[12]$/);
  }
  const none = await prepare(things('a.csv'), { 'a.csv': CSV }, { extraSources: { things: join(outer, 'no.csv') } });
  expect(none.diagnostics.map(({ code }) => code)).toEqual(['KPI7001']);
});

test('a dataset without a source', async () => {
  const { diagnostics } = await prepare('  things: { time: none, fields: { x: integer } }\n', {});
  expect(diagnostics.map(said)).toEqual(['KPI7004: `things` does not say where its rows come from']);
});

test('only what is needed is looked for', async () => {
  const { diagnostics, data } = await prepare(
    `${things('a.csv')}${things('nothing.csv').replace('things', 'others')}`,
    { 'a.csv': CSV },
    { needed: ['things'] },
  );
  expect(diagnostics).toEqual([]);
  expect([...data.datasets.keys()]).toEqual(['things']);
});
