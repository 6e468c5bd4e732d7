// Links: what is packed comes back, and nothing else is believed.
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isPath,
  linkText,
  LONGEST_LINK,
  readLink,
  type Carried,
} from '../../packages/playground/src/project/link-text.js';

const some: Carried = {
  example: 'first-metric',
  files: [['sales.kpi.yaml', 'metrics:\n  a: count(sales) # ä € 😀\n']],
  gone: ['old.kpi.yaml'],
  data: [],
  view: { pane: 'result', asOf: '2026-03-31' },
};

const packed = (value: unknown): string => `v1.${deflateRawSync(JSON.stringify(value)).toString('base64url')}`;

test('what is packed comes back', async () => {
  expect(await readLink(await linkText(some))).toEqual({ kind: 'carried', carried: some });
});

test('any texts come back, in letters that no program breaks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ unit: 'grapheme' }))),
      async (files) => {
        const carried: Carried = { ...some, files };
        const text = await linkText(carried);
        expect(text).toMatch(/^v1\.[A-Za-z0-9_-]+$/);
        expect(await readLink(text)).toEqual({ kind: 'carried', carried });
      },
    ),
    { numRuns: 40 },
  );
});

test.each([
  ['', 'this is no link to a project'],
  ['v9.abc', 'the link was made by a newer version of this page'],
  ['v1.%7C', 'the link is damaged: it has letters that no link has'],
  [`v1.${'A'.repeat(LONGEST_LINK * 2)}`, 'the link is too long'],
  ['v1.AAAA', 'the link is damaged: a part of it is missing, or was changed on the way'],
  [packed(some).slice(0, -12), 'the link is damaged: a part of it is missing, or was changed on the way'],
  [packed(null), 'the link is damaged: it does not say what a link says'],
  [packed({ ...some, files: [['a', 1]] }), 'the link is damaged: it does not say what a link says'],
  [packed({ ...some, files: [['../a', '']] }), 'the link is damaged: it does not say what a link says'],
  [packed({ ...some, view: [] }), 'the link is damaged: it does not say what a link says'],
  [packed({ ...some, data: [['a', 'x'.repeat(5_000_000)]] }), 'the link unpacks to more than a project'],
])('%.20s: %s', async (text, message) => {
  expect(await readLink(text)).toEqual({ kind: 'problem', message });
});

test('paths lie below the project', () => {
  expect(['a', 'a/b.kpi.yaml', 'ä.yaml'].every(isPath)).toBe(true);
  expect(['', '/a', 'a/../b', '..', 'a\\b', 'a\0'].some(isPath)).toBe(false);
});
