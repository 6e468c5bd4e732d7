import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cacheFile, passedChecks } from '../../../packages/cli/src/asking/passed-checks.js';
import { folderOf } from '../run-kpi.js';

test('what passed is known to the next run', () => {
  const env = { XDG_CACHE_HOME: folderOf({}) };
  const first = passedChecks({ env, home: '/nowhere' });
  expect(first.has('a')).toBe(false);
  first.add('a');
  expect(first.has('a')).toBe(true);
  expect(passedChecks({ env, home: '/nowhere' }).has('a')).toBe(true);
});

test('the folder is XDG_CACHE_HOME where that is absolute, else .cache of the home', () => {
  expect(cacheFile({ env: { XDG_CACHE_HOME: '/c' }, home: '/h' })).toBe(join('/c', 'sextant', 'passed-checks.json'));
  expect(cacheFile({ env: { XDG_CACHE_HOME: 'c' }, home: '/h' })).toBe(
    join('/h', '.cache', 'sextant', 'passed-checks.json'),
  );
  expect(cacheFile({ env: {}, home: '/h' })).toBe(join('/h', '.cache', 'sextant', 'passed-checks.json'));
});

test('a file that is broken or cannot be written costs nothing but the checks', () => {
  const folder = folderOf({ 'sextant/passed-checks.json': '{"version":1,"passed":[1,"a"' });
  const broken = passedChecks({ env: { XDG_CACHE_HOME: folder }, home: '/' });
  expect(broken.has('a')).toBe(false);
  broken.add('b');
  expect(JSON.parse(readFileSync(join(folder, 'sextant/passed-checks.json'), 'utf8'))).toEqual({
    version: 1,
    passed: ['b'],
  });
  const closed = folderOf({ sextant: 'a file' });
  const unwritable = passedChecks({ env: { XDG_CACHE_HOME: closed }, home: '/' });
  unwritable.add('c');
  expect(unwritable.has('c')).toBe(true);
});

test('only so many are remembered', () => {
  const folder = folderOf({});
  const passed = passedChecks({ env: { XDG_CACHE_HOME: folder }, home: '/' });
  for (let i = 0; i < 1005; i++) passed.add(String(i));
  const again = passedChecks({ env: { XDG_CACHE_HOME: folder }, home: '/' });
  expect([again.has('0'), again.has('4'), again.has('5'), again.has('1004')]).toEqual([false, false, true, true]);
});
