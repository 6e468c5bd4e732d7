// The guide to the playground names the keys and the lessons that the page has.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gallery } from '../../packages/playground/src/project/gallery.js';
import { LONGEST_LINK } from '../../packages/playground/src/project/link-text.js';
import { readPage, root } from './page.js';

const page = readPage('docs/guides/playground.md');
const rowsOf = (title: string): readonly (readonly string[])[] =>
  (page.sections.find((section) => section.title === title)?.text ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| | '))
    .map((line) => line.slice(2, -2).split(' | '));

test('the gallery', () => {
  expect(rowsOf('The gallery').filter((row) => row.length === 2)).toEqual(
    gallery.map(({ title, teaches }) => [title, teaches]),
  );
});

test('the keys', () => {
  // The dialog asks the browser which system it runs on, so its text is read.
  const dialog = readFileSync(join(root, 'packages/playground/src/frame/dialog/keys-dialog.tsx'), 'utf8');
  const does = [...dialog.matchAll(/^ {2}\[[^;]*?,\s+'([^']*)',?\s*\],$/gm)].map(([, words]) => words);
  expect(does.length).toBeGreaterThan(10);
  expect(rowsOf('The keys').flatMap(([keys, words]) => (keys === 'keys' ? [] : [words]))).toEqual(does);
});

test('the longest link', () => {
  expect(page.sections.map(({ text }) => text).join('')).toContain(`${LONGEST_LINK.toLocaleString('en')} letters`);
});
