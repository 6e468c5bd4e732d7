import { expect, test } from 'vitest';
import { schemas } from '../../../docs/schemas.js';
import { folderOf, kpi } from '../run-kpi.js';

test('the schemas of both kinds of files', async () => {
  const cwd = folderOf({});
  expect(await kpi(['schema'], { cwd })).toEqual({ exit: 0, out: schemas()['kpi.schema.json'], err: '' });
  expect((await kpi(['schema', '--project'], { cwd })).out).toBe(schemas()['kpi.project.schema.json']);
  expect((await kpi(['schema', '--library'], { cwd })).out).toBe(schemas()['kpi.library.schema.json']);
  expect((await kpi(['schema', 'x'], { cwd })).exit).toBe(2);
});
