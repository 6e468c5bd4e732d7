import { expect, test } from 'vitest';
import { displayWidth } from '../../../packages/cli/src/reporters/display-width.js';

test.each([
  ['a', 1],
  ['é', 1],
  ['e\u0301', 1],
  ['…', 1],
  ['ｱ', 1],
  ['©', 1],
  ['1', 1],
  ['注', 2],
  ['が', 2],
  ['한', 2],
  ['\u1112\u1161\u11ab', 2],
  ['Ａ', 2],
  ['。', 2],
  ['𠮷', 2],
  ['😀', 2],
  ['❤️', 2],
  ['1️⃣', 2],
  ['👍🏽', 2],
  ['👨‍👩‍👧‍👦', 2],
  ['🇫🇷', 2],
  ['\u0301', 0],
  ['\u200b', 0],
  ['\ufeff', 0],
])('%s takes %i columns', (grapheme, width) => {
  expect(displayWidth(grapheme)).toBe(width);
});
