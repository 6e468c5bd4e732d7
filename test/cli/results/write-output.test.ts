import { lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeOutput } from '../../../packages/cli/src/results/write-output.js';
import { folderOf } from '../run-kpi.js';

const calm = new AbortController().signal;

test('a file is replaced whole', async () => {
  const folder = folderOf({ 'a.csv': 'old' });
  await writeOutput(join(folder, 'a.csv'), calm, async (path) => {
    writeFileSync(path, 'new');
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('old');
  });
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['a.csv']);
});

test('what fails or is interrupted leaves what was there', async () => {
  const folder = folderOf({ 'a.csv': 'old' });
  const failing = writeOutput(join(folder, 'a.csv'), calm, async (path) => {
    writeFileSync(path, 'half');
    throw new Error('no room');
  });
  await expect(failing).rejects.toThrow('no room');
  const interrupted = writeOutput(join(folder, 'a.csv'), AbortSignal.abort(), async (path) =>
    writeFileSync(path, 'new'),
  );
  await expect(interrupted).rejects.toThrow();
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['a.csv']);
});

test('a link stays a link', async () => {
  const folder = folderOf({ 'a.csv': 'old' });
  symlinkSync(join(folder, 'a.csv'), join(folder, 'link.csv'));
  await writeOutput(join(folder, 'link.csv'), calm, async (path) => writeFileSync(path, 'new'));
  expect(lstatSync(join(folder, 'link.csv')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('new');
});

test('a device is written to, not replaced', async () => {
  await writeOutput('/dev/null', calm, async (path) => {
    expect(path).toBe('/dev/null');
  });
});
