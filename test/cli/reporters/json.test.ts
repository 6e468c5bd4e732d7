import { expect, test } from 'vitest';
import { jsonReport } from '../../../packages/cli/src/reporters/json.js';
import { diagnostic, file, spanOf } from './make.js';

const source = file('a: b\n注: revnue\n');

test('every part, with lines and columns from 1', () => {
  const span = spanOf(source, 'revnue');
  const report = jsonReport(
    [
      diagnostic('unknown name `revnue`', span, {
        label: 'no metric has this name',
        related: [{ span: spanOf(source, 'a'), label: 'near' }],
        notes: ['n'],
        help: 'did you mean `revenue`?',
        fixes: [{ title: 'change to `revenue`', safe: false, edits: [{ span, text: 'revenue' }] }],
      }),
    ],
    [source],
  );
  const place = { file: 'sales.kpi.yaml', line: 2, column: 4, endLine: 2, endColumn: 10 };
  expect(JSON.parse(report)).toEqual({
    version: 1,
    diagnostics: [
      {
        ...place,
        code: 'KPI3012',
        severity: 'error',
        message: 'unknown name `revnue`',
        label: 'no metric has this name',
        related: [{ file: 'sales.kpi.yaml', line: 1, column: 1, endLine: 1, endColumn: 2, label: 'near' }],
        notes: ['n'],
        help: 'did you mean `revenue`?',
        fixes: [{ title: 'change to `revenue`', safe: false, edits: [{ ...place, text: 'revenue' }] }],
      },
    ],
    summary: { errors: 1, warnings: 0, infos: 0, hints: 0 },
  });
  expect(report.endsWith('}\n')).toBe(true);
});

test('parts that are not there are null, and so are places in files not at hand', () => {
  const report = JSON.parse(jsonReport([diagnostic('m', { file: 'gone', start: 1, end: 2 })], [source]));
  expect(report.diagnostics).toEqual([
    {
      file: 'gone',
      line: null,
      column: null,
      endLine: null,
      endColumn: null,
      code: 'KPI3012',
      severity: 'error',
      message: 'm',
      label: null,
      related: [],
      notes: [],
      help: null,
      fixes: [],
    },
  ]);
});

test('nothing is left out, and nothing is said twice', () => {
  const all = Array.from({ length: 150 }, (_, i) => diagnostic(`m${i}`, spanOf(source, 'b')));
  const report = JSON.parse(jsonReport([...all, ...all], [source]));
  expect(report.diagnostics).toHaveLength(150);
  expect(report.summary.errors).toBe(150);
});

test('the order in which stages report does not show', () => {
  const all = ['b', 'a', 'revnue'].map((text) => diagnostic(`m ${text}`, spanOf(source, text)));
  expect(jsonReport(all, [source])).toBe(jsonReport(all.toReversed(), [source]));
});
