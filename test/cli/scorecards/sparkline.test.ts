import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ASCII, glyphsFor, UNICODE } from '../../../packages/cli/src/scorecards/glyphs.js';
import { sparkline } from '../../../packages/cli/src/scorecards/sparkline.js';
import { history } from './make.js';

const bars = (...values: readonly (string | null)[]): string => sparkline(history(values), 12, UNICODE);

test('the lowest value has the lowest bar, the highest the highest', () => {
  expect(bars('0', '1', '2', '3', '4', '5', '6', '7')).toBe('▁▂▃▄▅▆▇█');
  expect(bars('-3.5', '0', '3.5')).toBe('▁▅█');
  expect(bars('10', '9.99')).toBe('█▁');
});

test('where all are equal the bars are in the middle; a period without a value is a gap', () => {
  expect(bars('5', '5.0', '5.00')).toBe('▄▄▄');
  expect(bars('5')).toBe('▄');
  expect(bars('1', null, '2')).toBe('▁·█');
  expect(bars(null, null)).toBe('··');
  expect(bars()).toBe('');
});

test('only the last periods are shown, and only they count', () => {
  expect(sparkline(history(['100', '1', '2']), 2, UNICODE)).toBe('▁█');
});

test('numbers with more digits than a double has are told apart', () => {
  expect(bars('10000000000000000000000.1', '10000000000000000000000.2')).toBe('▁█');
  expect(bars('0.00000000000000000000000000001', '0.00000000000000000000000000002')).toBe('▁█');
});

test('a larger number never has a lower bar', () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), { minLength: 1, maxLength: 12 }),
      (all) => {
        const drawn = sparkline(history(all.map(String)), 12, ASCII);
        const levels = Array.from(drawn, (bar) => ASCII.bars.indexOf(bar));
        for (const [i, a] of all.entries()) {
          for (const [j, b] of all.entries()) if (a <= b) expect(levels[i]).toBeLessThanOrEqual(levels[j] ?? -1);
        }
      },
    ),
    { seed: 3, numRuns: 200 },
  );
});

test.each([
  [true, {}, UNICODE],
  [true, { LANG: 'en_US.UTF-8' }, UNICODE],
  [true, { LANG: 'C' }, ASCII],
  [true, { LANG: 'de_DE.ISO-8859-1' }, ASCII],
  [true, { LC_ALL: 'C.utf8', LANG: 'C' }, UNICODE],
  [true, { LC_ALL: '', LC_CTYPE: 'POSIX', LANG: 'en_US.UTF-8' }, ASCII],
  [true, { LANG: 'en_US.UTF-8', TERM: 'dumb' }, ASCII],
  [false, { LANG: 'C' }, UNICODE],
])('terminal %s with %j', (isTerminal, env, glyphs) => {
  expect(glyphsFor({ isTerminal }, env)).toBe(glyphs);
});
