import { expect, test } from 'vitest';
import { compactReport } from '../../../packages/cli/src/reporters/compact.js';
import { diagnostic, file, spanOf } from './make.js';

test('one line each, then the summary', () => {
  const source = file('a: b\nc: d\n');
  const report = compactReport(
    [
      diagnostic('later', spanOf(source, 'd'), { severity: 'warning', label: 'l', notes: ['n'] }),
      diagnostic('first', spanOf(source, 'b')),
      diagnostic('cannot read the file', { file: 'x.csv', start: 0, end: 0 }),
    ],
    [source],
  );
  expect(report).toMatchInlineSnapshot(`
    "sales.kpi.yaml:1:4: error[KPI3012]: first
    sales.kpi.yaml:2:4: warning[KPI3012]: later
    x.csv: error[KPI3012]: cannot read the file
    2 errors, 1 warning
    "
  `);
});

test('too many are cut with a count', () => {
  const source = file('x'.repeat(200), 'a');
  const all = Array.from({ length: 105 }, (_, i) => diagnostic('x', { file: 'a', start: i, end: i + 1 }));
  const lines = compactReport(all, [source]).split('\n');
  expect(lines.slice(100)).toEqual(['... and 5 more in a', '105 errors', '']);
});
