import { expect, test } from 'vitest';
import { visibleLine, visibleText } from '../../../packages/cli/src/reporters/visible-text.js';

test('control characters and marks of direction become signs, the rest stays', () => {
  expect(visibleText('a\u0000b\u001bc\u007fd\u0085e')).toBe('a␀b␛c␡d\ufffde');
  expect(visibleText('\u202ea\u2066b\u200f')).toBe('\ufffda\ufffdb\ufffd');
  expect(visibleText('half \ud83d, whole 😀')).toBe('half \ufffd, whole 😀');
  expect(visibleText('注文 é 👩‍👩‍👧\ttab\nline')).toBe('注文 é 👩‍👩‍👧\ttab\nline');
});

test('a line has neither breaks nor tabs', () => {
  expect(visibleLine('one\n  two\tthree\r')).toBe('one two three␍');
});
