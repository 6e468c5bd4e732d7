import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unifiedDiff } from '../../../packages/cli/src/checking/unified-diff.js';

test('changes stand among three lines of what stays', () => {
  const lines = Array.from({ length: 30 }, (_, i) => `line ${i + 1}\n`);
  const after = lines.with(9, 'ten\n').with(11, 'twelve\n').toSpliced(25, 1);
  expect(unifiedDiff('a/b.kpi.yaml', lines.join(''), after.join(''))).toBe(
    [
      '--- a/a/b.kpi.yaml',
      '+++ b/a/b.kpi.yaml',
      '@@ -7,9 +7,9 @@',
      ' line 7',
      ' line 8',
      ' line 9',
      '-line 10',
      '+ten',
      ' line 11',
      '-line 12',
      '+twelve',
      ' line 13',
      ' line 14',
      ' line 15',
      '@@ -23,7 +23,6 @@',
      ' line 23',
      ' line 24',
      ' line 25',
      '-line 26',
      ' line 27',
      ' line 28',
      ' line 29',
      '',
    ].join('\n'),
  );
});

test.each([
  ['', 'a\n', '@@ -0,0 +1 @@\n+a\n'],
  ['a\n', '', '@@ -1 +0,0 @@\n-a\n'],
  ['a', 'a\n', '@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n'],
  ['a\r\nb\r\n', 'a\r\nc\r\n', '@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n'],
])('%j to %j', (before, after, hunk) => {
  expect(unifiedDiff('f', before, after)).toBe(`--- a/f\n+++ b/f\n${hunk}`);
});

test('equal texts have none', () => {
  expect(unifiedDiff('f', 'a\nb\n', 'a\nb\n')).toBe('');
});

const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', '\n', 'long line\n', 'last')).map((lines) => lines.join(''));

test('whoever applies it gets the one text from the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(patched(before, unifiedDiff('f', before, after))).toBe(after);
    }),
    { numRuns: 300, seed: 11 },
  );
});

/** Applies a diff by its numbers, and throws where a line is not as the diff says. */
function patched(before: string, diff: string): string {
  if (diff === '') return before;
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const out: string[] = [];
  let at = 0;
  for (const hunk of diff.split(/^(?=@@)/m).slice(1)) {
    const [head = '', ...body] = hunk.match(/[^\n]*\n/g) ?? [];
    const [, start = '', count = '1'] = /^@@ -(\d+)(?:,(\d+))? /.exec(head) ?? [];
    const from = count === '0' ? Number(start) : Number(start) - 1;
    out.push(...lines.slice(at, from));
    at = from;
    for (const [i, line] of body.entries()) {
      if (line.startsWith('\\')) continue;
      const content = body[i + 1]?.startsWith('\\') === true ? line.slice(1, -1) : line.slice(1);
      if (line.startsWith('+')) out.push(content);
      else {
        if (lines[at] !== content) throw new Error(`line ${at + 1} is not ${JSON.stringify(content)}`);
        if (line.startsWith(' ')) out.push(content);
        at++;
      }
    }
    if (at - from !== Number(count)) throw new Error(`${head} counts wrongly`);
  }
  return [...out, ...lines.slice(at)].join('');
}
